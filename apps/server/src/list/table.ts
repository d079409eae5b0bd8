import type { ListColumn, ListTable, listSchema } from '@westgate/contract';
import {
  askable,
  columnsNamed,
  comparisonOf,
  fitsAll,
  isUnknown,
  type ListQuery,
  type Matter,
  type Row,
  readListQuery,
  sortValueOf,
  type Tallies,
  tallySteps,
} from '@westgate/domain';
import type { z } from 'zod';
import { resultInSlices } from '../answers/in-slices.ts';
import { departmentNow } from '../people/caller.ts';
import { mattersIn } from '../present/matter.ts';
import { fold } from '../search/fold.ts';
import { statesReady } from '../states-ready.ts';
import { type View, viewMemo } from '../view.ts';
import type { Column, Seen } from './columns/column.ts';
import { MATTER_COLUMNS } from './columns/matter-columns.ts';
import { firstColumns, firstLanguage, type ListAsk, type ListedTable, type ListingOf, rowsIn, wordsOf } from './listing.ts';
import { COMMITMENTS, INDICATORS, PLACES, PROJECTS, SENTENCES } from './noun-lists.ts';
import { COLLATORS } from './order.ts';
import { type Matches, matchesOf, pageIn, requireAskable, valuesReady } from './page.ts';
import { DEPARTMENTS, DOCUMENTS, EVENTS, PARKS, SOURCES } from './record-lists.ts';

type Asked = z.output<typeof listSchema.tableQuery>;
type ListName = (typeof listSchema.LISTS)[number];
type Cell = ListTable['rows'][number]['cells'][number];

const TABLES: Readonly<Record<ListName, (view: View, ask: Asked) => Promise<ListTable>>> = {
  sentences: shownBy(rowsOf(SENTENCES, 'in_text')),
  commitments: shownBy(rowsOf(COMMITMENTS)),
  places: shownBy(rowsOf(PLACES)),
  projects: shownBy(rowsOf(PROJECTS)),
  indicators: shownBy(rowsOf(INDICATORS)),
  events: shownBy(rowsOf(EVENTS)),
  parks: shownBy(rowsOf(PARKS)),
  departments: shownBy(rowsOf(DEPARTMENTS)),
  documents: shownBy(rowsOf(DOCUMENTS)),
  sources: shownBy(rowsOf(SOURCES)),
  supervision: shownBy(matterRows()),
};

/**
 * A page of a list as a table of the columns asked for; what it needs of every row is worked out in slices, once. Throws `WG_INPUT_INVALID` for what
 * the list does not have.
 */
export function tableOf(list: ListName, view: View, ask: Asked): Promise<ListTable> {
  return TABLES[list](view, ask);
}

/** The rows of a list, and how they are found. */
interface Rows<R> {
  readonly columns: (view: View) => readonly Column<R>[];
  /** Shown where no columns are asked for. */
  readonly first: readonly Column<R>[];
  readonly all: (view: View) => Iterable<R>;
  readonly find: (view: View, ask: Asked) => Matches;
  readonly byId: (view: View) => (id: string) => R | null;
  readonly revOf: (row: R) => number;
}

/** A list whose rows are those of a table, narrowed by its columns alone; `held`: the column that is true of them where nothing is asked of it. */
function rowsOf<T extends ListedTable>({ table, textsOf, columns, order, lastFirst = '' }: ListingOf<T>, held?: string): Rows<Row<T>> {
  const listing = { table, textsOf, columns, order, lastFirst, ...(held === undefined ? {} : { held }) };
  return {
    columns: columns.all,
    first: firstColumns(listing),
    all: ({ register }) => rowsIn(register, table).values(),
    find: (view, ask) => matchesOf<T, ListAsk>(view, ask, listing),
    byId({ register }) {
      const rows: ReadonlyMap<string, Row<T>> = rowsIn(register, table);
      return (id) => rows.get(id) ?? null;
    },
    revOf: ({ rev }) => rev,
  };
}

/** The ledger of supervision: its rows are worked out, and stand in an order of their own where none is asked for. */
function matterRows(): Rows<Matter> {
  const placed = viewMemo((view) => new Map(mattersIn(view).map((matter, place) => [String(matter.row.id), { matter, place }])));
  return {
    columns: () => MATTER_COLUMNS,
    first: MATTER_COLUMNS,
    all: mattersIn,
    find(view, ask) {
      const seen = seenBy(view, ask);
      const { query, faults } = readListQuery({ sort: ask.sort, filter: ask.filter }, MATTER_COLUMNS);
      requireAskable(faults);
      const passes = fitsAll(MATTER_COLUMNS, query.filter, seen);
      const words = wordsOf(ask.q);
      const by = columnsNamed(
        MATTER_COLUMNS,
        query.sort.map(({ column }) => column),
      );
      const valuesOf: Matches['order']['valuesOf'] = (id) => {
        const own = placed(view).get(id);
        if (own === undefined) return [null];
        return by.length === 0 ? [own.place] : by.map((column) => sortValueOf(column, own.matter, seen));
      };
      const { compare: collate } = COLLATORS[seen.language];
      const compare = comparisonOf(by.length === 0 ? [{ isDown: false, collate }] : query.sort.map(({ isDown }) => ({ isDown, collate })));
      const ids = mattersIn(view)
        .filter((matter) => passes(matter) && hasWords(matter, words))
        .map(({ row }) => ({ id: row.id, values: valuesOf(row.id) }))
        .sort(compare)
        .map(({ id }): string => id);
      return { ids, key: `${ask.sort ?? ''}|${seen.language}`, order: { ids, valuesOf, compare } };
    },
    byId: (view) => (id) => placed(view).get(id)?.matter ?? null,
    revOf: ({ row }) => row.rev,
  };
}

function hasWords({ row }: Matter, words: readonly string[]): boolean {
  const { text } = fold(`${row.id} ${row.asked_zh ?? ''} ${row.asked_en ?? ''}`);
  return words.every((word) => text.includes(word));
}

function seenBy(view: View, { lang }: Pick<Asked, 'lang'>): Seen {
  return { view, language: lang ?? firstLanguage(view) };
}

/** What was counted in a view, by what was found. */
const tallied = viewMemo(() => new WeakMap<readonly string[], Map<string, Promise<Tallies>>>());

function shownBy<R>(rows: Rows<R>): (view: View, ask: Asked) => Promise<ListTable> {
  return async (view, ask) => {
    const seen = seenBy(view, ask);
    const all = rows.columns(view);
    const { query, faults } = readListQuery(ask, all);
    requireAskable(faults);
    await statesReady(view);
    const { sort, filter, group, pivot, sums } = query;
    await valuesReady(all, [...[...sort, ...filter].map(({ column }) => column), group, pivot, ...sums], rows.all(view), seen);
    const matches = rows.find(view, ask);
    const byId = rows.byId(view);
    const shown = query.columns ? columnsNamed(all, query.columns) : rows.first;
    const tallies = await talliesIn(query, matches.ids, { all, byId, seen });
    const { items, next } = pageIn(matches, ask, (id) => {
      const row = byId(id);
      return row && { id, rev: rows.revOf(row), cells: shown.map((column) => cellOf(column, row, seen)) };
    });
    const [grouped] = columnsNamed(all, [group]);
    return {
      asOf: view.asOf,
      seq: view.seq,
      total: matches.ids.length,
      next,
      columns: ask.after === undefined ? all.map((column) => columnSaid(column, rows.first.includes(column), seen)) : null,
      shown: shown.map(({ id }) => id),
      rows: items,
      sums: [...tallies.sums],
      groups: tallies.groups?.map(({ key, count, sums }) => ({ key, name: nameOf(grouped, key, seen), count, sums: [...sums] })) ?? null,
      pivot: tallies.pivot && [...tallies.pivot],
    };
  };
}

async function talliesIn<R>(
  { group, pivot, sums }: ListQuery,
  ids: readonly string[],
  { all, byId, seen }: { readonly all: readonly Column<R>[]; readonly byId: (id: string) => R | null; readonly seen: Seen },
): Promise<Tallies> {
  if (group === null && sums.length === 0) return { sums: [], groups: null, pivot: null };
  const known = tallied(seen.view).get(ids) ?? new Map<string, Promise<Tallies>>();
  tallied(seen.view).set(ids, known);
  const asker = all.some(({ id, byAsker }) => byAsker && (id === group || id === pivot)) ? departmentNow() : null;
  const key = JSON.stringify([group, pivot, sums, seen.language, asker]);
  const made = known.get(key) ?? resultInSlices(tallySteps(each(ids, byId), { group, pivot, sums }, { columns: all, seen }));
  known.set(key, made);
  return made;
}

function* each<R>(ids: readonly string[], byId: (id: string) => R | null): Generator<R> {
  for (const id of ids) {
    const row = byId(id);
    if (row !== null) yield row;
  }
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
