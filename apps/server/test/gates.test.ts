import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, gateSchema } from '@westgate/contract';
import { pdf } from './evidence/sample-files.ts';
import { upload } from './evidence/upload.ts';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const standing = async (id: string) => gateSchema.standing.parse(await office.get(`/api/v1/projects/${id}/gates`));
const pass = (id: string, gate: string, on = '2025-03-01') => office.post(`/api/v1/projects/${id}/gates/${gate}/pass`, { who: 'Ada', on });
const answer = (id: string, requirement: string, word = 'yes') =>
  office.post(`/api/v1/projects/${id}/answers`, { who: 'Ada', requirement, answer: word, on: '2025-02-01' });
const seqOf = async (response: Response) => {
  assert.equal(response.status, 200, await response.clone().text());
  return districtSchema.receipt.parse(await response.json()).seq;
};

test('a closed gate is refused with what is missing and who can supply it; with it the project passes and is admitted', async () => {
  const refused = await pass('sea-wall', 'wall-survey');
  assert.equal(refused.status, 409);
  const problem = commonSchema.problem.parse(await refused.json());
  assert.equal(problem.code, 'WG_GATE_CLOSED');
  assert.match(problem.detail, /missing 1: Tide record \(no-file; Ward Works Office\)/);
  assert.equal((await upload(office, 'tides.pdf', pdf('tides'), { requirement: 'wall-survey-1' })).status, 200);
  await seqOf(await pass('sea-wall', 'wall-survey'));
  await seqOf(await answer('sea-wall', 'wall-entry-1', 'no'));
  assert.deepEqual((await standing('sea-wall')).missing, ['wall-entry-1', 'wall-entry-2']);
  await seqOf(await answer('sea-wall', 'wall-entry-1'));
  await seqOf(await answer('sea-wall', 'wall-entry-2'));
  const admitting = await seqOf(await pass('sea-wall', 'wall-entry'));
  const { admission, open, rungs } = await standing('sea-wall');
  assert.deepEqual([admission?.decision, admission?.rulesOn, open], ['admitted', '2025-03-01', 'wall-build']);
  assert.deepEqual(rungs[1]?.pass?.basis, ['wall-entry-1=answer', 'wall-entry-2=answer']);
  await seqOf(await office.post(`/api/v1/deeds/${admitting}/undo`, { who: 'Ada' }));
  assert.equal((await standing('sea-wall')).admission, null);
  const [undone] = await office.desk.deeds(1);
  await seqOf(await office.post(`/api/v1/deeds/${undone?.seq}/undo`, { who: 'Ada' }));
  assert.equal((await standing('sea-wall')).admission?.decision, 'admitted');
});

test('a refusal from the pool keeps its reason, and one that is in the pool is not refused', async () => {
  await seqOf(await office.post('/api/v1/projects/market-square/refusal', { who: 'Ada', on: '2025-03-01', reason: 'no ground for it' }));
  const { admission } = await standing('market-square');
  assert.deepEqual([admission?.decision, admission?.reason.en], ['refused', 'no ground for it']);
  assert.equal((await office.post('/api/v1/projects/sea-wall/refusal', { who: 'Ada', on: '2025-03-01', reason: 'late' })).status, 400);
  assert.equal((await office.post('/api/v1/projects/market-square/refusal', { who: 'Ada', on: '2025-03-01', reason: ' ' })).status, 400);
});

test('another kind asks what becomes of each passed gate, and says so where nothing is said', async () => {
  const change = (passes: readonly object[], kind = 'old-compound') =>
    office.post('/api/v1/projects/sea-wall/rules', { who: 'Ada', kind, rulesOn: '2025-03-01', reason: 'it is a yard after all', passes });
  const silent = commonSchema.problem.parse(await (await change([])).json());
  assert.match(silent.detail, /nothing is said of wall-survey, wall-entry/);
  const revised = await office.send('PATCH', '/api/v1/projects/sea-wall', { who: 'Ada', fields: { kind: 'park' } }, { 'if-match': '"1"' });
  assert.match(commonSchema.problem.parse(await revised.json()).detail, /say what becomes of each/);
  const aside = { gate: 'wall-survey', becomes: 'set-aside', reason: 'another survey is needed' };
  assert.equal((await change([aside, { gate: 'wall-entry', becomes: 'kept-as', as: 'wall-build' }])).status, 400);
  const seq = await seqOf(await change([aside, { gate: 'wall-entry', becomes: 'kept-as', as: 'yard-ask' }]));
  const moved = await standing('sea-wall');
  assert.deepEqual([moved.kind, moved.open, moved.rungs[0]?.state], ['old-compound', 'yard-land', 'passed']);
  assert.deepEqual(
    moved.former.map(({ gate, became, keptAs, reason }) => [gate, became, keptAs, reason.en]),
    [
      ['wall-survey', 'set-aside', null, 'another survey is needed'],
      ['wall-entry', 'kept-as', 'yard-ask', null],
    ],
  );
  await seqOf(await office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada' }));
  const back = await standing('sea-wall');
  assert.deepEqual([back.kind, back.open, back.former.length], ['flood-defence', 'wall-build', 0]);
});

test('no gate is passed past what it asks for: not by an edit, not out of its turn, not in a project that is not there', async () => {
  const before = office.desk.seq;
  const fields = { project: 'tide-gauge', gate: 'wall-survey', on: '2025-01-01', basis: [], became: 'stands' };
  const edits = [{ action: 'create', table: 'gate_pass', fields }];
  assert.equal((await office.post('/api/v1/edits', { who: 'Ada', edits })).status, 400);
  assert.equal((await pass('tide-gauge', 'wall-build')).status, 400);
  assert.equal((await pass('no-such', 'wall-survey')).status, 404);
  assert.equal((await answer('tide-gauge', 'wall-survey-1')).status, 400);
  assert.equal((await answer('tide-gauge', 'no-such')).status, 404);
  assert.equal(office.desk.seq, before);
});

test('the rulebook is told by kind and day, and every project stands on the board', async () => {
  const gatesOn = async (asOf: string) =>
    gateSchema.rulebook.parse(await office.get(`/api/v1/rulebook?kind=old-compound&asOf=${asOf}`)).gates.map(({ gate }) => gate.id);
  assert.deepEqual(await gatesOn('2025-06-30'), ['yard-ask', 'yard-land']);
  assert.deepEqual(await gatesOn('2025-07-01'), ['yard-ask-2', 'yard-land']);
  const board = gateSchema.gateBoard.parse(await office.get('/api/v1/gates'));
  assert.equal(board.items.length, office.desk.register.project.size);
  assert.ok((await office.desk.verify()).isClean);
});
