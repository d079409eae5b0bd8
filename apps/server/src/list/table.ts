import type { ListColumn, ListTable, listSchema } from '@westgate/contract';
import {
  askable,
  comparisonOf,
  fits,
  isUnknown,
  type ListQuery,
  type Matter,
  readListQuery,
  type Row,
  sortValueOf,
  type Tallies,
  talliesOf,
} from '@westgate/domain';
import type { z } from 'zod';
import { resultInSlices } from '../answers/in-slices.ts';
import { mattersIn } from '../present/matter.ts';
import { statesReady } from '../states-ready.ts';
import { type View, viewMemo } from '../view.ts';
import type { Column, Seen } from './columns/column.ts';
import { MATTER_COLUMNS } from './columns/matter-columns.ts';
import { firstColumns, firstLanguage, type ListAsk, type ListedTable, type ListingOf, rowsIn, wordsOf } from './listing.ts';
import { COMMITMENTS, INDICATORS, PLACES, PROJECTS, SENTENCES } from './noun-lists.ts';
import { COLLATORS } from './order.ts';
import { type Matches, matchesOf, pageIn, requireAskable } from './page.ts';
import { DEPARTMENTS, DOCUMENTS, EVENTS, PARKS, SOURCES } from './record-lists.ts';

type Asked = z.output<typeof listSchema.tableQuery>;
type ListName = (typeof listSchema.LISTS)[number];
type Cell = ListTable['rows'][number]['cells'][number];

const TABLES: Readonly<Record<ListName, (view: View, ask: Asked) => ListTable>> = {
  sentences: tableFor(SENTENCES),
  commitments: tableFor(COMMITMENTS),
  places: tableFor(PLACES),
  projects: tableFor(PROJECTS),
  indicators: tableFor(INDICATORS),
  events: tableFor(EVENTS),
  parks: tableFor(PARKS),
  departments: tableFor(DEPARTMENTS),
  documents: tableFor(DOCUMENTS),
  sources: tableFor(SOURCES),
  supervision: mattersTable,
};

/** Works out, between other requests, what a question needs of every row: the states, and the values of columns that take long. */
export async function tableReady(list: ListName, view: View, ask: Asked): Promise<void> {
  await statesReady(view);
  await resultInSlices(READY[list](view, ask));
}

/** A page of a list as a table of the columns asked for. Throws `WG_INPUT_INVALID` for what the list does not have. */
export function tableOf(list: ListName, view: View, ask: Asked): ListTable {
  return TABLES[list](view, ask);
}

const READY: Readonly<Record<ListName, (view: View, ask: Asked) => Generator<void, void>>> = {
  sentences: readyFor(SENTENCES),
  commitments: readyFor(COMMITMENTS),
  places: readyFor(PLACES),
  projects: readyFor(PROJECTS),
  indicators: readyFor(INDICATORS),
  events: readyFor(EVENTS),
  parks: readyFor(PARKS),
  departments: readyFor(DEPARTMENTS),
  documents: readyFor(DOCUMENTS),
  sources: readyFor(SOURCES),
  supervision: function* () {},
};

function readyFor<T extends ListedTable>({ table, columns }: ListingOf<T>): (view: View, ask: Asked) => Generator<void, void> {
  return function* (view, ask) {
    const { query } = readListQuery(ask, columns.all(view));
    const asked = [...query.sort, ...query.filter].map(({ column }) => column).concat(query.group ?? [], query.pivot ?? [], query.sums);
    const dear = columns.all(view).filter(({ id, isDear }) => isDear && asked.includes(id));
    const seen = { view, language: ask.lang ?? firstLanguage(view) };
    for (const row of dear.length === 0 ? [] : rowsIn(view.register, table).values()) {
      for (const column of dear) column.of(row, seen);
      yield;
    }
  };
}

/** A list whose rows are those of a table. */
function tableFor<T extends ListedTable>({
  table,
  textsOf,
  columns,
  order,
  lastFirst = '',
}: ListingOf<T>): (view: View, ask: Asked) => ListTable {
  // Narrowed by its columns alone.
  const listing = { table, textsOf, columns, order, lastFirst };
  return (view, ask) => {
    const all = columns.all(view);
    const rows: ReadonlyMap<string, Row<T>> = rowsIn(view.register, table);
    const matches = matchesOf<T, ListAsk>(view, ask, listing);
    return tableIn(view, ask, { all, first: firstColumns(listing), matches, rowOf: (id) => rows.get(id) ?? null, revOf: ({ rev }) => rev });
  };
}

/** The ledger of supervision: its rows are worked out, and stand in an order of their own where none is asked for. */
function mattersTable(view: View, ask: Asked): ListTable {
  const seen = { view, language: ask.lang ?? firstLanguage(view) };
  const { query, faults } = readListQuery({ sort: ask.sort, filter: ask.filter }, MATTER_COLUMNS);
  requireAskable(faults);
  const named = (id: string): readonly Column<Matter>[] => MATTER_COLUMNS.filter((column) => column.id === id);
  const tests = query.filter.flatMap((condition) => named(condition.column).map((column) => fits(column, condition, seen)));
  const words = wordsOf(ask.q);
  const matters = mattersIn(view);
  const held = new Map(matters.map((matter, place) => [String(matter.row.id), { matter, place }]));
  const by = query.sort.flatMap(({ column }) => named(column));
  const valuesOf: Matches['order']['valuesOf'] = (id) => {
    const own = held.get(id);
    if (own === undefined) return [null];
    return by.length === 0 ? [own.place] : by.map((column) => sortValueOf(column, own.matter, seen));
  };
  const compare = comparisonOf(by.length === 0 ? [false] : query.sort.map(({ isDown }) => isDown), COLLATORS[seen.language].compare);
  const ids = matters
    .filter((matter) => tests.every((passes) => passes(matter)) && hasWords(matter, words))
    .map(({ row }) => ({ id: row.id, values: valuesOf(row.id) }))
    .sort(compare)
    .map(({ id }): string => id);
  const key = `${ask.sort ?? ''}|${seen.language}`;
  return tableIn(view, ask, {
    all: MATTER_COLUMNS,
    first: MATTER_COLUMNS,
    matches: { ids, key, order: { ids, valuesOf, compare } },
    rowOf: (id) => held.get(id)?.matter ?? null,
    revOf: ({ row }) => row.rev,
  });
}

function hasWords({ row }: Matter, words: readonly string[]): boolean {
  const text = `${row.id} ${row.asked_zh ?? ''} ${row.asked_en ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The rows of a list, and how they were found. */
interface Found<R> {
  readonly all: readonly Column<R>[];
  /** Shown where no columns are asked for. */
  readonly first: readonly Column<R>[];
  readonly matches: Matches;
  readonly rowOf: (id: string) => R | null;
  readonly revOf: (row: R) => number;
}

function tableIn<R>(view: View, ask: Asked, { all, first, matches, rowOf, revOf }: Found<R>): ListTable {
  const { columns, group, pivot, sums } = ask;
  const { query, faults } = readListQuery({ columns, group, pivot, sums }, all);
  requireAskable(faults);
  const seen = { view, language: ask.lang ?? firstLanguage(view) };
  const shown = query.columns?.flatMap((id) => all.find((column) => column.id === id) ?? []) ?? first;
  const { items, next } = pageIn(matches, ask, (id) => {
    const row = rowOf(id);
    return row && { id, rev: revOf(row), cells: shown.map((column) => cellOf(column, row, seen)) };
  });
  const tallies = talliesIn(view, query, { all, matches, rowOf, seen });
  const grouped = all.find(({ id }) => id === query.group);
  const groups = tallies.groups?.map(({ key, count, sums: own }) => ({ key, name: nameOf(grouped, key, seen), count, sums: [...own] }));
  return {
    asOf: view.asOf,
    seq: view.seq,
    total: matches.ids.length,
    next,
    columns: ask.after === undefined ? all.map((column) => columnSaid(column, first.includes(column), seen)) : null,
    shown: shown.map(({ id }) => id),
    rows: items,
    sums: [...tallies.sums],
    groups: groups ?? null,
    pivot: tallies.pivot && [...tallies.pivot],
  };
}

/** What was counted in a view, by what was found. */
const tallied = viewMemo(() => new WeakMap<readonly string[], Map<string, Tallies>>());

function talliesIn<R>(
  view: View,
  { group, pivot, sums }: ListQuery,
  { all, matches, rowOf, seen }: Pick<Found<R>, 'all' | 'matches' | 'rowOf'> & { readonly seen: Seen },
): Tallies {
  if (group === null && sums.length === 0) return { sums: [], groups: null, pivot: null };
  const known = tallied(view).get(matches.ids) ?? new Map<string, Tallies>();
  tallied(view).set(matches.ids, known);
  const key = JSON.stringify([group, pivot, sums, seen.language]);
  const made =
    known.get(key) ??
    talliesOf(
      matches.ids.flatMap((id) => rowOf(id) ?? []),
      { group, pivot, sums },
      { columns: all, seen },
    );
  known.set(key, made);
  return made;
}

/** What a row holds in a column, with what it is called. */
function cellOf<R>(column: Column<R>, row: R, seen: Seen): Cell {
  const value = column.of(row, seen);
  if (isUnknown(value)) return null;
  if (column.words) return column.words(row, seen);
  if (Array.isArray(value)) return value.map((key) => ({ key: String(key), name: nameOf(column, String(key), seen) }));
  if (column.nameOf) return { key: String(value), name: nameOf(column, String(value), seen) };
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

function nameOf<R>(column: Column<R> | undefined, key: string, seen: Seen): { zh: string | null; en: string | null } | null {
  const name = key === '' ? null : (column?.nameOf?.(key, seen) ?? null);
  return name && { zh: name.zh, en: name.en };
}

function columnSaid<R>(column: Column<R>, isFirst: boolean, seen: Seen): ListColumn {
  const { id, head, unit, field } = column;
  const { operators, ...may } = askable(column);
  return {
    id,
    head: { zh: head.zh, en: head.en },
    unit: unit ? { zh: unit.zh, en: unit.en } : null,
    kind: field.kind,
    operators: [...operators],
    ...may,
    isFirst,
    values: field.values?.map((key) => ({ key, name: nameOf(column, key, seen) })) ?? null,
  };
}
