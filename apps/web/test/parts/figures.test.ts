import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure } from '@westgate/contract';
import { figureGroups } from '../../src/record/page/figures-table.tsx';

const none = { zh: null, en: null };
const source: Figure['source'] = { id: 'S1', title: 'A page', kind: 'official', url: null, dated: null, rev: 1 };

function figure(id: string, label: string, value: number): Figure {
  const unitName = { zh: '公里', en: 'km' };
  return {
    id,
    label: { zh: label, en: label },
    value,
    words: none,
    unit: 'km',
    unitName,
    qualifier: null,
    period: '2024',
    source,
    confidence: 'high',
    note: none,
    changed: null,
    rev: 1,
  };
}

test('values that disagree stay side by side under one label', () => {
  const groups = figureGroups([figure('a', 'area', 1), figure('b', 'length', 2), figure('c', 'area', 3)]);
  assert.deepEqual(
    groups.map(({ label, figures }) => [label.en, figures.map(({ value }) => value)]),
    [
      ['area', [1, 3]],
      ['length', [2]],
    ],
  );
});

test('a figure given twice is shown once', () => {
  assert.equal(figureGroups([figure('a', 'area', 1), figure('a', 'area', 1)])[0]?.figures.length, 1);
});
