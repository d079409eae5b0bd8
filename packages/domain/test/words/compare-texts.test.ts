import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkComparison, compareTexts, type OldSentence, splitPlanText } from '@westgate/domain';
import { randomOf } from '../random.ts';
import { addScore, editText, emptyScore, type Score, verdictOf } from './random-edits.ts';

const old = (...texts: string[]): OldSentence[] => texts.map((text, index) => ({ id: `s${index + 1}`, revision: 1, text }));

const MILL = 'The old mill by the canal becomes a school of crafts.';
const QUAY = 'Along the northern quay a row of lime trees is planted.';
const MARKET = 'The covered market is repaired before the winter.';

test('sentences that only moved keep their ids', () => {
  const { kept, reworded, added, removed } = compareTexts(old(MILL, QUAY, MARKET), [MARKET, MILL, QUAY]);
  assert.deepEqual(kept, [
    { id: 's3', index: 0 },
    { id: 's1', index: 1 },
    { id: 's2', index: 2 },
  ]);
  assert.deepEqual([reworded, added, removed], [[], [], []]);
});

test('a sentence set with other blanks and quotation marks is kept', () => {
  const { kept } = compareTexts(old('建设“新地标”，\n推进更新。', 'The  "west gate" opens.'), [
    '建设"新地标"，推进更新。',
    'The “west gate” opens.',
  ]);
  assert.deepEqual(
    kept.map(({ id }) => id),
    ['s1', 's2'],
  );
});

test('a sentence with a few other words keeps its id with the next revision', () => {
  const fresh = [MILL, 'Along the northern quay two rows of lime trees will be planted.', MARKET];
  const { reworded } = compareTexts(
    old(MILL, QUAY, MARKET).map((each) => ({ ...each, revision: 4 })),
    fresh,
  );
  assert.deepEqual(
    reworded.map(({ id, index, revision }) => ({ id, index, revision })),
    [{ id: 's2', index: 1, revision: 5 }],
  );
});

test('two sentences that differ in one number, both changed, are proposed and not swapped', () => {
  const [four, six] = ['在古城街道改造 4 个老旧小区，惠及居民。', '在古城街道改造 6 个老旧小区，惠及居民。'];
  const { kept, reworded, removed, added } = compareTexts(old(four, six), [
    '在古城街道翻新 6 个老旧小区，惠及居民。',
    '在古城街道翻新 4 个老旧小区，惠及居民。',
  ]);
  assert.deepEqual([kept, reworded], [[], []]);
  assert.equal(removed.length, 2);
  assert.equal(added[0]?.candidates[0]?.id, 's2', 'the likelier one is proposed first');
});

test('equal sentences are told apart by their neighbours, and left open where those do not tell', () => {
  const aim = 'All of it serves one aim.';
  const paragraphs = [MILL, aim, QUAY, MARKET, aim, 'The station square is paved anew.'];
  const exchanged = compareTexts(old(...paragraphs), [MARKET, aim, 'The station square is paved anew.', MILL, aim, QUAY]);
  assert.deepEqual(
    exchanged.kept.map(({ id }) => id),
    ['s4', 's5', 's6', 's1', 's2', 's3'],
  );
  const open = compareTexts(old(aim, aim), [aim]);
  assert.deepEqual(open.kept, []);
  assert.equal(open.removed.length, 2);
});

test('a sentence cut in two is a split, and two drawn together are a merge', () => {
  const long = 'The old mill by the canal becomes a school of crafts, and its yard is opened to the neighbours every Sunday.';
  const cut = compareTexts(old(long, QUAY), [
    'The old mill by the canal becomes a school of crafts.',
    'Its yard is opened to the neighbours every Sunday.',
    QUAY,
  ]);
  assert.deepEqual(
    cut.split.map(({ id, into }) => ({ id, into })),
    [{ id: 's1', into: [0, 1] }],
  );
  const drawn = compareTexts(old(MILL, QUAY, MARKET), [`${MILL.slice(0, -1)}, and ${QUAY.toLowerCase()}`, MARKET]);
  assert.deepEqual(
    drawn.merged.map(({ ids, index }) => ({ ids, index })),
    [{ ids: ['s1', 's2'], index: 0 }],
  );
});

test('empty sides are all added or all removed', () => {
  assert.equal(compareTexts([], [MILL]).added.length, 1);
  assert.equal(compareTexts(old(MILL), []).removed.length, 1);
});

test('the checker finds an id on another text, a sentence used twice and one left out', () => {
  const sentences = old(MILL, QUAY);
  const right = compareTexts(sentences, [MILL, QUAY]);
  assert.deepEqual(checkComparison(sentences, [MILL, QUAY], right), []);
  const swapped = {
    ...right,
    kept: [
      { id: 's1', index: 1 },
      { id: 's2', index: 0 },
    ],
  };
  assert.equal(checkComparison(sentences, [MILL, QUAY], swapped).length, 2);
  const twice = {
    ...right,
    kept: [
      { id: 's1', index: 0 },
      { id: 's1', index: 0 },
    ],
  };
  assert.equal(checkComparison(sentences, [MILL, QUAY], twice).length, 4);
});

const ROOT = new URL('../../../../../', import.meta.url);
const folder: { readonly westgate: { readonly district: string } } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));

for (const language of ['en', 'zh']) {
  test(`in 60 seeded edits of the ${language} text no id moves and untouched sentences keep theirs`, () => {
    const text = readFileSync(new URL(`${folder.westgate.district}/words/plan-2024.${language}.md`, ROOT), 'utf8');
    const sentences = splitPlanText(text).sentences.map((sentence) => sentence.text);
    const score: Score = emptyScore();
    for (let run = 0; run < 60; run += 1) {
      const edited = editText(sentences, [], randomOf(7_000 + run));
      const fresh = edited.map((sentence) => sentence.text);
      addScore(score, sentences, edited, verdictOf(sentences, fresh));
      const named = sentences.map((each, index) => ({ id: `s${index}`, revision: 1, text: each }));
      assert.deepEqual(checkComparison(named, fresh, compareTexts(named, fresh)), [], `run ${run}`);
    }
    assert.equal(score.moved, 0);
    assert.ok(score.untouchedKept >= 0.99 * score.untouched, `${score.untouchedKept} of ${score.untouched}`);
    assert.ok(score.rewordedKept >= 0.9 * score.reworded, `${score.rewordedKept} of ${score.reworded}`);
  });
}
