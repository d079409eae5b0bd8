import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planSchema, textSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const ask = async (path: string, body: unknown, key?: string): Promise<unknown> => {
  const answer = await office.post(path, body, key ? { 'idempotency-key': key } : {});
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return JSON.parse(text);
};
const base64 = (text: string): string => Buffer.from(text).toString('base64');

test('a file is read into its text; another kind of file, a damaged one and no base64 are refused', async () => {
  const read = planSchema.fileReading.parse(
    await ask('/api/v1/plan/read', { name: 'plan.md', base64: base64('\uFEFF# A plan\n\nIt holds.') }),
  );
  assert.deepEqual([read.text, read.language, read.sentenceCount], ['# A plan\n\nIt holds.', 'en', 2]);
  for (const [name, bytes] of [
    ['plan.pdf', base64('%PDF-1.7')],
    ['plan.docx', base64('no archive')],
    ['plan.txt', base64('\u0000\u0001')],
  ] as const) {
    const refused = await office.post('/api/v1/plan/read', { name, base64: bytes });
    assert.equal(refused.status, 400);
    assert.equal(((await refused.json()) as { code: string }).code, 'WG_TEXT_UNREADABLE');
  }
  assert.equal((await office.post('/api/v1/plan/read', { name: 'plan.txt', base64: '***' })).status, 400);
});

const PLAN = {
  title_en: 'The plan for 2026',
  wording: 'official',
  covers: '2026',
  en: 'The quay gets lamps. The yard gets trees.',
  who: 'Ada',
};

test('a plan is brought as one deed, told first by a dry run, known again by its key, and undone', async () => {
  const dry = planSchema.planReport.parse(await ask('/api/v1/plans', { ...PLAN, dryRun: true }));
  assert.deepEqual([dry.stored, dry.seq, dry.sentences.map(({ number }) => number)], [false, null, ['1.1', '1.2']]);
  const report = planSchema.planReport.parse(await ask('/api/v1/plans', PLAN, 'plan-1'));
  assert.equal(report.stored, true);
  const again = planSchema.planReport.parse(await ask('/api/v1/plans', PLAN, 'plan-1'));
  assert.deepEqual([again.seq, again.document], [report.seq, report.document]);
  await ask(`/api/v1/deeds/${report.seq}/undo`, { who: 'Ada' });
  assert.equal((await office.ask(`/api/v1/documents/${report.document}`)).status, 404);
});

test('a plan that follows another tells both texts row by row, every sentence once, and what is carried', async () => {
  const text = [
    'The sea wall between the two piers is raised by 0.6 m.',
    'Every household on Low Quay is offered a flood door free of charge.',
    'Lamps are put up.',
  ].join(' ');
  const report = planSchema.planReport.parse(await ask('/api/v1/plans', { ...PLAN, en: text, follows: 'ward-plan', dryRun: true }));
  const rows = report.carried?.rows ?? [];
  const old = rows.flatMap((row) => row.old.map(({ id }) => id));
  assert.equal(new Set(old).size, old.length);
  assert.equal(old.length, 10);
  assert.deepEqual(
    rows.filter(({ kind }) => kind !== 'removed').map(({ kind }) => kind),
    ['kept', 'reworded', 'added'],
  );
  const { before, kept, queued, apart, left } = report.carried?.links ?? { before: 0, kept: 0, queued: 0, apart: 0, left: 0 };
  assert.ok(kept > 0);
  assert.equal(before, kept + queued + apart + left);
});

test('a replaced text shows both texts, takes decisions, and its versions are compared', async () => {
  const { items } = (await office.get('/api/v1/sentences?document=ward-plan')) as {
    items: readonly { id: string; text: { en: string } }[];
  };
  const en = items.map(({ id, text }) => (id === 'p2s1' ? text.en.replace('0.6', '0.9') : text.en)).join(' ');
  const dry = textSchema.textReport.parse(await ask('/api/v1/documents/ward-plan/text', { en, who: 'Ada', dryRun: true }));
  assert.deepEqual(
    dry.rows.filter(({ kind }) => kind === 'reworded').map(({ old }) => old[0]?.id),
    ['p2s1'],
  );
  assert.ok((dry.rows.find(({ old }) => old[0]?.id === 'p2s1')?.old[0]?.links ?? 0) > 0);
  const refused = await office.post('/api/v1/documents/ward-plan/text', { en, who: 'Ada', matches: [{ id: 'x', decision: 'apart' }] });
  assert.equal(refused.status, 400);
  const report = textSchema.textReport.parse(
    await ask('/api/v1/documents/ward-plan/text', { en, who: 'Ada', matches: [{ id: 'p2s1', decision: 'apart' }] }),
  );
  assert.equal(report.questionCount, 0);
  const versions = planSchema.versions.parse(await office.get('/api/v1/documents/ward-plan/versions'));
  assert.equal(versions.items.length, 2);
  const [now, first] = versions.items;
  const diff = planSchema.versionDiff.parse(
    await office.get(`/api/v1/documents/ward-plan/versions/diff?from=${first?.seq}&to=${now?.seq}`),
  );
  assert.deepEqual(
    diff.rows.filter(({ kind }) => kind !== 'kept').map(({ kind }) => kind),
    ['reworded'],
  );
  assert.equal((await office.ask('/api/v1/documents/nowhere/versions')).status, 404);
});
