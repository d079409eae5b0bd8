import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftCommitments, lexiconOf, type PlanDrafts, splitPlanText, type Term } from '@westgate/domain';

const term = (kind: Term['kind'], language: Term['language'], words: string, meaning = '', origin: Term['origin'] = 'general'): Term => ({
  kind,
  language,
  words,
  meaning,
  origin,
});

/** A vocabulary of a few words, so that these tests do not rest on the project's own. */
const LEXICON = lexiconOf([
  term('promise', 'en', 'will'),
  term('verb', 'en', 'repair', 'improve'),
  term('verb', 'en', 'open', 'establish'),
  term('verb', 'zh', '修缮', 'improve'),
  term('verb', 'zh', '建成', 'establish'),
  term('verb-modifier', 'zh', '加快', 'expedite'),
  term('past', 'en', 'was'),
  term('date-part', 'en', 'by the end of', 'edge=by'),
  term('date-part', 'zh', '年底', 'year+0'),
  term('date-part', 'zh', '前', 'edge=before'),
  term('scale', 'zh', '万', '10000'),
  term('amount-unit', 'zh', '平方米', 'm2'),
  term('qualifier', 'zh', '不少于', 'at-least'),
  term('place', 'zh', '东码头', 'east-quay', 'name'),
  term('place', 'zh', '东码头仓库', 'east-store', 'district'),
]);

const drafts = (text: string, planYear?: number): PlanDrafts => draftCommitments(splitPlanText(text), LEXICON, { planYear });

test('each promising verb with its own object is one draft, and its fields show their words and rules', () => {
  const text = '年底前修缮东码头仓库，加快建成不少于1.2万平方米的展厅。';
  const found = drafts(text, 2026).drafts;
  assert.deepEqual(
    found.map(({ start, end, verbClass }) => [text.slice(start, end), verbClass]),
    [
      ['修缮东码头仓库', 'improve'],
      ['加快建成不少于1.2万平方米的展厅', 'expedite'],
    ],
  );
  const [first, second] = found;
  assert.deepEqual(first?.place, { start: 5, end: 10, rule: 'place.term', value: '东码头仓库', id: 'east-store' });
  assert.deepEqual(first?.date, { start: 0, end: 3, rule: 'date.relative', value: '2026-12-31', period: '2026' });
  assert.deepEqual([second?.number?.value, second?.number?.qualifier, second?.unit?.value], [12_000, 'at-least', 'm2']);
  assert.deepEqual(
    second?.rules.map(({ rule }) => rule),
    ['clause.verb', 'class.modifier', 'number.figures', 'unit.after'],
  );
});

test('a date that needs a plan year keeps its words, and its day stays unknown', () => {
  const [draft] = drafts('年底前修缮东码头。').drafts;
  assert.deepEqual(draft?.date, { start: 0, end: 3, rule: 'date.unresolved', value: null, period: null });
});

test('a promise whose verb is not in the vocabulary has no class', () => {
  const [known, unknown] = drafts('The town will repair the pier by the end of 2026. It will juggle lanterns.').drafts;
  assert.deepEqual([known?.verbClass, known?.date?.value], ['improve', '2026-12-31']);
  assert.deepEqual([unknown?.verbClass, unknown?.rules.map(({ rule }) => rule)], [null, ['clause.marker', 'class.unknown']]);
});

test('sentences without a promise are proposed as narrative, with the rule', () => {
  assert.deepEqual(drafts('The pier was repaired. The tide turns.').narrative, [
    { sentence: 'p1s1', rule: 'narrative.past' },
    { sentence: 'p1s2', rule: 'narrative.none' },
  ]);
});
