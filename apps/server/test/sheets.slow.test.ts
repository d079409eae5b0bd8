import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, sheetSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const csv = [
  'Tasks of the harbour ward 2026',
  'No.,Task,Lead department,Co-operating departments,Deadline,Problems',
  '1,Plant forty lime trees along Lock Street,Ward Works Office,Housing Desk,end of October,no soil yet',
  '2,Open a reading room in the pilot house,Office of Libraries and Festivals,,Q2,',
  '3,Count the swans,Bird Office,,31 February,',
].join('\n');
const fileOf = (text: string, name = 'tasks.csv') => ({ name, base64: Buffer.from(text).toString('base64') });

test('a sheet is previewed, its clear rows are imported once with a key, its recipe is kept, and undo takes all back', async () => {
  const { seq } = office.desk;
  const answer = await office.post('/api/v1/sheets/preview', { file: fileOf(csv) });
  const preview = sheetSchema.taskSheet.parse(await answer.json());
  assert.deepEqual(preview.counts.rows, { new: 2, changed: 0, same: 0, unclear: 0, faulty: 1 });
  assert.deepEqual(
    preview.faults.map(({ cell, code }) => `${cell} ${code}`),
    ['tasks!C5 unknown-department', 'tasks!E5 no-such-day'],
  );
  assert.deepEqual(
    [preview.year, preview.unknownDepartments],
    [{ value: 2026, from: 'title' }, [{ name: 'Bird Office', cells: ['tasks!C5'], proposed: [] }]],
  );
  assert.equal(office.desk.seq, seq);

  const refused = await office.post('/api/v1/sheets/import', { file: fileOf(csv), who: 'Ada' });
  const problem = commonSchema.problem.parse(await refused.json());
  assert.deepEqual([refused.status, problem.code], [400, 'WG_SHEET_FAULTY']);
  assert.match(problem.detail, /2 faults .* tasks!C5: expected names of departments of the district, found Bird Office/);

  const send = async () => {
    const body = { file: fileOf(csv), who: 'Ada', rows: 'clear', saveAs: 'Ward sheet' };
    return sheetSchema.sheetImportReport.parse(
      await (await office.post('/api/v1/sheets/import', body, { 'idempotency-key': 'sheet-1' })).json(),
    );
  };
  const [first, second] = [await send(), await send()];
  assert.deepEqual([first.stored, first.seq, second.seq], [true, seq + 1, seq + 1]);
  assert.deepEqual(
    first.tables.map(({ table, created }) => [table, created]),
    [
      ['document', 1],
      ['sentence', 2],
      ['commitment', 2],
      ['recipe', 1],
      ['link', 1],
    ],
  );
  const recipes = sheetSchema.recipePage.parse(await office.get('/api/v1/recipes'));
  const [recipe] = recipes.items;
  assert.deepEqual([recipe?.name.en, recipe?.document, recipe?.columns.length], ['Ward sheet', `sheet-d${first.seq}`, 6]);

  const again = sheetSchema.taskSheet.parse(
    await (await office.post('/api/v1/sheets/preview', { file: fileOf(csv), recipe: recipe?.id })).json(),
  );
  assert.deepEqual(again.counts.rows, { new: 0, changed: 0, same: 2, unclear: 0, faulty: 1 });
  await office.post(`/api/v1/deeds/${first.seq}/undo`, { who: 'Ada' });
  assert.equal(sheetSchema.recipePage.parse(await office.get('/api/v1/recipes')).total, 0);
});

test('the ledger is given as a task sheet that can be read again', async () => {
  for (const [kind, type] of [
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['csv', 'text/csv; charset=utf-8'],
  ] as const) {
    const answer = await office.ask(`/api/v1/exports/task-sheet.${kind}?lang=en`);
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, type]);
    assert.match(answer.headers.get('content-disposition') ?? '', new RegExp(`^attachment; filename="task-sheet-\\d+\\.${kind}"$`));
    const file = { name: `ledger.${kind}`, base64: Buffer.from(await answer.arrayBuffer()).toString('base64') };
    const sheet = sheetSchema.taskSheet.parse(await (await office.post('/api/v1/sheets/preview', { file })).json());
    assert.deepEqual([sheet.isOurs, sheet.counts.rows.same, sheet.rowCount], [true, office.desk.register.commitment.size, sheet.rowCount]);
  }
});

test('of a long sheet as much is answered as fits, with the counts of all', async () => {
  const rows = Array.from(
    { length: 3_000 },
    (_, index) => `第${index + 1}处堤岸的日常维护与巡查，含照明、护栏与排水设施,第${index}科,6月底`,
  );
  const file = fileOf(`2026年任务\n重点任务,主责单位,完成时限\n${rows.join('\n')}`);
  for (const [path, more] of [['preview', {}] as const, ['import', { rows: 'clear', dryRun: true, who: 'Ada' }] as const]) {
    const answer = await office.post(`/api/v1/sheets/${path}`, { file, ...more });
    const text = await answer.text();
    assert.equal(answer.status, 200, text.slice(0, 300));
    assert.ok(Buffer.byteLength(text) < 1_000_000);
    const told: unknown = JSON.parse(text);
    const sheet = path === 'preview' ? sheetSchema.taskSheet.parse(told) : sheetSchema.sheetImportReport.parse(told).sheet;
    assert.deepEqual([sheet.rowCount, sheet.faultCount, sheet.unknownDepartmentCount], [3_000, 6_000, 3_000]);
    assert.ok(sheet.rows.length > 100 && sheet.rows.length < 2_000 && sheet.unknownDepartments.length > 100);
  }
});

test('what is no sheet is refused with a problem that says where', async () => {
  const refusal = async (body: unknown): Promise<string> => {
    const answer = await office.post('/api/v1/sheets/preview', body);
    const problem = commonSchema.problem.parse(await answer.json());
    return `${answer.status} ${problem.code} ${problem.detail}`;
  };
  assert.match(await refusal({ file: fileOf('x', 'tasks.xls') }), /^400 WG_SHEET_UNREADABLE tasks\.xls: .*save it as \.xlsx/);
  assert.match(await refusal({ file: fileOf('a,b\nc,d') }), /^400 WG_SHEET_UNREADABLE tasks: expected a row of heads/);
  assert.match(await refusal({ file: { name: 'a.csv', base64: '!' } }), /^400 WG_INPUT_INVALID file\.base64/);
  assert.match(await refusal({ file: fileOf(csv), recipe: 'none' }), /^404 WG_NOT_FOUND/);
  assert.match(await refusal({ file: fileOf(csv), recipe: { document: 'none' } }), /^400 WG_INPUT_INVALID recipe/);
});
