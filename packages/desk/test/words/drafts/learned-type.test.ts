import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftPlan } from '@westgate/desk';
import { emptyRegister, registerOf, typeFeatures, vocabulary } from '@westgate/domain';
import { typeWeights } from '../../../src/words/drafts/type-weights.ts';
import { draftByRules } from './by-rules.ts';

const drafts = (text: string) => draftPlan(emptyRegister(), text, { planYear: 2026 }).drafts;
const typed = (text: string): readonly string[] =>
  drafts(text).map(({ verbClass, start, end }) => `${verbClass}: ${text.slice(start, end)}`);

test('a type is what people gave to clauses with such words, and the card says so', () => {
  const text = '推进滨河路一期工程建设。';
  assert.deepEqual(
    draftByRules(text).drafts.map(({ verbClass }) => verbClass),
    ['promote'],
  );
  assert.deepEqual(typed(text), ['continue: 推进滨河路一期工程建设']);
  assert.ok(drafts(text)[0]?.rules.some(({ rule }) => rule === 'class.learned'));
});

test('what is counted keeps the type of the count, whatever was learned', () => {
  assert.deepEqual(typed('打造课堂400场，新建车棚30处。'), ['host: 打造课堂400场', 'construct-series: 新建车棚30处']);
});

test('a verb of the district’s own terms keeps its type', () => {
  const register = registerOf({ term: [{ id: 't1', rev: 1, kind: 'verb', language: 'zh', words: '推进', meaning: 'expedite' }] as never });
  const [draft] = draftPlan(register, '推进滨河路一期工程建设。', { planYear: 2026 }).drafts;
  assert.equal(draft?.verbClass, 'expedite');
});

test('a type that is no likelier than the others together, and words that are seldom a promise, are doubts', () => {
  const doubts = (text: string) => drafts(text).flatMap((draft) => draft.doubts);
  assert.ok(doubts('甄选20名能手。').includes('unsure-type'));
  assert.deepEqual(typed('甄选20名能手。'), ['null: 甄选20名能手'], 'a guess about a verb that nobody knows stays unknown');
  assert.deepEqual(doubts('新建学校2所。'), []);
});

test('every weight is of a language, a feature and the types that the vocabulary has, and none is out of bounds', () => {
  const weights = typeWeights();
  for (const language of ['zh', 'en'] as const) {
    assert.ok(weights[language].size > 500);
    for (const [feature, own] of weights[language]) {
      assert.equal(own.length, vocabulary.VERB_CLASSES.length + 1, feature);
      assert.ok(
        own.every((weight) => Number.isFinite(weight) && Math.abs(weight) < 1000),
        feature,
      );
    }
  }
  const clues = { language: 'zh', words: '', before: '', verb: '', ruled: null, rule: 'class.unknown', amount: null } as const;
  assert.ok(typeFeatures(clues).includes(''), 'a clause without words has features too');
});
