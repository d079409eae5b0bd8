import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsBy, pivotOf, pivotParts } from '@westgate/base';
import { arrange } from '../../src/lists/arrange.ts';
import { boardAttributes, boardOrders, missingOf } from '../../src/screens/programme/board/board-keys.ts';
import {
  firstsIn,
  hayOf,
  MONTHLY_SUMS,
  monthlyAttributes,
  monthlyOrders,
  type SheetRow,
  sumsOf,
} from '../../src/screens/programme/monthly/view-model.ts';
import { boardItem, thing } from '../board-item.ts';

const NONE = { zh: null, en: null };

const JOBS = [
  boardItem('a', { missing: 2, lacks: ['plan', 'permit'], slipDays: 40, places: [thing('place', 'bay'), thing('place', 'hill')] }),
  boardItem('b', {
    kind: 'plan',
    open: { id: 'plan-4', like: 'works', position: 4, name: NONE },
    slipDays: -3,
    lead: thing('department', 'w'),
  }),
  boardItem('c', { open: null, slipDays: 30 }),
  boardItem('d', { open: null, gates: 0 }),
  boardItem('e', { admission: 'refused', missing: 1, lacks: ['plan'] }),
];
const boardKeys = (id: string): readonly string[] => {
  const attribute = boardAttributes(JOBS).find((each) => each.id === id);
  assert.ok(attribute);
  return groupsBy(JOBS, attribute).map(({ key, rows }) => `${key}:${rows.map(({ project }) => project.id).join('')}`);
};

test('projects are grouped by gate in order, those without one at the end; by each place, by each thing that is missing, by slip', () => {
  assert.deepEqual(boardKeys('gate'), ['check:a', 'works:b', '-no-rules:d', '-passed:c', '-refused:e']);
  assert.deepEqual(boardKeys('place'), ['bay:a', 'hill:a', ':bcde']);
  assert.deepEqual(boardKeys('lacks'), ['-no-rules:d', '-nothing:b', '-passed:c', '-refused:e', 'permit:a', 'plan:a']);
  assert.deepEqual(boardKeys('slip'), ['-none:b', '-month:c', '-quarter:a', ':de']);
  assert.deepEqual(boardKeys('lead'), ['w:b', ':acde']);
});

test('of a past day it is not said that nothing was missing: it is among what is not known', () => {
  const past = boardItem('f', { missing: null, lacks: null, waits: null });
  const lacks = boardAttributes([past]).find(({ id }) => id === 'lacks');
  assert.deepEqual([lacks?.keysOf(past), missingOf(past)], [[], null]);
});

test('what is missing adds up where a gate is open, and the slip puts projects in order, what is not known last', () => {
  const [gate, kind] = boardAttributes(JOBS);
  const pivot = pivotOf(pivotParts(JOBS, gate, kind, missingOf));
  assert.deepEqual(pivot.at(null, null), { count: 5, sum: 3, known: 3 });
  assert.deepEqual(pivot.at('-passed', 'park'), { count: 1, sum: 0, known: 0 });
  const ask = { sort: '-slip' };
  const shown = arrange(JOBS, ask, { attributes: [], sorts: boardOrders('en') }, { hayOf: ({ project }) => project.id, language: 'en' });
  assert.equal(shown.all.map(({ project }) => project.id).join(''), 'acbde');
});

function sheetRow(id: string, department: string | null, fen: number | null, over: Partial<SheetRow> = {}): SheetRow {
  const report = {
    month: '2025-01',
    completedFen: fen,
    share: null,
    words: NONE,
    problem: NONE,
    level: 'city' as const,
    fallReason: NONE,
    reportedOn: '2025-02-01',
    reporter: null,
    rev: 1,
  };
  return {
    project: thing('project', id),
    plans: [],
    kind: 'park',
    department: department === null ? null : thing('department', department),
    isFinished: false,
    total: null,
    plan: null,
    report: fen === null ? null : report,
    before: null,
    known: null,
    monthFen: fen,
    yearFen: null,
    shareOfPlan: null,
    notes: [],
    why: [],
    ...over,
  };
}
const SHEET = [
  sheetRow('a', 'w', 100_000_000_000_001),
  sheetRow('b', 'w', null),
  sheetRow('c', 'p', 3, { notes: ['fell'] }),
  sheetRow('d', null, null),
];

test('the sums of a group are exact in fen and say over how many they are known', () => {
  const shown = arrange(
    SHEET,
    { group: 'lead' },
    { attributes: monthlyAttributes(SHEET), sorts: monthlyOrders('en') },
    { hayOf, language: 'en' },
  );
  assert.deepEqual(
    shown.groups?.map(({ key, rows }) => [key, sumsOf(rows).completed]),
    [
      ['w', { fen: 100_000_000_000_001, known: 1, of: 2, oldest: '2025-02-01' }],
      ['p', { fen: 3, known: 1, of: 1, oldest: '2025-02-01' }],
      ['', { fen: 0, known: 0, of: 1, oldest: null }],
    ],
  );
  assert.deepEqual(sumsOf(shown.all).completed, { fen: 100_000_000_000_004, known: 2, of: 4, oldest: '2025-02-01' });
  assert.deepEqual(sumsOf(shown.all).total, { fen: 0, known: 0, of: 4, oldest: null });
});

test('who must decide is not known of a month that was not reported; a pivot of money keeps what is not known apart', () => {
  const [lead, , , level, reported] = monthlyAttributes(SHEET);
  assert.deepEqual(
    groupsBy(SHEET, level).map(({ key, rows }) => [key, rows.length]),
    [
      ['city', 2],
      ['', 2],
    ],
  );
  const pivot = pivotOf(pivotParts(SHEET, lead, reported, MONTHLY_SUMS.month));
  assert.deepEqual(pivot.at('w', '-missing'), { count: 1, sum: 0, known: 0 });
  assert.deepEqual(pivot.at('w', null), { count: 2, sum: 100_000_000_000_001, known: 1 });
});

test('a project under two notes has its form in the first group that shows it', () => {
  const rows = [sheetRow('a', 'w', 1, { notes: ['fell', 'over-plan'] }), sheetRow('b', 'w', 2, { notes: ['fell'] })];
  const by = { attributes: monthlyAttributes(rows), sorts: monthlyOrders('en') };
  const firsts = (shut?: string) => {
    const { sections } = arrange(rows, { group: 'note', shut }, by, { hayOf, language: 'en' });
    const found = firstsIn(sections);
    return sections.map(({ group }, index) => `${group?.key}:${[...(found[index] ?? [])].map(({ project }) => project.id).join('')}`);
  };
  assert.deepEqual(firsts(), ['fell:ab', 'over-plan:']);
  assert.deepEqual(firsts('fell'), ['fell:', 'over-plan:a']);
});
