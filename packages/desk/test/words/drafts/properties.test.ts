import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftPlan } from '@westgate/desk';
import { emptyRegister } from '@westgate/domain';
import { garbage } from './garbage.ts';

test('any text gives drafts in order, apart from each other and inside their sentence', () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const text = garbage(seed, 1500);
    const { plan, drafts, narrative } = draftPlan(emptyRegister(), text, { planYear: 2026 });
    const sentences = new Map(plan.sentences.map((sentence) => [sentence.id, sentence]));
    let last = 0;
    for (const draft of drafts) {
      const sentence = sentences.get(draft.sentence);
      assert.ok(sentence, `seed ${seed}`);
      assert.ok(draft.start >= last && draft.start < draft.end, `seed ${seed}: ${draft.sentence}`);
      last = draft.end;
      for (const span of [draft, ...draft.rules])
        assert.ok(span.start >= sentence.start && span.end <= sentence.end, `seed ${seed}: ${draft.sentence}`);
      if (draft.number) assert.ok(Number.isFinite(draft.number.value), `seed ${seed}`);
    }
    const drafted = new Set(drafts.map(({ sentence }) => sentence));
    for (const { sentence } of narrative) assert.ok(!drafted.has(sentence), `seed ${seed}: ${sentence} is either drafted or narrative`);
    assert.deepEqual(draftPlan(emptyRegister(), text, { planYear: 2026 }).drafts, drafts);
  }
});
