import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, nounSchema, recordSchema, reviseSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const WALL = '/api/v1/projects/sea-wall';

type Method = 'PATCH' | 'DELETE';
const change = (method: Method, path: string, body: unknown, headers: Record<string, string> = {}) =>
  office.ask(path, { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const patch = (path: string, rev: number, fields: object, who = 'Ada', headers: Record<string, string> = {}) =>
  change('PATCH', path, { who, fields }, { 'if-match': `"${rev}"`, ...headers });
const wall = async () => nounSchema.projectDetail.parse(await office.get(WALL));
const receiptOf = async (answer: Response) => {
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return districtSchema.receipt.parse(JSON.parse(text));
};
const problemOf = async (answer: Response, status: number) => {
  const problem = commonSchema.problem.parse(await answer.json());
  assert.equal(answer.status, status, problem.detail);
  return problem;
};

test('of two clients that read the same record, the second learns what the first changed, and may write after reading it', async () => {
  const [adas, bens] = [await wall(), await wall()];
  const first = await receiptOf(await patch(WALL, adas.rev, { due_on: '2026-09-30' }));
  assert.deepEqual([first.verb, first.rev], ['revise', adas.rev + 1]);

  const problem = await problemOf(await patch(WALL, bens.rev, { due_on: '2027-03-31' }, 'Ben'), 409);
  assert.equal(problem.code, 'WG_STALE_RECORD');
  const conflict = reviseSchema.conflict.parse(problem.details);
  assert.deepEqual([conflict.read, conflict.rev, conflict.row?.due_on], [bens.rev, adas.rev + 1, '2026-09-30']);
  const [others] = conflict.changes;
  assert.deepEqual([others?.who, others?.seq, others?.kind], ['Ada', first.seq, 'changed']);
  assert.deepEqual(others?.fields[0], { field: 'due_on', before: '2025-10-31', after: '2026-09-30' });
  assert.deepEqual(
    others?.fields.slice(1).map(({ field }) => field),
    ['due_basis_en', 'due_source'],
    'and the basis it lost',
  );
  assert.equal((await wall()).due?.on, '2026-09-30');

  const second = await receiptOf(await patch(WALL, conflict.rev ?? 0, { due_on: '2027-03-31' }, 'Ben'));
  assert.equal((await wall()).due?.on, '2027-03-31');
  const history = commonSchema.history.parse(await office.get(`${WALL}/history`));
  assert.deepEqual(
    history.items.slice(0, 2).map(({ seq, who, verb }) => [seq, who, verb]),
    [
      [second.seq, 'Ben', 'revise'],
      [first.seq, 'Ada', 'revise'],
    ],
  );
  await receiptOf(await office.post(`/api/v1/deeds/${second.seq}/undo`, { who: 'Ben' }));
  assert.deepEqual([(await wall()).due?.on, (await wall()).rev], ['2026-09-30', adas.rev + 3]);
});

test('twenty clients write at once: each change is stored or refused, none is lost under another', async () => {
  const { rev } = await wall();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => patch(WALL, rev, { note_en: `note ${n}` }, `client ${n}`)));
  const statuses = answers.map(({ status }) => status);
  assert.deepEqual([statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 409).length], [1, 19]);
  assert.equal((await wall()).note.en, `note ${statuses.indexOf(200)}`);
  await Promise.all(answers.map((answer) => answer.text()));
});

test('a request sent again with its key gets the first answer, though the revision it names is past', async () => {
  const { rev } = await wall();
  const send = () => patch(WALL, rev, { note_en: 'once' }, 'Ada', { 'idempotency-key': 'revise-once' });
  const first = await receiptOf(await send());
  assert.deepEqual(await receiptOf(await send()), first);
  assert.equal((await wall()).rev, rev + 1);
  const other = await patch(WALL, rev + 1, { note_en: 'twice' }, 'Ada', { 'idempotency-key': 'revise-once' });
  assert.match((await problemOf(other, 400)).detail, /key of its own/);
});

test('a change that does not say what was read, or says it wrongly, is not done', async () => {
  const { rev } = await wall();
  const body = { who: 'Ada', fields: { note_en: 'x' } };
  assert.equal((await problemOf(await change('PATCH', WALL, body), 428)).code, 'WG_MATCH_REQUIRED');
  for (const match of ['*', `W/"${rev}"`, String(rev), `"${rev}", "1"`, '"0"', '"-1"', '"99999999999"', '""']) {
    assert.equal((await problemOf(await change('PATCH', WALL, body, { 'if-match': match }), 400)).code, 'WG_INPUT_INVALID', match);
  }
  assert.equal((await problemOf(await patch(WALL, rev + 5, { note_en: 'x' }), 409)).code, 'WG_STALE_RECORD');
  assert.equal((await problemOf(await patch('/api/v1/projects/nowhere', 1, { note_en: 'x' }), 404)).code, 'WG_NOT_FOUND');
  assert.equal((await problemOf(await patch('/api/v1/projects/%00', 1, { note_en: 'x' }), 404)).code, 'WG_NOT_FOUND');
  assert.equal((await wall()).rev, rev);
});

test('fields that do not fit are named', async () => {
  const { rev } = await wall();
  const unknown = await problemOf(await patch(WALL, rev, { colour: 'red', id: 'other' }), 400);
  assert.match(unknown.detail, /colour, id: unknown field/);
  const wrong = await problemOf(await patch(WALL, rev, { due_on: 'soon', lead: 'nobody', tags: ['aim:fly'] }), 400);
  assert.match(wrong.detail, /due_on/);
  const bearings = await problemOf(await patch(WALL, rev, { lead: 'nobody', tags: ['aim:fly'] }), 400);
  const faults = districtSchema.fault.array().parse(bearings.details?.faults);
  assert.deepEqual(faults.map(({ field }) => field).toSorted(), ['lead', 'tags']);
});

test('an outcome is corrected, withdrawn and brought back', async () => {
  const path = '/api/v1/outcomes/sea-wall-started';
  const outcome = async () => (await wall()).evidence.find(({ id }) => id === 'sea-wall-started');
  const receipt = await receiptOf(await patch(path, 1, { dates: '2025-02-03', note_en: 'the first stone' }));
  assert.deepEqual([receipt.outcomeId, receipt.rev], ['sea-wall-started', 2]);
  assert.deepEqual([(await outcome())?.dates, (await outcome())?.rev, (await outcome())?.changed?.field], ['2025-02-03', 2, 'dates']);

  assert.equal((await problemOf(await change('DELETE', path, { who: 'Ben' }, { 'if-match': '"1"' }), 409)).code, 'WG_STALE_RECORD');
  const gone = await receiptOf(await change('DELETE', path, { who: 'Ben', reason: 'twice in the list' }, { 'if-match': '"2"' }));
  assert.deepEqual([gone.verb, gone.rev, await outcome()], ['withdraw', null, undefined]);
  const late = await problemOf(await patch(path, 2, { note_en: 'x' }), 409);
  const conflict = reviseSchema.conflict.parse(late.details);
  assert.deepEqual([conflict.rev, conflict.row, conflict.changes[0]?.kind, conflict.changes[0]?.who], [null, null, 'deleted', 'Ben']);
  await receiptOf(await office.post(`/api/v1/deeds/${gone.seq}/undo`, { who: 'Ben' }));
  assert.deepEqual([(await outcome())?.dates, (await outcome())?.rev], ['2025-02-03', 3]);
});

test('every kind of record is read with its revision and changed by it', async () => {
  const notes: readonly (readonly [string, object])[] = [
    ['sentences/p1s1', { reason_en: 'It promises nothing.' }],
    ['commitments/p2s1-1', { note_en: 'seen' }],
    ['places/low-quay', { note_en: 'seen' }],
    ['indicators/doors-fitted', { definition_en: 'Doors that close.' }],
    ['events/rowing-day', { note_en: 'seen' }],
    ['parks/warehouse-row', { note_en: 'seen' }],
    ['departments/works', { role_en: 'Walls' }],
    ['documents/ward-plan', { note_en: 'seen' }],
    ['sources/gazette', { title: 'The Gazette' }],
  ];
  const revOf = async (path: string) => recordSchema.PLAIN.park.detail.pick({ rev: true }).parse(await office.get(`/api/v1/${path}`)).rev;
  for (const [path, fields] of notes) {
    const rev = await revOf(path);
    assert.equal((await receiptOf(await patch(`/api/v1/${path}`, rev, fields))).rev, rev + 1, path);
    assert.equal(await revOf(path), rev + 1, path);
  }
  const figure = await receiptOf(await patch('/api/v1/figures/sea-wall-cost', 1, { value: 20.25, source: 'contract-wall' }));
  assert.equal(figure.rev, 2);
  assert.deepEqual((await office.desk.verify()).faults, []);
});
