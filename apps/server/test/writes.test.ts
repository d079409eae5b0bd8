import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, nounSchema } from '@westgate/contract';
import { z } from 'zod';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const ASOF = 'asOf=2026-11-25';

const project = async (id: string) => nounSchema.projectDetail.parse(await office.get(`/api/v1/projects/${id}?${ASOF}`));
const receiptOf = async (answer: Response) => {
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return districtSchema.receipt.parse(JSON.parse(text));
};
const OPENED = {
  subjectKind: 'project',
  subjectId: 'silo-library',
  what: 'opened',
  dates: '2026-05-01',
  source: 'gazette',
  confidence: 'high',
  who: 'Ada',
};

test('an outcome changes the state everywhere, and undoing it changes it back', async () => {
  const before = await project('silo-library');
  const coverage = districtSchema.coverage.parse(await office.get(`/api/v1/coverage?${ASOF}`));
  const receipt = await receiptOf(await office.post('/api/v1/outcomes', OPENED));
  assert.equal(receipt.verb, 'record-outcome');
  const after = await project('silo-library');
  assert.equal(after.state.name, 'done');
  const recorded = after.evidence.find((evidence) => evidence.id === receipt.outcomeId);
  assert.ok(recorded?.counts);
  assert.equal(recorded.changed?.who, 'Ada');
  const commitment = nounSchema.commitmentDetail.parse(await office.get(`/api/v1/commitments/p1s2-1?${ASOF}`));
  assert.equal(commitment.state.name, 'done');
  const counted = districtSchema.coverage.parse(await office.get(`/api/v1/coverage?${ASOF}`));
  assert.equal(counted.states.done, coverage.states.done + 1);

  const undone = await receiptOf(await office.post(`/api/v1/deeds/${receipt.seq}/undo`, { who: 'Ada', reason: 'a mistake' }));
  assert.deepEqual((await project('silo-library')).state, before.state);
  const history = commonSchema.history.parse(await office.get('/api/v1/projects/silo-library/history'));
  assert.deepEqual(
    history.items.slice(0, 2).map(({ seq, verb, undoes, undoneBy }) => ({ seq, verb, undoes, undoneBy })),
    [
      { seq: undone.seq, verb: 'undo', undoes: receipt.seq, undoneBy: null },
      { seq: receipt.seq, verb: 'record-outcome', undoes: null, undoneBy: undone.seq },
    ],
  );
});

test('a repeated request with the same key does nothing new and gets the first answer', async () => {
  const key = { 'idempotency-key': 'once-only' };
  const first = await receiptOf(await office.post('/api/v1/outcomes', { ...OPENED, dates: '2026-06-01' }, key));
  const second = await receiptOf(await office.post('/api/v1/outcomes', { ...OPENED, dates: '2026-06-01' }, key));
  assert.deepEqual(second, first);
  const undo = async () => office.post(`/api/v1/deeds/${first.seq}/undo`, { who: 'Ada' }, { 'idempotency-key': 'once-back' });
  assert.deepEqual(await receiptOf(await undo()), await receiptOf(await undo()));
  assert.equal(
    (await office.post('/api/v1/outcomes', { ...OPENED, dates: '2026-06-02' }, key)).status,
    400,
    'another request, the same key',
  );
});

test('a field that no write knows is refused, not passed over', async () => {
  const misspelt = await office.post('/api/v1/outcomes', { ...OPENED, new_due_on: '2026-06-01' });
  assert.equal(misspelt.status, 400);
  assert.match(commonSchema.problem.parse(await misspelt.json()).detail, /new_due_on: unknown field/);
  assert.equal((await office.post('/api/v1/deeds/1/undo', { who: 'Ada', dryRun: true })).status, 400);
});

test('an outcome that does not fit is refused with every field named', async () => {
  const answer = await office.post('/api/v1/outcomes', { ...OPENED, subjectId: 'nowhere', dates: '2026-02-30', source: 'nobody' });
  assert.equal(answer.status, 400);
  const problem = commonSchema.problem.parse(await answer.json());
  assert.equal(problem.code, 'WG_INPUT_INVALID');
  assert.match(problem.detail, /dates/);
  const unknown = await office.post('/api/v1/outcomes', { ...OPENED, subjectId: 'nowhere', source: 'nobody' });
  const detail = commonSchema.problem.parse(await unknown.json()).detail;
  assert.match(detail, /subjectId/);
  assert.match(detail, /source/);
});

test('an open stream hears of a deed at once, and a returning one of what it missed', async () => {
  const abort = new AbortController();
  const stream = await office.ask('/api/v1/changes', { signal: abort.signal });
  assert.match(stream.headers.get('content-type') ?? '', /^text\/event-stream/);
  assert.ok(stream.headers.get('content-security-policy'));
  const heard = nextMessage(stream);
  const began = performance.now();
  const receipt = await receiptOf(await office.post('/api/v1/outcomes', { ...OPENED, dates: '2026-07-01' }));
  const message = districtSchema.changeMessage.parse(await heard);
  assert.ok(performance.now() - began < 1000);
  assert.equal(message.seq, receipt.seq);
  assert.deepEqual(message.tables, ['outcome']);
  assert.deepEqual(message.keys, [`outcome:${receipt.outcomeId}`]);
  abort.abort();

  const back = new AbortController();
  const missed = await office.ask('/api/v1/changes', { headers: { 'last-event-id': String(receipt.seq - 1) }, signal: back.signal });
  assert.equal(districtSchema.changeMessage.parse(await nextMessage(missed)).seq, receipt.seq);
  back.abort();

  const lost = new AbortController();
  const stranger = await office.ask('/api/v1/changes', { headers: { 'last-event-id': '999' }, signal: lost.signal });
  assert.match(await textUntil(stranger, /\n\n.*\n\n/s), /event: reset/);
  lost.abort();
});

test('a changed figure comes in by import and says since when; faults store nothing', async () => {
  const exported = districtSchema.exportAnswer.parse(await office.get('/api/v1/district/export'));
  const { files } = exported;
  const same = districtSchema.importReport.parse(await (await office.post('/api/v1/district/import', { files })).json());
  assert.equal(same.changeCount, 0);

  const file = 'results/figures.csv';
  const lines = (files[file] ?? '').split('\n');
  const index = lines.findIndex((line) => /,\d+,/.test(line));
  const edited = { ...files, [file]: lines.with(index, (lines[index] ?? '').replace(/,(\d+),/, ',4242,')).join('\n') };
  const planned = districtSchema.importReport.parse(
    await (await office.post('/api/v1/district/import', { files: edited, dryRun: true })).json(),
  );
  assert.deepEqual([planned.stored, planned.changeCount, planned.changes[0]?.table], [false, 1, 'figure']);
  const done = districtSchema.importReport.parse(
    await (await office.post('/api/v1/district/import', { files: edited, who: 'Ada' })).json(),
  );
  assert.equal(done.stored, true);
  const figures = nounSchema.placePage.parse(await office.get('/api/v1/places?limit=500')).items;
  const all = await Promise.all(
    figures.map(async ({ id }) => nounSchema.placeDetail.parse(await office.get(`/api/v1/places/${id}`)).figures),
  );
  const projects = nounSchema.projectPage.parse(await office.get('/api/v1/projects?limit=500')).items;
  all.push(...(await Promise.all(projects.map(async ({ id }) => (await project(id)).figures))));
  all.push(districtSchema.district.parse(await office.get('/api/v1/district')).figures);
  const changed = all.flat().filter((figure) => figure.changed !== null);
  assert.deepEqual(
    changed.map(({ value, changed: since }) => [value, since?.seq, since?.field, since?.who]),
    [[4242, done.seq, 'value', 'Ada']],
  );

  const head = office.desk.seq;
  const refused = await office.post('/api/v1/district/import', {
    files: { ...files, [file]: 'id,subject_kind\nx,y\n', 'places/places.geojson': '{' },
  });
  assert.equal(refused.status, 400);
  const problem = commonSchema.problem.parse(await refused.json());
  assert.equal(problem.code, 'WG_FOLDER_INVALID');
  const faults = districtSchema.fault.array().parse(problem.details?.faults);
  assert.ok(new Set(faults.map((fault) => fault.file)).size >= 2);
  assert.equal(office.desk.seq, head);
});

test('a state says since when what it rests on has changed', async () => {
  const { files } = districtSchema.exportAnswer.parse(await office.get('/api/v1/district/export'));
  const file = 'results/indicator-values.csv';
  const edited = { ...files, [file]: (files[file] ?? '').replace('actual,2025,180', 'actual,2025,190') };
  const done = districtSchema.importReport.parse(
    await (await office.post('/api/v1/district/import', { files: edited, who: 'Ada' })).json(),
  );
  const promise = nounSchema.commitmentDetail.parse(await office.get('/api/v1/commitments/p2s3-1'));
  for (const { state, stateChanged } of [await project('flood-doors'), promise]) {
    assert.match(state.reason.en ?? '', /190/);
    assert.deepEqual([stateChanged?.seq, stateChanged?.field, stateChanged?.before, stateChanged?.who], [done.seq, 'value', 180, 'Ada']);
  }
  assert.equal((await project('market-square')).stateChanged, null);
});

test('what later deeds rest on cannot be undone, and what is not there neither', async () => {
  const blocked = await office.post('/api/v1/deeds/1/undo', { who: 'Ada' });
  assert.equal(blocked.status, 409);
  assert.equal(commonSchema.problem.parse(await blocked.json()).code, 'WG_UNDO_BLOCKED');
  const absent = await office.post('/api/v1/deeds/9999/undo', { who: 'Ada' });
  assert.equal(absent.status, 404);
});

test('the journal and the database are proved to agree', async () => {
  const report = districtSchema.verifyAnswer.parse(await (await office.post('/api/v1/verify', {})).json());
  assert.ok(report.ok, JSON.stringify(report.checks));
  assert.equal(report.head.seq, office.desk.seq);
});

test('the list of deeds runs backward page by page', async () => {
  const seen: number[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page = commonSchema.history.parse(await office.get(`/api/v1/deeds?limit=3${next ? `&after=${next}` : ''}`));
    seen.push(...page.items.map((deed) => deed.seq));
    next = page.next;
  }
  assert.deepEqual(
    seen,
    Array.from({ length: office.desk.seq }, (_, index) => office.desk.seq - index),
  );
});

/** The next change that is told: an event that has no name. */
async function nextMessage(answer: Response): Promise<unknown> {
  const text = await textUntil(answer, /^id: \d+\ndata: \{.+\}\n/m);
  return z.unknown().parse(JSON.parse(/^id: \d+\ndata: (\{.+\})$/m.exec(text)?.[1] ?? 'null'));
}

async function textUntil(answer: Response, pattern: RegExp): Promise<string> {
  const reader = answer.body?.getReader();
  assert.ok(reader);
  const decoder = new TextDecoder();
  let text = '';
  while (!pattern.test(text)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  reader.releaseLock();
  return text;
}
