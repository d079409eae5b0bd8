import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, loopSchema, nounSchema } from '@westgate/contract';
import { z } from 'zod';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const today = async (query = '') => loopSchema.today.parse(await office.get(`/api/v1/today${query}`));
const exceptions = async (query = '') => loopSchema.exceptions.parse(await office.get(`/api/v1/exceptions${query}`));
const wall = async () => nounSchema.projectDetail.parse(await office.get('/api/v1/projects/sea-wall'));
const report = (updates: readonly object[]) => office.post('/api/v1/updates', { who: 'Ada', updates });
const undo = async (seq: number) => assert.equal((await office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada' })).status, 200);

/** Asks for reports every month from a day on. */
async function ask(from: string): Promise<number> {
  const rule = (kind: string) => ({
    action: 'create',
    table: 'update_rule',
    fields: { subject_kind: kind, cadence: 'monthly', asked_from: from, near_days: 3, window_days: 1, escalate_days: 5 },
  });
  const answer = await office.post('/api/v1/edits', { who: 'Ada', edits: [rule('project'), rule('commitment')] });
  assert.equal(answer.status, 200);
  return seqOf(await answer.json());
}

test('nobody is asked until a rule says so; then every record that is not done has a row, the most overdue first', async () => {
  assert.deepEqual((await today()).rules, []);
  assert.equal((await today()).rowCount, 0);
  const seq = await ask('2025-01-01');
  const asked = await today('?asOf=2025-01-20');
  assert.ok(asked.counts.asked > 3);
  assert.equal(asked.counts.asked, asked.rowCount);
  assert.equal(asked.counts.ahead, asked.counts.asked, 'nothing is owed in the middle of the first month');
  const later = await today('?asOf=2025-04-20');
  assert.equal(later.counts.stale, later.counts.asked);
  assert.deepEqual(later.warnings.yearsWithoutHolidays, ['2025']);
  const [first] = later.rows;
  assert.deepEqual([first?.reporting.standing?.name, first?.reporting.standing?.dueOn], ['stale', '2025-01-31']);
  const ids = later.rows.map(({ thing }) => thing.id);
  assert.deepEqual(
    (await today('?asOf=2025-04-20&limit=2&skip=1')).rows.map(({ thing }) => thing.id),
    ids.slice(1, 3),
  );
  const department = first?.department?.id ?? '';
  const own = await today(`?asOf=2025-04-20&department=${department}`);
  assert.ok(own.rowCount < later.rowCount && own.rows.every((row) => row.department?.id === department));
  await undo(seq);
  assert.equal((await today()).rowCount, 0);
});

test('one press says that nothing changed: the record is fresh again, on its page too; undone it is as before', async () => {
  const rule = await ask('2025-01-01');
  const before = (await wall()).reporting;
  const answer = await report([{ subjectKind: 'project', subjectId: 'sea-wall', unchanged: true }]);
  assert.equal(answer.status, 200);
  const { seq } = loopSchema.updatesReceipt.parse(await answer.json());
  const { reporting } = await wall();
  assert.deepEqual([reporting.standing?.name, reporting.cadence, reporting.last?.saidOn], ['given', 'monthly', null]);
  assert.equal(reporting.last?.on, (await today()).asOf);
  const [deed] = commonSchema.history.parse(await office.get('/api/v1/deeds?limit=1')).items;
  assert.deepEqual([deed?.verb, deed?.changeCount], ['report-update', 1]);
  await undo(seq);
  assert.deepEqual((await wall()).reporting, before);
  await undo(rule);
});

test('what changed stands on the page and among the exceptions, with whom it waits for; its state is not touched by what was said', async () => {
  const { state } = await wall();
  const answer = await report([
    {
      subjectKind: 'project',
      subjectId: 'sea-wall',
      unchanged: false,
      step: 'blocked',
      forecastOn: '2031-01-31',
      waitsFor: 'works',
      words: { zh: null, en: 'waits for the licence' },
    },
  ]);
  assert.equal(answer.status, 200, await answer.clone().text());
  const { seq } = loopSchema.updatesReceipt.parse(await answer.json());
  const { reporting, state: after } = await wall();
  assert.deepEqual(after, state, 'a state is computed from evidence alone');
  assert.deepEqual([reporting.last?.step, reporting.last?.words.en], ['blocked', 'waits for the licence']);
  const found = (await exceptions()).items.find(({ thing }) => thing.id === 'sea-wall');
  for (const why of ['blocked', 'waiting', 'slipping'] as const) assert.ok(found?.why.includes(why), why);
  assert.equal((await exceptions('?why=blocked')).total, 1);
  assert.equal((await exceptions('?why=blocked')).counts.waiting, 1);
  await undo(seq);
  assert.equal((await exceptions('?why=blocked')).total, 0);
});

test('several records in one deed, all or none; sent twice with one key it is done once', async () => {
  const projects = nounSchema.projectPage.parse(await office.get('/api/v1/projects?limit=3')).items;
  const updates = projects.map(({ id }) => ({ subjectKind: 'project', subjectId: id, unchanged: true }));
  const seqNow = async () => districtSchema.district.parse(await office.get('/api/v1/district')).seq;
  const before = await seqNow();
  for (const bad of [
    [...updates, { subjectKind: 'project', subjectId: 'nowhere', unchanged: true }],
    [...updates, updates[0]],
    [{ ...updates[0], step: 'blocked' }],
    [{ ...updates[0], unchanged: false }],
    [{ ...updates[0], unchanged: false, waitsFor: 'nobody' }],
    [{ ...updates[0], unchanged: false, forecastOn: '2026-02-30' }],
    [],
  ]) {
    const answer = await report(bad as object[]);
    assert.equal(answer.status, 400, JSON.stringify(bad));
    assert.equal(commonSchema.problem.parse(await answer.json()).code, 'WG_INPUT_INVALID');
  }
  assert.equal(await seqNow(), before, 'nothing is stored');
  const once = () => office.post('/api/v1/updates', { who: 'Ada', updates }, { 'idempotency-key': 'monday' });
  const [first, second] = [await (await once()).json(), await (await once()).json()];
  assert.deepEqual(first, second);
  assert.equal(await seqNow(), before + 1);
});

test('a project that is taken out takes its reports with it, and comes back with them', async () => {
  assert.equal((await report([{ subjectKind: 'project', subjectId: 'sea-wall', unchanged: true }])).status, 200);
  const { rev, reporting } = await wall();
  assert.ok(reporting.last);
  const answer = await office.send(
    'DELETE',
    '/api/v1/projects/sea-wall',
    { who: 'Ada', reason: '', withAll: true },
    { 'if-match': `"${rev}"` },
  );
  assert.equal(answer.status, 200, await answer.clone().text());
  await undo(seqOf(await answer.json()));
  assert.deepEqual((await wall()).reporting.last, reporting.last);
});

function seqOf(receipt: unknown): number {
  return z.object({ seq: z.number() }).parse(receipt).seq;
}

test('departments that co-operate stand with a project and a commitment, as they are linked, and go with the link', async () => {
  const commitment = async () => nounSchema.commitmentDetail.parse(await office.get('/api/v1/commitments/p1s2-1'));
  const before = (await wall()).reporting.coOperating.map(({ id }) => id);
  const seqs: number[] = [];
  for (const [kind, id] of [
    ['project', 'sea-wall'],
    ['commitment', 'p1s2-1'],
  ]) {
    const fields = { from_kind: 'department', from_id: 'housing', relation: 'co-operates', to_kind: kind, to_id: id };
    const answer = await office.post('/api/v1/links', { who: 'Ada', reason: '', fields });
    assert.equal(answer.status, 200, await answer.clone().text());
    seqs.push(seqOf(await answer.json()));
  }
  assert.deepEqual(
    (await wall()).reporting.coOperating.map(({ id }) => id),
    [...before, 'housing'],
  );
  assert.deepEqual(
    (await commitment()).reporting.coOperating.map(({ name }) => name.en),
    ['Housing Desk'],
  );
  for (const seq of seqs) await undo(seq);
  assert.deepEqual((await commitment()).reporting.coOperating, []);
});
