import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, sheetSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const csv = (title: string): string =>
  [
    title,
    "No.,Project name,Project code,Lead department,Total investment,Completed to the end of last year,Year's plan,Completed in the month,Completed in the year,Of the year's plan,Remarks",
    'Total,,,,9000,1000,1800,100,500,,',
    '1,Lime trees of Lock Street,9901-110107-04-01-900106,Ward Works Office,3000,1000,800,100,400,50%,',
    '2,Reading room in the pilot house,,Ward Works Office,6000,—,1000,-,100,25%,',
  ].join('\n');
const fileOf = (title: string) => ({ name: 'months.csv', base64: Buffer.from(csv(title)).toString('base64') });
const preview = async (body: unknown) => sheetSchema.taskSheet.parse(await (await office.post('/api/v1/sheets/preview', body)).json());

test('a monthly sheet is known by its heads, its month is asked where it names none, and all of it is one change and one undo', async () => {
  const { seq } = office.desk;
  const before = office.desk.exportFolder();
  const unnamed = await preview({ file: fileOf('Works of the harbour') });
  assert.deepEqual([unnamed.reads, unnamed.month, unnamed.faults.map(({ code }) => code)], ['monthly', null, ['no-month']]);
  const refused = await office.post('/api/v1/sheets/import', { file: fileOf('Works of the harbour'), who: 'Ada', rows: [4] });
  const problem = commonSchema.problem.parse(await refused.json());
  assert.deepEqual([refused.status, problem.code, office.desk.seq], [400, 'WG_SHEET_FAULTY', seq]);

  const read = await preview({ file: fileOf('Works of the harbour'), month: '2024-02' });
  assert.deepEqual(read.month, { value: '2024-02', from: 'said' });
  assert.deepEqual(
    read.faults.map(({ cell, code }) => `${cell.split('!')[1]} ${code}`),
    ['J5 share-differs'],
  );
  assert.deepEqual(
    read.skipped.map(({ why }) => why),
    ['title', 'head', 'subtotal'],
  );
  const body = { file: fileOf('Works of the harbour'), month: '2024-02', rows: [4, 5], who: 'Ada', saveAs: 'Works sheet' };
  const done = sheetSchema.sheetImportReport.parse(
    await (await office.post('/api/v1/sheets/import', body, { 'idempotency-key': 'month-1' })).json(),
  );
  assert.deepEqual([done.stored, done.seq], [true, seq + 1]);
  const { register } = office.desk;
  const lime = [...register.project.values()].find(({ code }) => code === '9901-110107-04-01-900106');
  const room = [...register.project.values()].find(({ name_en }) => name_en === 'Reading room in the pilot house');
  assert.ok(lime && room);
  const months = (project: string) =>
    [...register.monthly_progress.values()]
      .filter((row) => row.project === project)
      .map((row) => [row.month, row.completed_fen, row.month_fen, row.year_fen]);
  assert.deepEqual(months(lime.id), [
    ['2023-12', 1_000_000_000, null, null],
    ['2024-02', 1_400_000_000, 100_000_000, null],
  ]);
  assert.deepEqual(months(room.id), [['2024-02', null, null, 100_000_000]]);
  const recipes = sheetSchema.recipePage.parse(await office.get('/api/v1/recipes?reads=all'));
  assert.deepEqual(
    recipes.items.map(({ name, reads }) => [name.en, reads]),
    [['Works sheet', 'monthly']],
  );

  const again = await preview({ file: fileOf('Works of the harbour, 2024-02') });
  assert.deepEqual([again.recipe, again.month?.value, again.counts.rows.same], [recipes.items[0]?.id, '2024-02', 1]);
  const file = await (await office.ask(`/api/v1/exports/task-sheet.xlsx?recipe=${recipes.items[0]?.id}&month=2024-02`)).arrayBuffer();
  const back = await preview({ file: { name: 'out.xlsx', base64: Buffer.from(file).toString('base64') } });
  assert.deepEqual(
    [back.reads, back.month?.value, back.counts.rows],
    ['monthly', '2024-02', { new: 0, changed: 0, same: 2, unclear: 0, faulty: 0 }],
  );
  const otherwise = await office.post('/api/v1/sheets/preview', { file: fileOf('Works'), recipe: { reads: 'task-sheet' } });
  assert.equal(
    otherwise.ok ? sheetSchema.taskSheet.parse(await otherwise.json()).reads : 'refused',
    'task-sheet',
    'a person says otherwise',
  );

  await office.post(`/api/v1/deeds/${done.seq}/undo`, { who: 'Ada' });
  assert.deepEqual(office.desk.exportFolder(), before);
});
