import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, nounSchema, textSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const ask = async (path: string, body: unknown): Promise<unknown> => {
  const answer = await office.post(path, body);
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return JSON.parse(text);
};
const sentencesOf = async (query: string) => nounSchema.sentencePage.parse(await office.get(`/api/v1/sentences?${query}`));
const questions = async (query = '') => textSchema.questionPage.parse(await office.get(`/api/v1/questions?${query}`));

test('a text is replaced, its questions are listed and answered, and each write can be taken back', async () => {
  const before = await sentencesOf('document=ward-plan');
  const text = before.items
    .filter(({ id }) => id !== 'p1s2')
    .map((sentence) => sentence.text.en)
    .join('\n\n');
  const dry = textSchema.textReport.parse(await ask('/api/v1/documents/ward-plan/text', { en: text, dryRun: true, who: 'Ada' }));
  assert.deepEqual([dry.stored, dry.removed.map(({ id }) => id), (await questions()).total], [false, ['p1s2'], 0]);
  const report = textSchema.textReport.parse(await ask('/api/v1/documents/ward-plan/text', { en: text, who: 'Ada' }));
  assert.equal(report.links.before, report.links.kept + report.links.queued);
  assert.equal((await sentencesOf('document=ward-plan')).total, before.total - 1);
  assert.deepEqual(
    (await sentencesOf('document=ward-plan&text=earlier')).items.map(({ id, inText }) => [id, inText]),
    [['p1s2', false]],
  );
  assert.equal((await sentencesOf('document=ward-plan&text=all')).total, before.total);

  const [question] = (await questions('sentence=p1s2')).items;
  assert.equal(question?.kind, 'removed');
  assert.equal(question?.sentence.text.en, before.items.find(({ id }) => id === 'p1s2')?.text.en);
  assert.equal(question?.links, report.links.queued);
  assert.equal((await questions('sentence=p1s1')).total, 0);
  const receipt = districtSchema.receipt.parse(await ask(`/api/v1/questions/${question?.id}/answer`, { decision: 'withdraw', who: 'Ada' }));
  assert.equal(receipt.verb, 'answer-question');
  assert.equal((await questions()).total, 0);

  await ask(`/api/v1/deeds/${receipt.seq}/undo`, { who: 'Ada' });
  await ask(`/api/v1/deeds/${report.seq}/undo`, { who: 'Ada' });
  assert.equal((await sentencesOf('document=ward-plan')).total, before.total);
});

test('a text sent twice with one key is replaced once', async () => {
  const sentences = await sentencesOf('document=ward-plan');
  const body = { en: sentences.items.map((sentence) => `${sentence.text.en?.slice(0, -1)} soon.`).join('\n\n'), who: 'Ada' };
  const send = async () =>
    textSchema.textReport.parse(
      await (await office.post('/api/v1/documents/ward-plan/text', body, { 'idempotency-key': 'text-1' })).json(),
    );
  const [first, second] = [await send(), await send()];
  assert.ok(first.seq !== null && first.reworded.length > 0);
  assert.deepEqual(second, first);
});

test('what does not fit is refused with a problem and stores nothing', async () => {
  const { seq } = office.desk;
  const status = async (path: string, body: unknown): Promise<string> => {
    const answer = await office.post(path, body);
    return `${answer.status} ${commonSchema.problem.parse(await answer.json()).code}`;
  };
  assert.equal(await status('/api/v1/documents/none/text', { en: 'A text.', who: 'Ada' }), '404 WG_NOT_FOUND');
  assert.equal(await status('/api/v1/documents/ward-plan/text', { who: 'Ada' }), '400 WG_INPUT_INVALID');
  assert.equal(await status('/api/v1/questions/none/answer', { decision: 'withdraw', who: 'Ada' }), '404 WG_NOT_FOUND');
  assert.equal(await status('/api/v1/questions/none/answer', { decision: 'perhaps', who: 'Ada' }), '400 WG_INPUT_INVALID');
  assert.equal(office.desk.seq, seq);
});
