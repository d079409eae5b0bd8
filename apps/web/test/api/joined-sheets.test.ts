import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MonthlySheet } from '@westgate/contract';
import { countExceptions } from '@westgate/domain';
import { joinedSheets } from '../../src/api/joined-sheets.ts';

const NONE = { fen: 0, known: 0, of: 0 };
const sums = { total: NONE, plan: NONE, completed: NONE, month: NONE, year: NONE };
const row = (id: string): MonthlySheet['groups'][number]['rows'][number] => ({
  project: { kind: 'project', id, name: { zh: null, en: id } },
  plans: [],
  kind: 'park',
  total: null,
  plan: null,
  report: null,
  before: null,
  known: null,
  monthFen: null,
  yearFen: null,
  shareOfPlan: null,
  notes: [],
  why: [],
  isFinished: false,
});
const page = (next: string | null, groups: readonly (readonly [string | null, readonly string[]])[]): MonthlySheet => ({
  asOf: '2025-01-31',
  seq: 1,
  month: '2025-01',
  groups: groups.map(([id, rows]) => ({
    department: id === null ? null : { kind: 'department', id, name: { zh: null, en: id } },
    rows: rows.map(row),
    sums,
    missing: 0,
  })),
  sums,
  projects: 6,
  missing: 6,
  finished: 0,
  attentionOn: '2025-01-31',
  exceptionCounts: countExceptions([]),
  exceptionCount: 0,
  frozen: [],
  carried: null,
  templates: [],
  next,
});
const told = ({ groups }: MonthlySheet) => groups.map(({ department, rows }) => [department?.id, ...rows.map(({ project }) => project.id)]);

test('a department that stands on two pages of the monthly sheet is one group; others follow each other', () => {
  const whole = [
    page('3', [
      ['works', ['a']],
      ['parks', ['b', 'c']],
    ]),
    page('4', [['parks', ['d']]]),
    page('5', [[null, ['e']]]),
    page(null, [[null, ['f']]]),
  ].reduce(joinedSheets);
  assert.deepEqual(told(whole), [
    ['works', 'a'],
    ['parks', 'b', 'c', 'd'],
    [undefined, 'e', 'f'],
  ]);
  assert.equal(whole.next, null);
});
