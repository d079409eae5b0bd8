import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckUnits } from '@westgate/contract';
import { heldFor, problemEdits, unitEdits, unraised } from '../../src/screens/results/health-check/check-model.ts';

type Unit = CheckUnits['rows'][number];
const SOURCE = { id: 'SURVEY', title: 'Survey', kind: 'official', url: null, dated: null, rev: 1 } as const;

function value(period: string, amount: number, confidence: 'high' | 'low' = 'low'): Unit['held'][number] {
  return { key: `i|a|${period}|SURVEY`, rev: 3, period, value: amount, weight: 20, status: null, source: SOURCE, confidence };
}

function unit(id: string, held: readonly Unit['held'][number][], more: Partial<Unit> = {}): Unit {
  return {
    standing: 'below',
    value: held.at(-1)?.value ?? null,
    isWhole: true,
    known: 1,
    stale: 0,
    of: 1,
    values: 1,
    computed: 0,
    belowCount: 1,
    on: null,
    status: null,
    place: { kind: 'place', id, name: { zh: null, en: id }, level: 'compound', partOf: null },
    held: [...held],
    problem: null,
    nearby: null,
    ...more,
  };
}

const BASIS = { period: '2026-03', source: 'SURVEY', confidence: 'high', status: null };

test('a value of an earlier period is corrected, and stays as sure and as final as it was', () => {
  const row = unit('a', [value('2026-03', 3), value('2026-04', 5)]);
  assert.equal(heldFor(row, BASIS)?.value, 3);
  assert.deepEqual(unitEdits([row], 'i', { a: { value: 4, weight: null } }, BASIS, []), [
    {
      action: 'revise',
      table: 'place_value',
      key: 'i|a|2026-03|SURVEY',
      rev: 3,
      fields: { value: 4, source: 'SURVEY', confidence: 'low' },
    },
  ]);
  assert.deepEqual(unitEdits([row], 'i', { a: { value: 3, weight: null } }, BASIS, []), []);
});

test('a new value counts for as much as the last one did', () => {
  const [edit] = unitEdits([unit('a', [value('2025-03', 3)])], 'i', { a: { value: 4, weight: null } }, BASIS, []);
  assert.deepEqual(edit, {
    action: 'create',
    table: 'place_value',
    fields: { indicator: 'i', place: 'a', ...BASIS, value: 4, weight: 20 },
  });
});

test('a problem is raised for each unit below that has none, named after the unit and the indicator', () => {
  const issue = { kind: 'issue', id: 'x', name: { zh: null, en: 'x' } } as const;
  const rows = [unit('a', []), unit('b', [], { problem: issue }), unit('c', [], { standing: 'met' })];
  const indicator = { kind: 'indicator', id: 'i', name: { zh: '管线', en: 'Pipes' } } as const;
  const [edit, ...others] = problemEdits(unraised(rows), indicator, 'housing', '2026-07-01');
  assert.equal(others.length, 0);
  assert.deepEqual(edit, {
    action: 'create',
    table: 'issue',
    fields: {
      name_zh: '管线',
      name_en: 'a: Pipes',
      level: 'department',
      owner: 'housing',
      indicator: 'i',
      place: 'a',
      raised_on: '2026-07-01',
    },
  });
});
