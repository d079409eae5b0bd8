import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, draftSchema, nounSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);

test('drafts of a text name the records of the district, and every offset counts in its sentence', async () => {
  const before = office.desk.seq;
  const text = 'The lamps were lit. By June 2026 the Ward Works Office will repair 12 pumps, and open a museum.';
  const answer = await office.post('/api/v1/plan/drafts', { text });
  assert.equal(answer.status, 200);
  const { sentences, drafts, narrative } = draftSchema.planDrafts.parse(await answer.json());
  assert.deepEqual(narrative, [{ sentence: 'p1s1', rule: 'narrative.past' }]);
  const [, second] = sentences;
  const words = (span: { readonly start: number; readonly end: number } | null | undefined): string =>
    span ? (second?.text ?? '').slice(span.start, span.end) : '';
  assert.deepEqual(
    drafts.map((draft) => [
      draft.verbClass,
      words(draft),
      words(draft.department),
      draft.department?.id,
      words(draft.date),
      draft.date?.value,
    ]),
    [
      ['improve', 'repair 12 pumps', 'Ward Works Office', 'works', 'By June 2026', '2026-06-30'],
      ['establish', 'open a museum', 'Ward Works Office', 'works', 'By June 2026', '2026-06-30'],
    ],
  );
  assert.deepEqual([drafts[0]?.number?.value, drafts[1]?.number], [12, null]);
  assert.equal(text.slice(second?.start, second?.end), second?.text);
  assert.equal(office.desk.seq, before);
});

test('a plan year resolves relative dates, and one that is none is refused', async () => {
  const ask = async (body: unknown) => office.post('/api/v1/plan/drafts', body);
  const dated = draftSchema.planDrafts.parse(await (await ask({ text: 'The ward will open a park by year-end.', planYear: 2026 })).json());
  assert.equal(dated.drafts[0]?.date?.value, '2026-12-31');
  for (const body of [{ text: 'A.', planYear: 12 }, { text: 'x'.repeat(350_001) }, { words: 'A.' }]) {
    const refused = await ask(body);
    assert.deepEqual([refused.status, commonSchema.problem.parse(await refused.json()).code], [400, 'WG_INPUT_INVALID']);
  }
});

test('drafts of a held plan leave out the clauses that commitments are cut from', async () => {
  const [plan] = [...office.desk.register.document.values()].filter(({ kind }) => kind === 'plan');
  assert.ok(plan);
  const { sentences, drafts, narrative } = draftSchema.planDrafts.parse(await office.get(`/api/v1/documents/${plan.id}/drafts`));
  const held = nounSchema.sentencePage.parse(await office.get(`/api/v1/sentences?document=${plan.id}`));
  assert.deepEqual(
    sentences.map(({ id, text }) => [id, text]),
    held.items.map(({ id, text }) => [id, text.en]),
  );
  const texts = new Map(sentences.map(({ id, text }) => [id, text]));
  for (const draft of drafts) {
    const clause = texts.get(draft.sentence)?.slice(draft.start, draft.end) ?? '';
    for (const { sentence, clause_en } of office.desk.register.commitment.values()) {
      if (sentence === draft.sentence) assert.ok(!clause.includes(clause_en ?? clause), clause);
    }
  }
  for (const { sentence } of narrative) assert.equal(office.desk.register.sentence.get(sentence as never)?.kind, 'promise');
  assert.equal((await office.ask('/api/v1/documents/none/drafts')).status, 404);
});
