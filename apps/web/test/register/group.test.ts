import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsBy, pivotOf, pivotParts, readWhere, rowsWhere, whereText } from '@westgate/base';
import { columnAttributes, summable } from '../../src/screens/register/group/cell-key.ts';
import type { Cell, RegisterRow } from '../../src/screens/register/rows.ts';
import { pageOfRows, sortsOf } from '../../src/screens/register/view-model.ts';
import { isShown, keptQuery } from '../../src/views/view-query.ts';

const COLUMNS = [{ id: 'name' }, { id: 'state' }, { id: 'lead' }, { id: 'places', isNumber: true }];
const NO_NAME = { zh: null, en: null };
const cellsOf = (id: string, state: 'late' | 'done', lead: string | null, places: number | null): readonly (Cell | null)[] => [
  { kind: 'thing', thing: { kind: 'project', id, name: NO_NAME } },
  { kind: 'state', state, latest: null },
  lead === null ? null : { kind: 'thing', thing: { kind: 'department', id: lead, name: NO_NAME } },
  places === null ? null : { kind: 'number', value: places, qualifier: null, unit: null, changed: null },
];
const row = (id: string, state: 'late' | 'done', lead: string | null, places: number | null = null): RegisterRow => ({
  id,
  name: NO_NAME,
  aim: null,
  state,
  kind: null,
  under: null,
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

const [STATE, LEAD] = columnAttributes(COLUMNS, ROWS);
const [PLACES] = summable(COLUMNS, ROWS);
assert.ok(STATE && LEAD && PLACES);
const said = [STATE, LEAD].map((attribute) => ({ ...attribute, head: attribute.id, say: (key: string) => key }));
const page = (ask: object) => pageOfRows(ROWS, ask, { attributes: said, sorts: sortsOf(COLUMNS, 'en') }, 'en');
const idsOf = (rows: readonly RegisterRow[]): string => rows.map(({ id }) => id).join('');

test('a list of the register is grouped by its attributes, the largest group first, what is not known last', () => {
  assert.deepEqual([STATE.id, LEAD.id, PLACES.column.id], ['state', 'lead', 'places']);
  assert.deepEqual(
    groupsBy(ROWS, LEAD).map(({ key, rows }) => [key, idsOf(rows)]),
    [
      ['works', 'ace'],
      ['parks', 'd'],
      ['', 'b'],
    ],
  );
  assert.equal(
    page({ group: 'lead' })
      .sections.map(({ rows }) => idsOf(rows))
      .join(),
    'ace,d,b',
  );
});

test('a pivot of the register says over how many rows a sum was made', () => {
  const pivot = pivotOf(pivotParts(ROWS, STATE, LEAD, PLACES.numberOf));
  assert.deepEqual(pivot.at('late', 'works'), { count: 2, sum: 2, known: 1 });
  assert.deepEqual(pivot.at('done', 'parks'), { count: 0, sum: 0, known: 0 });
  assert.deepEqual(pivot.at('done', ''), { count: 1, sum: 5, known: 1 });
  assert.deepEqual(pivot.at(null, null), { count: 5, sum: 15, known: 4 });
});

test('a cell opens the rows that it counts, by the address; a column that is not there narrows nothing', () => {
  const where = [
    { column: 'state', key: 'done' },
    { column: 'lead', key: '' },
  ];
  assert.equal(whereText(where), 'state:done,lead:');
  assert.deepEqual(readWhere('state:done,lead:'), where);
  assert.equal(idsOf(rowsWhere(ROWS, where, [STATE, LEAD])), 'b');
  assert.equal(rowsWhere(ROWS, [{ column: 'colour', key: 'red' }], [STATE, LEAD]), ROWS);
  assert.equal(whereText([]), undefined);
});

test('a view keeps what is shown, not how it is looked at or what is open in it', () => {
  const search = { lang: 'zh', theme: 'dark', noun: 'project', where: 'lead:works', edit: 'x', page: '3', asOf: '2024-12-31' } as const;
  assert.equal(keptQuery(search), 'noun=project&where=lead:works&asOf=2024-12-31');
  assert.ok(isShown('asOf=2024-12-31&noun=project&where=lead:works', search));
  assert.ok(!isShown('noun=project', search));
});
