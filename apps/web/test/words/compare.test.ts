import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ComparisonRow } from '@westgate/contract';
import { diffWords } from '../../src/parts/word-diff.ts';
import {
  acceptanceOf,
  candidatesLeft,
  choose,
  decisionsOf,
  NO_CHOICES,
  nextAsked,
  nextOpen,
  shownRows,
  tallyOf,
  unchoose,
} from '../../src/screens/words/compare/view-model.ts';

const side = (id: string, index: number) => ({ id, index, number: `1.${index + 1}`, text: { zh: null, en: id } });
const old = (id: string) => [{ id, number: '1.1', text: { zh: null, en: id }, links: 2 }];
const row = (kind: ComparisonRow['kind'], rest: Partial<ComparisonRow>): ComparisonRow => ({
  kind,
  old: [],
  fresh: [],
  similarity: null,
  candidates: [],
  ...rest,
});
const rows: readonly ComparisonRow[] = [
  row('kept', { old: old('a'), fresh: [side('a', 0)] }),
  row('reworded', { old: old('b'), fresh: [side('b', 1)] }),
  row('removed', {
    old: old('c'),
    candidates: [
      { ...side('x', 2), similarity: 0.4 },
      { ...side('y', 3), similarity: 0.3 },
    ],
  }),
  row('removed', { old: old('d'), candidates: [{ ...side('x', 2), similarity: 0.3 }] }),
  row('merged', { old: [...old('e'), ...old('f')], fresh: [side('z', 4)] }),
];

test('rows that propose something are gone through one by one, each is decided once, and the last decision is taken back', () => {
  assert.deepEqual(shownRows(rows, true), [1, 2, 3, 4]);
  assert.equal(nextOpen(rows, NO_CHOICES, -1), 1);
  assert.equal(nextAsked(rows, 1, 1), 2);
  assert.equal(nextAsked(rows, 1, -1), 1);
  const accepted = acceptanceOf(rows, NO_CHOICES, 1);
  assert.deepEqual(accepted, { decision: 'follow', index: null });
  let choices = choose(NO_CHOICES, 1, accepted ?? { decision: 'apart' });
  choices = choose(choices, 2, { decision: 'apart' });
  assert.equal(nextOpen(rows, choices, 2), 3);
  assert.deepEqual(tallyOf(rows, choices), {
    asked: 4,
    decided: 2,
    kinds: { kept: 1, reworded: 1, split: 0, merged: 1, added: 0, removed: 2 },
  });
  const back = unchoose(choices);
  assert.deepEqual([back.at, back.choices.of.has(2), back.choices.of.has(1)], [2, false, true]);
  assert.equal(unchoose(NO_CHOICES).at, null);
});

test('a candidate is chosen by its number, and once taken it is offered to no other', () => {
  const taken = acceptanceOf(rows, NO_CHOICES, 2, 0);
  assert.deepEqual(taken, { decision: 'follow', index: 2 });
  const choices = choose(NO_CHOICES, 2, taken ?? { decision: 'apart' });
  assert.deepEqual(candidatesLeft(rows, choices, 3), []);
  assert.equal(acceptanceOf(rows, choices, 3), null);
  assert.equal(acceptanceOf(rows, choices, 0), null);
});

test('what is sent names every old sentence of a decided row, and nothing of the others', () => {
  const choices = choose(choose(NO_CHOICES, 2, { decision: 'follow', index: 3 }), 4, { decision: 'apart' });
  assert.deepEqual(decisionsOf(rows, choices), [
    { id: 'c', decision: 'follow', index: 3 },
    { id: 'e', decision: 'apart' },
    { id: 'f', decision: 'apart' },
  ]);
});

test('two texts are marked where they differ, and both can be put together again', () => {
  const [a, b] = ['码头年内装灯，院里种树。', '码头明年装灯，院里种树和花。'];
  const diff = diffWords(a, b);
  const whole = (parts: typeof diff.old): string => parts.map(({ text }) => text).join('');
  assert.deepEqual([whole(diff.old), whole(diff.fresh)], [a, b]);
  const shared = (parts: typeof diff.old): string =>
    parts
      .filter(({ isShared }) => isShared)
      .map(({ text }) => text)
      .join('');
  assert.equal(shared(diff.old), shared(diff.fresh));
  assert.ok(shared(diff.old).length >= 8);
  assert.deepEqual(diffWords('', 'x').old, []);
});
