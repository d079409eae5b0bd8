import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignTexts, splitPlanText } from '@westgate/domain';

test('sentences of two languages are paired by paragraph and position', () => {
  const zh = splitPlanText('推进更新。加快转型。\n\n---\n\n完工。\n\n（来源：网页）');
  const en = splitPlanText('Source: a page\n\nRenewal goes on. Change goes faster.\n\nDone.');
  const alignment = alignTexts(zh, en);
  assert.equal(alignment.status, 'aligned');
  assert.deepEqual(alignment.status === 'aligned' && alignment.pairs.map((pair) => [pair.id, pair.zh.text, pair.en.text]), [
    ['p1s1', '推进更新。', 'Renewal goes on.'],
    ['p1s2', '加快转型。', 'Change goes faster.'],
    ['p2s1', '完工。', 'Done.'],
    ['source', '（来源：网页）', 'Source: a page'],
  ]);
});

test('every paragraph that differs is named with both counts', () => {
  const alignment = alignTexts(splitPlanText('一。二。\n\n三。\n\n四。'), splitPlanText('One. Two.\n\nThree. More.\n\n(Source: a page)'));
  assert.deepEqual(alignment.status === 'differs' && alignment.faults.map((fault) => fault.message), [
    'paragraph 2 has 1 sentence in Chinese and 2 in English',
    'paragraph 3 has 1 sentence in Chinese and 0 in English',
    'the text has 0 source lines in Chinese and 1 in English',
  ]);
});
