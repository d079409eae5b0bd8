import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import type { Due, Evidence } from '@westgate/contract';
import { timeLines } from '../../src/parts/said-happened.tsx';

const axis = { from: dayOf('2024-01-01'), to: dayOf('2024-12-31') };
const none = { zh: null, en: null };
const due: Due = { on: '2024-12-31', basis: none, source: null };

function row(id: string, dates: string, newDueOn: string | null = null): Evidence {
  return {
    id,
    subject: { kind: 'project', id: 'p', name: none },
    what: newDueOn ? 'rescheduled' : 'opened',
    dates,
    value: null,
    unit: null,
    unitName: none,
    newDueOn,
    source: null,
    confidence: 'high',
    note: none,
    counts: true,
    why: none,
    changed: null,
    rev: 1,
  };
}

test('what was said comes before what happened, each in the order of time', () => {
  const lines = timeLines(axis, due, [row('b', '2024-10'), row('a', '2024-03-01'), row('c', '2024-06-01', '2024-11-30')]);
  assert.deepEqual(
    lines.map(({ id, kind }) => [id, kind]),
    [
      ['due', 'said'],
      ['due-c', 'said'],
      ['a', 'happened'],
      ['c', 'happened'],
      ['b', 'happened'],
    ],
  );
});

test('the first promise runs from the start of its year to the due date', () => {
  const [line] = timeLines(axis, due, []);
  assert.deepEqual([line?.from, line?.to], [0, 1]);
});
