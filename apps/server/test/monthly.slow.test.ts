import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DayString, idOf } from '@westgate/base';
import { commonSchema, editSchema, monthlySchema, reportSchema, sheetSchema } from '@westgate/contract';
import { monthlySheetOf } from '@westgate/domain';
import { monthlySheetIn } from '../src/present/monthly.ts';
import { statesOf } from '../src/states.ts';
import { viewOf } from '../src/view.ts';
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
const rowOf = async (id: string, month: string) =>
  (await sheet(`?month=${month}`)).groups.flatMap(({ rows }) => rows).find(({ project }) => project.id === id);

test('the sheet has a row for each project, says what is missing and who owes it, and adds up what is known', async () => {
  const january = await sheet('?month=2025-01');
  const rows = january.groups.flatMap((group) => group.rows);
  assert.equal(rows.length, office.desk.register.project.size);
  assert.equal(january.missing, rows.length - 1);
  const wall = rows.find(({ project }) => project.id === 'sea-wall');
  assert.deepEqual([wall?.monthFen, wall?.yearFen, wall?.report?.level], [250_000_001, 250_000_001, 'district']);
  const from = wall?.total?.source;
  assert.equal(from && from !== 'withheld' && from.id, 'contract-wall');
  assert.deepEqual(january.sums.completed, { fen: 350_000_001, known: 1, of: rows.length, oldest: wall?.report?.reportedOn });
  const [own] = (await sheet('?month=2025-01&department=works')).groups;
  assert.equal(own?.department?.id, 'works');
  assert.equal((await sheet('?asOf=2025-02-10')).month, '2025-02');
});

test('a sheet of many projects comes page by page, each row once, sums and counts over all on each', () => {
  const { register } = office.desk;
  const [first] = register.project.values();
  assert.ok(first);
  const leads = [...[...register.department.values()].map(({ id }) => id), null];
  const project = new Map(
    Array.from({ length: 9_000 }, (_, n) => {
      const row = { ...first, id: idOf<'project'>(`p${n}`), lead: leads[n % leads.length] ?? null };
      return [row.id, row] as const;
    }),
  );
  const day = '2025-01-31' as DayString;
  const view = viewOf(statesOf({ ...register, project }, day), { seq: 1, today: day, changed: () => null });
  const seen: string[] = [];
  let pages = 0;
  for (let after: number | undefined = 0; after !== undefined; pages += 1) {
    const page = monthlySheetIn(view, { after }, view);
    assert.ok(Buffer.byteLength(JSON.stringify(page)) < 1_000_000);
    assert.deepEqual([page.projects, page.missing, page.sums.total.of], [9_000, 9_000, 9_000]);
    for (const { rows, sums } of page.groups) assert.ok(rows.length > 0 && sums.total.of >= rows.length);
    seen.push(...page.groups.flatMap(({ rows }) => rows.map((row) => row.project.id)));
    after = page.next === null ? undefined : Number(page.next);
  }
  assert.ok(pages > 1, `${pages} pages`);
  const whole = monthlySheetOf(view.register, '2025-01').groups.flatMap(({ rows }) => rows.map((row) => row.project));
  assert.deepEqual(seen, whole);
});

test('a month is reported by one deed, reported anew, undone; the same key does nothing new', async () => {
  const said = { project: 'storm-pump', completedFen: 45_000_025, share: 0.5, words: { zh: null, en: 'Half laid' } };
  const seq = await given(await report('2025-03', [said], { 'idempotency-key': 'march' }));
  assert.equal(await given(await report('2025-03', [said], { 'idempotency-key': 'march' })), seq);
  assert.deepEqual((await rowOf('storm-pump', '2025-03'))?.report?.completedFen, 45_000_025);
  const again = await given(await report('2025-03', [{ ...said, completedFen: 46_000_000 }]));
  assert.equal((await money('storm-pump')).months.length, 1);
  const { items } = commonSchema.history.parse(await office.get('/api/v1/projects/storm-pump/history?limit=2'));
  assert.deepEqual(
    items.map(({ verb }) => verb),
    ['report-month', 'report-month'],
  );
  await undo(again);
  assert.equal((await rowOf('storm-pump', '2025-03'))?.report?.completedFen, 45_000_025);
  await undo(seq);
  assert.equal((await rowOf('storm-pump', '2025-03'))?.report, null);
});

test('what falls needs a reason; what goes beyond the plan is told, not refused; what does not fit is refused', async () => {
  const low = { project: 'sea-wall', completedFen: 300_000_000 };
  assert.equal((await report('2025-03', [low])).status, 400);
  const seq = await given(await report('2025-03', [{ ...low, fallReason: { zh: null, en: 'Counted twice' } }]));
  assert.deepEqual((await rowOf('sea-wall', '2025-03'))?.notes, ['fell']);
  await undo(seq);
  const over = await given(await report('2025-03', [{ project: 'sea-wall', completedFen: 5_000_000_000 }]));
  assert.deepEqual((await rowOf('sea-wall', '2025-03'))?.notes, ['over-total', 'over-plan']);
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
  const before = (await sheet('?month=2025-02')).sums;
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
  assert.deepEqual((await frozen()).sums, before);
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
