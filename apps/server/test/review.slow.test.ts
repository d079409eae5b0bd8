import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, editSchema, nounSchema, reviewSchema } from '@westgate/contract';
import { type Headers, join, openPeopleOffice } from './people-office.ts';

const house = await openPeopleOffice();
const { desk } = house;
const send = (method: string, path: string, body: unknown, headers: Headers) => house.send(method, `/api/v1${path}`, body, headers);
const get = (path: string, headers: Headers) => house.ask(`/api/v1${path}`, { headers });
await join(house, 'root', ['system-administrator']);
const { as: office } = await join(house, 'office', ['programme-office']);
const { as: second } = await join(house, 'second', ['programme-office']);
const { as: lead } = await join(house, 'lead', ['department-lead'], 'works');
const { as: member } = await join(house, 'member', ['department-member'], 'works');
const { as: stranger } = await join(house, 'stranger', ['department-lead'], 'culture');

const WALL = { subjectKind: 'project', subjectId: 'sea-wall', field: 'due_on' };
const propose = (proposed: string | null, headers: Headers, more: object = {}) =>
  send('POST', '/pending-changes', { who: 'x', reason: '', ...WALL, proposed, ...more }, headers);
const decide = (id: string, decision: string, headers: Headers, words: string | null = null) =>
  send('POST', `/pending-changes/${id}/decision`, { who: 'x', reason: '', decision, words: { zh: null, en: words } }, headers);
const undo = (seq: number, headers: Headers) => send('POST', `/deeds/${seq}/undo`, { who: 'x', reason: '' }, headers);
const pending = async (headers: Headers, query = '') =>
  reviewSchema.pendingChanges.parse(await (await get(`/pending-changes${query}`, headers)).json());
const wall = async () => nounSchema.projectDetail.parse(await (await get('/projects/sea-wall', office)).json());
const revise = (fields: object, rev: number, headers: Headers) =>
  send('PATCH', '/projects/sea-wall', { who: 'x', reason: '', fields }, { ...headers, 'if-match': `"${rev}"` });
const refusal = async (answer: Response) => {
  const { code, details } = commonSchema.problem.parse(await answer.json());
  return [answer.status, code, details?.why ?? details?.field ?? null];
};
const idOf = async (answer: Response): Promise<string> => {
  assert.equal(answer.status, 200, await answer.clone().text());
  return districtSchema.madeReceipt.parse(await answer.json()).id;
};
const seqOf = async (answer: Response): Promise<number> => {
  assert.equal(answer.status, 200, await answer.clone().text());
  return commonSchema.deed.pick({ seq: true }).parse(await answer.json()).seq;
};

test('without a rule the department changes its record itself; with one its change is refused, and by whom it waits is said', async () => {
  assert.deepEqual(await refusal(await propose('2029-01-31', member)), [400, 'WG_INPUT_INVALID', 'field']);
  const { rev } = await wall();
  const changed = await seqOf(await revise({ due_on: '2028-01-31' }, rev, lead));
  assert.equal((await undo(changed, lead)).status, 200);
  const rule = [
    { action: 'create', table: 'review_rule', fields: { subject_kind: 'project', field: 'due_on', basis_en: 'Ward rules, 12' } },
  ];
  assert.equal((await send('POST', '/edits', { who: 'x', reason: '', edits: rule }, lead)).status, 403, 'the office makes the rules');
  const made = await send('POST', '/edits', { who: 'x', reason: '', edits: rule }, office);
  assert.equal(made.status, 200, await made.clone().text());
  editSchema.editsReceipt.parse(await made.json());
  const now = (await wall()).rev;
  assert.deepEqual(await refusal(await revise({ due_on: '2028-01-31' }, now, lead)), [403, 'WG_NOT_ALLOWED', 'review']);
  assert.equal((await revise({ note_en: 'A wall.' }, now, lead)).status, 200, 'what no rule names is changed as before');
  assert.deepEqual(
    (await pending(member)).rules.map(({ kind, field, basis }) => [kind, field, basis.en]),
    [['project', 'due_on', 'Ward rules, 12']],
  );
});

test('a record with a value under review is not taken out by its department, to come back with another; one made by mistake is taken back', async () => {
  const { rev } = await wall();
  const takeOut = (headers: Headers, at: number) =>
    send('DELETE', '/projects/sea-wall', { who: 'x', reason: '', withAll: true }, { ...headers, 'if-match': `"${at}"` });
  assert.deepEqual(await refusal(await takeOut(lead, rev)), [403, 'WG_NOT_ALLOWED', 'review']);
  const fields = { id: 'quay-lamps', name_en: 'Quay lamps', kind: 'greenway', lead: 'works', due_on: '2029-06-30' };
  const made = await seqOf(
    await send('POST', '/edits', { who: 'x', reason: '', edits: [{ action: 'create', table: 'project', fields }] }, lead),
  );
  assert.equal((await undo(made, member)).status, 403);
  const unmade = await seqOf(await undo(made, lead));
  const back = await seqOf(await undo(unmade, lead));
  assert.deepEqual(await refusal(await undo(back, lead)), [403, 'WG_NOT_ALLOWED', 'review'], 'what was brought back was not made');
  assert.equal((await undo(back, office)).status, 200);
  const out = await seqOf(await takeOut(office, (await wall()).rev));
  assert.equal((await undo(out, office)).status, 200);
});

test('proposed, the record keeps its value; accepted by another, it takes it; one undo brings both back', async () => {
  const before = (await wall()).due?.on ?? null;
  const id = await idOf(await propose('2029-01-31', member, { words: { zh: null, en: 'The stone comes late' } }));
  assert.equal((await wall()).due?.on ?? null, before);
  const [waiting] = (await pending(member, '?of=project:sea-wall')).items;
  assert.deepEqual(
    [waiting?.approved, waiting?.proposed, waiting?.stamp?.who, waiting?.words.en, waiting?.isCurrent],
    [before, '2029-01-31', 'member', 'The stone comes late', true],
  );
  assert.deepEqual(await refusal(await propose('2029-02-28', lead)), [400, 'WG_INPUT_INVALID', 'field'], 'one waits already');
  assert.deepEqual((await refusal(await decide(id, 'accepted', lead))).slice(0, 2), [403, 'WG_NOT_ALLOWED']);
  const accepted = await seqOf(await decide(id, 'accepted', office));
  assert.equal((await wall()).due?.on, '2029-01-31');
  assert.deepEqual(await refusal(await decide(id, 'refused', office, 'too late')), [409, 'WG_STEP_REFUSED', 'decided']);
  assert.equal((await pending(office)).total, 0);
  assert.equal((await undo(accepted, lead)).status, 403, 'what the office decided is taken back there');
  assert.equal((await undo(accepted, office)).status, 200);
  assert.equal((await wall()).due?.on ?? null, before);
  assert.equal((await pending(office)).total, 1, 'it waits again');
  assert.deepEqual(await refusal(await decide(id, 'refused', office)), [400, 'WG_INPUT_INVALID', 'words']);
  await seqOf(await decide(id, 'refused', office, 'Not before the budget'));
  const [refused] = (await pending(lead, '?of=project:sea-wall&state=all')).items;
  assert.deepEqual([refused?.decision, refused?.decisionWords.en], ['refused', 'Not before the budget']);
});

test('who proposed does not decide; a record changed meanwhile is not overwritten; of a hidden record nothing waits', async () => {
  const own = await idOf(await propose('2029-03-31', office));
  assert.deepEqual(await refusal(await decide(own, 'accepted', office)), [409, 'WG_STEP_REFUSED', 'same-person']);
  await seqOf(await revise({ due_on: '2027-12-31' }, (await wall()).rev, second));
  assert.equal((await pending(office, '?of=project:sea-wall')).items[0]?.isCurrent, false);
  assert.deepEqual((await refusal(await decide(own, 'accepted', second))).slice(0, 2), [409, 'WG_STALE_RECORD']);
  await seqOf(await revise({ visibility: 'department' }, (await wall()).rev, second));
  assert.equal((await pending(member)).total, 1);
  assert.equal((await pending(stranger)).total, 0);
  assert.equal((await propose('2030-01-31', stranger)).status, 404);
  assert.equal((await decide(own, 'refused', stranger, 'no')).status, 404);
});

test('what could not stand in the record is not proposed, and a proposal goes with its record', async () => {
  for (const wrong of ['tomorrow', '2029-02-30', '']) assert.equal((await propose(wrong, office)).status, 400, wrong);
  const byHand = [{ action: 'create', table: 'pending_change', fields: { ...WALL, proposed_on: '2026-01-01' } }];
  assert.equal((await send('POST', '/edits', { who: 'x', reason: '', edits: byHand }, office)).status, 400);
  assert.deepEqual((await desk.verify()).faults, []);
  const { rev } = await wall();
  const out = await send('DELETE', '/projects/sea-wall', { who: 'x', reason: '', withAll: true }, { ...office, 'if-match': `"${rev}"` });
  const seq = await seqOf(out);
  assert.equal(desk.register.pending_change.size, 0);
  assert.equal((await undo(seq, office)).status, 200);
  assert.equal(desk.register.pending_change.size, 2);
});
