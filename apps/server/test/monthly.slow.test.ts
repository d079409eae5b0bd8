import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, editSchema, listSchema, monthlySchema, reportSchema, sheetSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const sheet = async (query: string) => monthlySchema.monthlySheet.parse(await office.get(`/api/v1/monthly${query}`));
const money = async (id: string) => monthlySchema.projectMoney.parse(await office.get(`/api/v1/projects/${id}/money`));
const report = (month: string, reports: readonly object[], headers = {}) =>
  office.post('/api/v1/monthly', { who: 'Ada', month, reports }, headers);
const given = async (answer: Response) => {
  assert.equal(answer.status, 200, await answer.clone().text());
  return monthlySchema.monthReceipt.parse(await answer.json()).seq;
};
const undo = async (seq: number) => assert.equal((await office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada' })).status, 200);
/** The projects in a month by the list, each with its cells by their columns. */
const table = async (query: string) => listSchema.listTable.parse(await office.get(`/api/v1/lists/months?limit=500&${query}`));
const cellsOf = async (id: string, month: string, columns: string) =>
  (await table(`month=${month}&columns=${columns}`)).rows.find((row) => row.id === id)?.cells;

test('the list of a month has a row for each project, says what is missing and who owes it, and adds up what is known', async () => {
  const { size } = office.desk.register.project;
  const january = await sheet('?month=2025-01');
  assert.deepEqual([january.projects, january.missing], [size, size - 1]);
  const found = await table(
    'month=2025-01&lang=en&columns=completed_month,completed_year,decides,reported&sums=completed,total&group=lead',
  );
  assert.equal(found.total, size);
  const wall = found.rows.find(({ id }) => id === 'sea-wall');
  const keys = wall?.cells.map((cell) => (cell !== null && typeof cell === 'object' && 'key' in cell ? cell.key : cell));
  assert.deepEqual(keys, [250_000_001, 250_000_001, 'district', 'reported']);
  const { next } = monthlySchema.projectMoney.parse(await office.get('/api/v1/projects/sea-wall/money?month=2025-01'));
  assert.deepEqual(found.sums[0], { column: 'completed', sum: 350_000_001, known: 1, oldest: next.report?.reportedOn });
  assert.ok(found.groups?.every(({ count, sums }) => count > 0 && (sums[0]?.known ?? 0) <= count));
  const owed = found.rows.find(({ id }) => id === 'storm-pump');
  assert.ok(owed?.around.reported?.before, 'whoever owes it is named');
  assert.equal((await sheet('?month=2025-01&department=works')).projects, (await table('month=2025-01&filter=lead:is:works')).total);
  assert.equal((await sheet('?asOf=2025-02-10')).month, '2025-02');
  assert.deepEqual(
    await cellsOf('sea-wall', '2025-02', 'completed'),
    (await table('asOf=2025-02-10&columns=completed')).rows.find(({ id }) => id === 'sea-wall')?.cells,
  );
});

test('money is narrowed by more than one value, is no column that is changed in place, and goes into a file in 10,000 yuan', async () => {
  const some = await table('month=2025-01&filter=completed:from:350000001;completed:to:350000001&columns=name');
  assert.deepEqual(
    some.rows.map(({ id }) => id),
    ['sea-wall'],
  );
  assert.equal((await table('month=2025-01&filter=completed:from:350000002')).total, 0);
  assert.equal((await table('month=2025-01&filter=reported:in:missing,finished')).total, office.desk.register.project.size - 1);
  const edited = some.columns?.flatMap(({ id, edits }) => (edits.length > 0 ? [id] : []));
  for (const id of ['total', 'words', 'problem', 'completed', 'reported']) assert.ok(edited && !edited.includes(id), id);
  const ids = some.columns?.map(({ id }) => id) ?? [];
  assert.equal(new Set(ids).size, ids.length, 'no two columns are called alike');
  const file = await (
    await office.ask('/api/v1/exports/months.csv?lang=en&month=2025-01&columns=id,completed,share&filter=id:is:sea-wall')
  ).text();
  assert.match(file, /Completed to date \(10,000 yuan\)/);
  assert.match(file, /sea-wall,350\.000001,/);
});

test('the month to be reported is the one asked for, with what was said before it', async () => {
  const asked = monthlySchema.projectMoney.parse(await office.get('/api/v1/projects/sea-wall/money?month=2025-01'));
  assert.equal(asked.next.report?.month, '2025-01');
  assert.ok(asked.next.before === null || asked.next.before.month < '2025-01');
});

test('a month is reported by one deed, reported anew, undone; the same key does nothing new', async () => {
  const said = { project: 'storm-pump', completedFen: 45_000_025, share: 0.5, words: { zh: null, en: 'Half laid' } };
  const seq = await given(await report('2025-03', [said], { 'idempotency-key': 'march' }));
  assert.equal(await given(await report('2025-03', [said], { 'idempotency-key': 'march' })), seq);
  assert.deepEqual(await cellsOf('storm-pump', '2025-03', 'completed'), [45_000_025]);
  const again = await given(await report('2025-03', [{ ...said, completedFen: 46_000_000 }]));
  assert.equal((await money('storm-pump')).months.length, 1);
  const { items } = commonSchema.history.parse(await office.get('/api/v1/projects/storm-pump/history?limit=2'));
  assert.deepEqual(
    items.map(({ verb }) => verb),
    ['report-month', 'report-month'],
  );
  await undo(again);
  assert.deepEqual(await cellsOf('storm-pump', '2025-03', 'completed'), [45_000_025]);
  await undo(seq);
  assert.deepEqual(await cellsOf('storm-pump', '2025-03', 'completed'), [null]);
});

test('what falls needs a reason; what goes beyond the plan is told, not refused; what does not fit is refused', async () => {
  const low = { project: 'sea-wall', completedFen: 300_000_000 };
  const notes = async () => {
    const [cell] = (await cellsOf('sea-wall', '2025-03', 'remarkable')) ?? [];
    return Array.isArray(cell) ? cell.map(({ key }) => key) : cell;
  };
  assert.equal((await report('2025-03', [low])).status, 400);
  const seq = await given(await report('2025-03', [{ ...low, fallReason: { zh: null, en: 'Counted twice' } }]));
  assert.deepEqual(await notes(), ['fell']);
  await undo(seq);
  const over = await given(await report('2025-03', [{ project: 'sea-wall', completedFen: 5_000_000_000 }]));
  assert.deepEqual(await notes(), ['over-total', 'over-plan']);
  await undo(over);
  for (const wrong of [
    { project: 'sea-wall', completedFen: 1.5 },
    { project: 'sea-wall', completedFen: -1 },
    { project: 'sea-wall', share: 2 },
    { project: 'sea-wall', level: 'king' },
  ])
    assert.equal((await report('2025-03', [wrong])).status, 400, JSON.stringify(wrong));
  assert.equal((await report('2999-01', [{ project: 'sea-wall' }])).status, 400);
  assert.equal((await report('2025-03', [{ project: 'no-such' }])).status, 404);
  assert.equal((await report('2025-03', [{ project: 'sea-wall' }, { project: 'sea-wall' }])).status, 400);
  const byHand = [{ action: 'create', table: 'monthly_progress', fields: { project: 'sea-wall', month: '2025-05' } }];
  assert.equal((await office.post('/api/v1/edits', { who: 'Ada', edits: byHand })).status, 400);
});

test('planned amounts are entered, corrected and taken out as any part of a record; one of a year is enough', async () => {
  const edit = (edits: readonly object[]) => office.post('/api/v1/edits', { who: 'Ada', edits });
  const fields = { project: 'silo-library', amount_fen: 123_456_789, confidence: 'low' };
  const made = await edit([{ action: 'create', table: 'planned_amount', fields }]);
  assert.equal(made.status, 200, await made.clone().text());
  const { seq, records } = editSchema.editsReceipt.parse(await made.json());
  assert.equal((await edit([{ action: 'create', table: 'planned_amount', fields }])).status, 400, 'there is a total already');
  const revised = await edit([{ action: 'revise', table: 'planned_amount', key: records[0]?.key, rev: 1, fields: { year: 2025 } }]);
  assert.equal(revised.status, 200);
  assert.deepEqual(
    (await money('silo-library')).planned.map(({ year, fen }) => [year, fen]),
    [[2025, 123_456_789]],
  );
  await undo(seq + 1);
  await undo(seq);
  assert.equal((await money('silo-library')).planned.length, 0);
});

test('a month is frozen in one act; what is recorded later leaves it as it was and is named; its words are carried over', async () => {
  const body = {
    who: 'Ada',
    title: { zh: null, en: 'February' },
    monthly: { month: '2025-02', narrative: { overview: { en: 'Piles go on.' }, problems: {}, next: { en: 'Pour the crown.' } } },
  };
  const made = await office.post('/api/v1/reports', body);
  assert.equal(made.status, 200, await made.clone().text());
  const { number, hash, seq } = reportSchema.reportReceipt.parse(await made.json());
  const frozen = async () =>
    reportSchema.monthlyContent.parse(reportSchema.reportDetail.parse(await office.get(`/api/v1/reports/${number}`)).content);
  const since = async () => reportSchema.monthlySince.parse(await office.get(`/api/v1/reports/${number}/since`)).items;
  const { sums: before } = await frozen();
  const { sum, known, oldest } = (await table('month=2025-02&sums=completed')).sums[0] ?? {};
  assert.deepEqual([before.completed.fen, before.completed.known, before.completed.oldest], [sum, known, oldest], 'as the list has it');
  assert.deepEqual(await since(), []);
  const later = await given(await report('2025-02', [{ project: 'sea-wall', completedFen: 400_000_000 }]));
  assert.deepEqual((await frozen()).sums, before);
  assert.deepEqual(
    (await since()).filter(({ what }) => what === 'completed').map(({ project, frozen: was, now }) => [project.id, was?.en, now?.en]),
    [['sea-wall', '340', '400']],
  );
  const check = reportSchema.reportCheck.parse(await office.get(`/api/v1/reports/${number}/check`));
  assert.deepEqual([check.ok, check.hash], [true, hash]);
  const march = await sheet('?month=2025-03');
  assert.deepEqual([march.carried?.month, march.carried?.narrative.next.en, march.frozen], ['2025-02', 'Pour the crown.', []]);
  assert.equal((await sheet('?month=2025-02')).frozen[0]?.number, number);
  for (const path of [`reports/${number}/report.docx`, `reports/${number}/figures.xlsx`, 'exports/monthly.xlsx?month=2025-02']) {
    const file = await office.ask(`/api/v1/${path}`);
    assert.equal(file.status, 200, path);
    assert.equal(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 2), 'PK');
  }
  await undo(later);
  assert.deepEqual(await since(), []);
  await undo(seq);
  assert.equal((await office.ask(`/api/v1/reports/${number}`)).status, 404);
  assert.equal((await office.post('/api/v1/reports', { ...body, monthly: { ...body.monthly, month: '2999-01' } })).status, 400);
});

test('the month is saved in the columns of a template of superiors, which is no recipe for reading sheets', async () => {
  const columns = ['monthly-project=项目名称', 'monthly-none=批复文号', 'monthly-completed=累计完成（万元）'];
  const edits = [{ action: 'create', table: 'recipe', fields: { name_en: 'For the city', columns } }];
  const made = await office.post('/api/v1/edits', { who: 'Ada', edits });
  assert.equal(made.status, 200, await made.clone().text());
  const { seq } = editSchema.editsReceipt.parse(await made.json());
  const [template] = (await sheet('?month=2025-01')).templates;
  assert.deepEqual(
    template?.columns.map(({ name }) => name),
    ['project', null, 'completed'],
  );
  const recipes = sheetSchema.recipePage.parse(await office.get('/api/v1/recipes'));
  assert.ok(recipes.items.every(({ id }) => id !== template?.id));
  assert.equal((await office.ask(`/api/v1/exports/monthly.xlsx?month=2025-01&template=${template?.id}`)).status, 200);
  assert.equal((await office.ask('/api/v1/exports/monthly.xlsx?template=no-such')).status, 404);
  await undo(seq);
});
