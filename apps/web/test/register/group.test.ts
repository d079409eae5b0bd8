import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  attributesOf,
  groupsBy,
  pivotOf,
  readWhere,
  rowsWhere,
  summable,
  whereText,
} from '../../src/screens/register/group/group-model.ts';
import type { Cell, RegisterRow } from '../../src/screens/register/rows.ts';
import { pageOfRows } from '../../src/screens/register/view-model.ts';
import { isShown, keptQuery } from '../../src/views/view-query.ts';

const COLUMNS = [{ id: 'name' }, { id: 'state' }, { id: 'lead' }, { id: 'places', isNumber: true }];
const IDS = COLUMNS.map(({ id }) => id);
const NO_NAME = { zh: null, en: null };
const cellsOf = (id: string, state: 'late' | 'done', lead: string | null, places: number | null): readonly (Cell | null)[] => [
  { kind: 'thing', thing: { kind: 'project', id, name: NO_NAME } },
  { kind: 'state', state },
  lead === null ? null : { kind: 'thing', thing: { kind: 'department', id: lead, name: NO_NAME } },
  places === null ? null : { kind: 'number', value: places, qualifier: null, unit: null, changed: null },
];
const row = (id: string, state: 'late' | 'done', lead: string | null, places: number | null = null): RegisterRow => ({
  id,
  name: NO_NAME,
  aim: null,
  state,
  kind: null,
  cells: cellsOf(id, state, lead, places),
  held: null,
});
const ROWS = [
  row('a', 'late', 'works', 2),
  row('b', 'done', null, 5),
  row('c', 'late', 'works'),
  row('d', 'late', 'parks', 1),
  row('e', 'done', 'works', 7),
];

test('a list is grouped by its attributes, the largest group first, what is not known last', () => {
  assert.deepEqual(
    attributesOf(COLUMNS, ROWS).map(({ id }) => id),
    ['state', 'lead'],
  );
  assert.deepEqual(
    groupsBy(ROWS, 2).map(({ key, rows }) => [key, rows.map(({ id }) => id).join('')]),
    [
      ['works', 'ace'],
      ['parks', 'd'],
      ['', 'b'],
    ],
  );
  const page = pageOfRows(ROWS, { q: '', state: null, aim: null, kind: null, sort: null, page: 1, where: [], group: 'lead' }, IDS, 'en');
  assert.equal(page.rows.map(({ id }) => id).join(''), 'acedb');
});

test('a pivot counts every row once, its margins add up, and a sum says over how many it was made', () => {
  const pivot = pivotOf(ROWS, 1, 2, 3);
  assert.deepEqual(pivot.at('late', 'works'), { count: 2, sum: 2, known: 1 });
  assert.deepEqual(pivot.at('done', 'parks'), { count: 0, sum: 0, known: 0 });
  assert.deepEqual(pivot.at('done', ''), { count: 1, sum: 5, known: 1 });
  assert.deepEqual(pivot.total, { count: 5, sum: 15, known: 4 });
  const inner = pivot.down.flatMap(({ key }) => pivot.across.map((other) => pivot.at(key, other.key).count));
  assert.equal(
    inner.reduce((sum, count) => sum + count, 0),
    ROWS.length,
  );
  for (const { key } of pivot.down)
    assert.equal(
      pivot.across.reduce((sum, other) => sum + pivot.at(key, other.key).sum, 0),
      pivot.downTotal(key).sum,
    );
  assert.deepEqual(
    summable(COLUMNS, ROWS).map(({ id }) => id),
    ['places'],
  );
});

test('a cell opens the rows that it counts, by the address; a column that is not there narrows nothing', () => {
  const where = [
    { column: 'state', key: 'done' },
    { column: 'lead', key: '' },
  ];
  assert.equal(whereText(where), 'state:done,lead:');
  assert.deepEqual(readWhere('state:done,lead:'), where);
  assert.deepEqual(
    rowsWhere(ROWS, where, IDS).map(({ id }) => id),
    ['b'],
  );
  assert.equal(rowsWhere(ROWS, [{ column: 'colour', key: 'red' }], IDS), ROWS);
  assert.equal(whereText([]), undefined);
});

test('a view keeps what is shown, not how it is looked at or what is open in it', () => {
  const search = { lang: 'zh', theme: 'dark', noun: 'project', where: 'lead:works', edit: 'x', page: '3', asOf: '2024-12-31' } as const;
  assert.equal(keptQuery(search), 'noun=project&where=lead:works&asOf=2024-12-31');
  assert.ok(isShown('asOf=2024-12-31&noun=project&where=lead:works', search));
  assert.ok(!isShown('noun=project', search));
});
