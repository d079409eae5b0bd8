import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsTags, valuesIn } from '@westgate/domain';
import { nextSort } from '../../src/lists/arrange.ts';
import { type Cell, COLUMNS, type RegisterRow } from '../../src/screens/register/rows.ts';
import { countsUnder, occurring, pageOfRows, sortsOf } from '../../src/screens/register/view-model.ts';

const ASPECTS = { attributes: [], sorts: sortsOf([{ id: 'n' }], 'en') };

function row(id: string, state: string, value: number | null): RegisterRow {
  const cell: Cell | null = value === null ? null : { kind: 'number', value, qualifier: null, unit: null, changed: null };
  return { id, name: { zh: `名 ${id}`, en: `Name ${id}` }, aim: null, state, kind: null, under: null, held: null, cells: [cell] };
}

const rows = [row('a', 'done', 3), row('b', 'late', null), row('c', 'done', 1)];

test('a list is narrowed by words of either language and by state', () => {
  assert.deepEqual(
    pageOfRows(rows, { q: '名 B' }, ASPECTS, 'en').all.map(({ id }) => id),
    ['b'],
  );
  assert.deepEqual(
    pageOfRows(rows, { state: 'done' }, ASPECTS, 'en').all.map(({ id }) => id),
    ['a', 'c'],
  );
});

test('what is not known stands last, forwards and backwards', () => {
  assert.deepEqual(
    pageOfRows(rows, { sort: 'n' }, ASPECTS, 'en').all.map(({ id }) => id),
    ['c', 'a', 'b'],
  );
  assert.deepEqual(
    pageOfRows(rows, { sort: '-n' }, ASPECTS, 'en').all.map(({ id }) => id),
    ['a', 'c', 'b'],
  );
});

test('a page beyond the last shows the last', () => {
  const many = Array.from({ length: 120 }, (_, index) => row(String(index), 'done', index));
  const page = pageOfRows(many, { page: '9' }, ASPECTS, 'en');
  assert.deepEqual([page.page, page.pages, page.sections[0]?.rows.length, page.all.length], [3, 3, 20, 120]);
});

test('a head sorts forwards, backwards, then not at all', () => {
  assert.equal(nextSort(null, 'n'), 'n');
  assert.equal(nextSort('n', 'n'), '-n');
  assert.equal(nextSort('-n', 'n'), undefined);
});

test('filters offer what occurs, most often first', () => {
  assert.deepEqual(
    occurring(rows, ({ state }) => state),
    [
      { value: 'done', count: 2 },
      { value: 'late', count: 1 },
    ],
  );
});

test('what stands under each value of each axis is counted in one pass as the filter would find it', () => {
  const axes = [{ id: 'tier' }, { id: 'tier2' }, { id: 'way' }];
  const under = (n: number) =>
    axes.flatMap(({ id }, axis) => ['a', 'b', 'c'].filter((_, v) => (n >> (axis * 3 + v)) % 2 === 1).map((v) => `${id}:${v}`));
  const all = [{ under: null }, ...Array.from({ length: 512 }, (_, n) => ({ under: under(n) }))];
  const counts = countsUnder(all, axes);
  for (const { id: axis } of axes) {
    for (const value of ['a', 'b', 'c', 'd', null]) {
      const found = all.filter((row) => fitsTags([{ axis, value }], (each) => valuesIn(row.under ?? [], each))).length;
      assert.equal(counts.get(axis)?.get(value) ?? 0, found, `${axis}:${value}`);
    }
  }
});

test('what a department leads is counted by the server, however few of it the list names', () => {
  const name = { zh: null, en: 'Works' };
  const department = { id: 'works', name, role: name, confidence: 'high', source: null, owns: [], ownsCount: 340, rev: 1 } as const;
  const column = COLUMNS.department.find(({ id }) => id === 'owns');
  assert.deepEqual(column?.cell({ ...department, owns: [] }), { kind: 'number', value: 340, qualifier: null, unit: null, changed: null });
});
