import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, evidenceSchema, loopSchema, supervisionSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const today = loopSchema.today.parse(await office.get('/api/v1/today')).asOf;
const DRAFT = {
  subjectKind: 'project',
  subjectId: 'sea-wall',
  asked: { zh: null, en: 'Close the gap at the slipway' },
  lead: 'works',
  departments: ['culture', 'works'],
  dueOn: '2025-03-31',
};
const register = async (more: object = {}) => {
  const answer = await office.post('/api/v1/supervision', { who: 'Ada', ...DRAFT, ...more });
  assert.equal(answer.status, 200, await answer.clone().text());
  return districtSchema.madeReceipt.parse(await answer.json());
};
const matter = async (id: string) => supervisionSchema.matterDetail.parse(await office.get(`/api/v1/supervision/${id}`));
const ledger = async (query = '') => supervisionSchema.matters.parse(await office.get(`/api/v1/supervision${query}`));
const step = (id: string, name: string, who: string, more: object = {}) =>
  office.post(`/api/v1/supervision/${id}/steps`, { who, step: name, on: today, ...more });
const done = async (id: string, name: string, who: string): Promise<number> => {
  const answer = await step(id, name, who);
  assert.equal(answer.status, 200, await answer.clone().text());
  return commonSchema.deed.pick({ seq: true }).parse(await answer.json()).seq;
};
const undo = (seq: number) => office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada' });
const refused = async (answer: Response) => {
  const problem = commonSchema.problem.parse(await answer.json());
  return [answer.status, problem.code, problem.details?.why ?? null];
};

test('from registering to closing: each step is stamped, each undo takes it back, what does not follow is refused', async () => {
  const { id, seq } = await register();
  const fresh = await matter(id);
  assert.deepEqual(
    [fresh.stands, fresh.light, fresh.owedBy, fresh.departments.map((each) => each.id)],
    ['registered', 'overdue', 'lead', ['culture']],
  );
  assert.deepEqual([fresh.registered?.seq, fresh.registered?.who], [seq, 'Ada']);
  assert.deepEqual(await refused(await step(id, 'reported', 'Li')), [409, 'WG_STEP_REFUSED', 'not-next']);
  const deeds = [seq];
  const walk = [
    ['signed-for', 'Li'],
    ['reported', 'Li'],
    ['returned', 'Ada'],
    ['reported', 'Li'],
    ['verified', 'Ada'],
    ['closed', 'Ada'],
  ] as const;
  for (const [name, who] of walk) deeds.push(await done(id, name, who));
  const closed = await matter(id);
  assert.deepEqual([closed.stands, closed.light, closed.next, closed.steps.length], ['closed', 'closed', [], 6]);
  assert.deepEqual(
    closed.steps.map(({ stamp }) => [stamp?.seq, stamp?.who]),
    walk.map(([, who], index) => [deeds[index + 1], who]),
  );
  assert.deepEqual(await refused(await step(id, 'reported', 'Li')), [409, 'WG_STEP_REFUSED', 'not-next']);
  assert.equal((await undo(deeds[3] ?? 0)).status, 409, 'a step in the middle stays, as others follow from it');
  const stands = ['verified', 'reported', 'returned', 'reported', 'signed-for', 'registered'];
  for (const name of stands) {
    assert.equal((await undo(deeds.pop() ?? 0)).status, 200);
    assert.equal((await matter(id)).stands, name);
  }
  assert.equal((await undo(seq)).status, 200);
  assert.equal((await office.ask(`/api/v1/supervision/${id}`)).status, 404);
});

test('who reported neither verifies nor returns, by the name; undone and reported by another, who was refused may', async () => {
  const { id } = await register();
  await done(id, 'signed-for', 'Li');
  const reported = await done(id, 'reported', 'Li');
  assert.deepEqual(await refused(await step(id, 'verified', 'Li')), [409, 'WG_STEP_REFUSED', 'same-person']);
  assert.deepEqual(await refused(await step(id, 'returned', 'Li')), [409, 'WG_STEP_REFUSED', 'same-person']);
  const undone = await undo(reported);
  assert.equal(undone.status, 200);
  const { seq } = commonSchema.deed.pick({ seq: true }).parse(await undone.json());
  assert.equal((await undo(seq)).status, 200);
  assert.deepEqual(await refused(await step(id, 'verified', 'Li')), [409, 'WG_STEP_REFUSED', 'same-person'], 'Ada only brought it back');
  const again = commonSchema.history.parse(await office.get('/api/v1/deeds?limit=1')).items[0]?.seq ?? 0;
  assert.equal((await undo(again)).status, 200);
  await done(id, 'reported', 'Wang');
  assert.deepEqual(await refused(await step(id, 'verified', 'Wang')), [409, 'WG_STEP_REFUSED', 'same-person']);
  await done(id, 'verified', 'Li');
});

test('what does not fit is refused and nothing is stored', async () => {
  const before = (await ledger()).seq;
  for (const bad of [
    { subjectId: 'nowhere' },
    { subjectKind: 'department', subjectId: 'works' },
    { lead: 'nobody' },
    { departments: ['nobody'] },
    { dueOn: '2026-02-30' },
    { asked: { zh: null, en: null } },
    { source: 'nothing' },
  ]) {
    const answer = await office.post('/api/v1/supervision', { who: 'Ada', ...DRAFT, ...bad });
    assert.equal(answer.status, 400, JSON.stringify(bad));
  }
  const { id } = await register();
  assert.equal((await step(id, 'signed-for', 'Li', { on: '2999-01-01' })).status, 400, 'no step is of a day to come');
  assert.equal((await step(id, 'signed-for', 'Li', { on: '2020-01-01' })).status, 400, 'nor of a day before it was registered');
  assert.equal((await step('nothing', 'signed-for', 'Li')).status, 404);
  const byHand = { action: 'create', table: 'supervision_step', fields: { supervision: id, position: 1, step: 'closed', on: today } };
  assert.equal((await office.post('/api/v1/edits', { who: 'Ada', edits: [byHand] })).status, 400, 'where a matter stands is not entered');
  assert.equal((await ledger()).seq, before + 1);
});

test('Today, the exceptions, the ledger and its file tell the same; a corrected due date is a deed with its undo', async () => {
  const { id } = await register({ asked: { zh: null, en: 'Paint the bridge' } });
  const named = (items: readonly { readonly id: string }[]) => items.some((each) => each.id === id);
  const own = loopSchema.today.parse(await office.get('/api/v1/today?department=works'));
  const other = loopSchema.today.parse(await office.get('/api/v1/today?department=culture'));
  assert.deepEqual([named(own.matters), named(other.matters)], [true, false]);
  assert.ok(own.overdueMatters > 0);
  const found = loopSchema.exceptions.parse(await office.get('/api/v1/exceptions'));
  assert.ok(named(found.matters) && found.matterCount === found.matters.length);
  assert.ok(named((await ledger('?light=overdue&department=culture')).items), 'a department that co-operates finds it');
  assert.ok(named((await ledger('?of=project:sea-wall')).items) && !named((await ledger('?of=project:market-square')).items));
  const csv = await (await office.ask('/api/v1/exports/supervision.csv?lang=en&filter=light:is:overdue')).text();
  assert.match(csv, /Paint the bridge/);
  assert.equal((await office.ask('/api/v1/exports/supervision.xlsx?lang=zh')).status, 200);
  const later = { action: 'revise', table: 'supervision', key: id, rev: 1, fields: { due_on: '2099-12-31' } };
  const corrected = await office.post('/api/v1/edits', { who: 'Ada', reason: 'put off', edits: [later] });
  assert.equal(corrected.status, 200, await corrected.clone().text());
  assert.equal((await matter(id)).light, 'in-time');
  const { seq } = commonSchema.deed.pick({ seq: true }).parse(await corrected.json());
  assert.equal((await undo(seq)).status, 200);
  assert.equal((await matter(id)).light, 'overdue');
});

test('files are kept with a matter; it goes with its record and comes back with all of it; its history is told', async () => {
  const { id } = await register({ subjectId: 'market-square' });
  await done(id, 'signed-for', 'Li');
  const form = new FormData();
  for (const [field, value] of Object.entries({ subjectKind: 'supervision', subjectId: id, titleEn: 'Minutes', on: today, who: 'Li' }))
    form.append(field, value);
  form.append('file', new Blob(['a,b\n1,2\n']), 'minutes.csv');
  const kept = await fetch(`${office.server.address}/api/v1/evidence`, { method: 'POST', body: form });
  assert.equal(kept.status, 200, await kept.clone().text());
  const files = async () => evidenceSchema.evidenceFiles.parse(await office.get(`/api/v1/evidence?of=supervision:${id}`)).items.length;
  assert.equal(await files(), 1);
  const history = commonSchema.history.parse(await office.get(`/api/v1/supervision/${id}/history`)).items;
  assert.deepEqual(
    history.map(({ verb }) => verb),
    ['add-evidence', 'sign-for-matter', 'register-matter'],
  );
  const { rev } = commonSchema.deed
    .pick({})
    .extend({ rev: commonSchema.rev })
    .parse(await office.get('/api/v1/projects/market-square'));
  const gone = await office.send(
    'DELETE',
    '/api/v1/projects/market-square',
    { who: 'Ada', reason: '', withAll: true },
    { 'if-match': `"${rev}"` },
  );
  assert.equal(gone.status, 200, await gone.clone().text());
  assert.equal((await office.ask(`/api/v1/supervision/${id}`)).status, 404);
  assert.equal((await undo(commonSchema.deed.pick({ seq: true }).parse(await gone.json()).seq)).status, 200);
  assert.deepEqual([(await matter(id)).stands, await files()], ['signed-for', 1]);
});

test('a folder carries matters and their steps', async () => {
  const folder = office.desk.exportFolder();
  assert.match(folder.get('programme/supervision.csv') ?? '', /Paint the bridge/);
  assert.equal((await office.desk.importFolder(folder, { who: 'Ada' })).seq, null, 'nothing differs');
});
