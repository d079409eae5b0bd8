import type { listSchema } from '@westgate/contract';
import {
  columnsNamed,
  comparisonOf,
  described,
  fitsAll,
  keptOf,
  type Row,
  readListQuery,
  sortValueOf,
  type TableName,
  unnoted,
} from '@westgate/domain';
import type { z } from 'zod';
import { fold } from '../search/fold.ts';
import { firstLanguage, type View, viewMemo } from '../view/view.ts';
import type { Column, Seen } from './columns/column.ts';
import { type ListAsk, type ListedTable, type ListingOf, rowsIn, wordsOf } from './listing.ts';
import { COLLATORS } from './order.ts';
import { type Matches, matchesOf, readyToFind, requireAskable } from './page.ts';

/** What a list is asked, as a table of its columns. */
export type TableAsk = z.output<typeof listSchema.tableQuery>;

/** The rows of a list, and how they are found. */
export interface Rows<R> {
  /** The table that its rows are of; null for a list of several. */
  readonly table: TableName | null;
  /** The column that a row is called by. */
  readonly named: string;
  readonly columns: (view: View) => readonly Column<R>[];
  /** Shown where no columns are asked for. */
  readonly first: readonly string[];
  /** Works out in slices what all rows need, and what finding them does, once in a view, where that takes long. */
  readonly ready?: (view: View, ask: RowsAsk) => Promise<unknown>;
  readonly all: (view: View) => Iterable<R>;
  readonly find: (view: View, ask: RowsAsk) => Matches;
  readonly byId: (view: View) => (id: string) => R | null;
  readonly revOf: (row: R, view: View) => number;
  /** The department that answers for a record, by the record that it hangs on where it names none; null where none does. */
  readonly answersOf: (row: R, view: View) => string | null;
  /** The record that a row is of, in a list of several tables. */
  readonly recordOf?: (row: R) => { readonly table: TableName; readonly id: string };
}

/** What rows are found by. */
type RowsAsk = Pick<TableAsk, 'q' | 'lang' | 'sort' | 'filter'> & Partial<TableAsk>;

/** A list whose rows are those of a table, narrowed by its columns alone; `held`: the column that is true of them where nothing is asked of it. */
export function storedRows<T extends ListedTable>(
  { table, textsOf, columns, order, lastFirst = '' }: ListingOf<T>,
  held?: string,
): Rows<Row<T>> {
  const listing = { table, textsOf, columns, order, lastFirst, ...(held === undefined ? {} : { held }) };
  const { named, list = [] } = described(table);
  return {
    table,
    named: named ?? (table === 'sentence' ? 'text' : 'title'),
    columns: columns.all,
    first: list,
    all: ({ register }) => rowsIn(register, table).values(),
    ready: (view, ask) => unnoted(() => readyToFind<T, ListAsk>(view, { limit: 1, ...ask }, listing)),
    find: (view, ask) => matchesOf<T, ListAsk>(view, { limit: 1, ...ask }, listing),
    byId({ register }) {
      const rows: ReadonlyMap<string, Row<T>> = rowsIn(register, table);
      return (id) => rows.get(id) ?? null;
    },
    revOf: ({ rev }) => rev,
    answersOf: (row, { register }) => keptOf(register, table, row)[0]?.department ?? null,
  };
}

/** A list whose rows are worked out of a view, in an order of their own where none is asked for. */
interface Computed<R> extends Pick<Rows<R>, 'table' | 'named' | 'first' | 'columns' | 'ready' | 'revOf' | 'answersOf' | 'recordOf'> {
  readonly rowsIn: (view: View) => readonly R[];
  readonly idOf: (row: R) => string;
  /** All that words are looked for in: its id too, where people know it. */
  readonly textsOf: (row: R, view: View) => readonly (string | null)[];
}

export function computedRows<R>({ rowsIn: all, idOf, textsOf, ...said }: Computed<R>): Rows<R> {
  const placed = viewMemo((view) => new Map(all(view).map((row, place) => [idOf(row), { row, place }])));
  const hasWords = (row: R, words: readonly string[], view: View): boolean => {
    const text = textsOf(row, view)
      .map((each) => (each === null ? '' : fold(each).text))
      .join('\n');
    return words.every((word) => text.includes(word));
  };
  return {
    ...said,
    all,
    find(view, ask) {
      const [seen, columns] = [seenBy(view, ask), said.columns(view)];
      const { query, faults } = readListQuery({ sort: ask.sort, filter: ask.filter }, columns);
      requireAskable(faults);
      const passes = fitsAll(columns, query.filter, seen);
      const words = wordsOf(ask.q);
      const by = columnsNamed(
        columns,
        query.sort.map(({ column }) => column),
      );
      const valuesOf: Matches['order']['valuesOf'] = (id) => {
        const own = placed(view).get(id);
        if (own === undefined) return [null];
        return by.length === 0 ? [own.place] : by.map((column) => sortValueOf(column, own.row, seen));
      };
      const { compare: collate } = COLLATORS[seen.language];
      const compare = comparisonOf(by.length === 0 ? [{ isDown: false, collate }] : query.sort.map(({ isDown }) => ({ isDown, collate })));
      const ids = all(view)
        .filter((row) => passes(row) && (words.length === 0 || hasWords(row, words, view)))
        .map((row) => ({ id: idOf(row), values: valuesOf(idOf(row)) }))
        .sort(compare)
        .map(({ id }) => id);
      return { ids, key: `${ask.sort ?? ''}|${seen.language}`, order: { ids, valuesOf, compare } };
    },
    byId: (view) => (id) => placed(view).get(id)?.row ?? null,
  };
}

/** From where the rows of a list are seen. */
export function seenBy(view: View, { lang }: Pick<TableAsk, 'lang'>): Seen {
  return { view, language: lang ?? firstLanguage(view) };
}
