import type { Language } from '@westgate/base';
import { isUnknown, type Register, type Row, type TableWithId } from '@westgate/domain';
import type { z } from 'zod';
import { fold } from '../search/fold.ts';
import type { View } from '../view/view.ts';
import type { Column, Seen } from './columns/column.ts';
import { computedColumns } from './columns/computed.ts';
import { keptColumn } from './columns/kept.ts';
import { axisColumns, rowOf } from './columns/shared.ts';
import { storedColumns } from './columns/stored.ts';

/** What every list is asked. */
export interface ListAsk {
  readonly q?: string | undefined;
  readonly lang?: Language | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly sort?: string | undefined;
  readonly columns?: string | undefined;
  /** Conditions on columns, as an address holds them. */
  readonly filter?: string | undefined;
  readonly tag?: string | undefined;
}

/** What a list is asked by a query of this shape, in whatever order. */
export type Asked<Query extends z.ZodType> = Omit<z.output<Query>, 'sort'> & ListAsk;

/** Tables whose rows are listed; a change that waits is told on its record. */
export type ListedTable = Exclude<TableWithId, 'pending_change'>;

/** How one kind of record is listed: filtered and sorted by its rows, shown only where it is on the page. */
export interface Listing<T extends ListedTable, Shown, Ask extends ListAsk> {
  readonly table: T;
  readonly show: (view: View, id: string) => Shown | null;
  /** The texts that `q` looks in, beside the id. */
  readonly textsOf: (row: Row<T>) => readonly (string | null)[];
  /** The only records that can pass, where the question leads to them; null for all. */
  readonly among?: (ask: Ask, view: View) => readonly string[] | null;
  /** Parts of a question that name a value of a column, by that column; `none` asks for what has none. */
  readonly narrows?: { readonly [Part in keyof Ask & string]?: string };
  /** What is asked beside that; null where nothing is. */
  readonly passes?: (ask: Ask, view: View) => ((row: Row<T>) => boolean) | null;
  readonly columns: ListColumns<Row<T>>;
  /** The column that gives the order where none is asked for. */
  readonly order: string;
  /** Where no columns are asked for its own are shown up to this one; all of its own where it is not said. */
  readonly lastFirst?: string;
}

/** What a listing has whatever is asked of it. */
export type ListingOf<T extends ListedTable> = Pick<Listing<T, unknown, never>, 'table' | 'textsOf' | 'columns' | 'order' | 'lastFirst'>;

/** The rows of a table by id. */
export function rowsIn<T extends ListedTable>(register: Register, table: T): ReadonlyMap<string, Row<T>> {
  return register[table];
}

/** The columns of a list: those it tells in its own way, and all of them in a view, each once: these, one for each axis of the district, what else is stored. */
export interface ListColumns<R> {
  readonly own: readonly Column<R>[];
  /** The same as they were told, without values that are kept. */
  readonly told: readonly Column<R>[];
  readonly all: (view: View) => readonly Column<R>[];
}

/** The columns of a list; those of the axes are made anew where the axes of the district change. */
export function listColumns<T extends ListedTable>(table: T, told: readonly Column<Row<T>>[]): ListColumns<Row<T>> {
  const own = [...told, ...computedColumns(table)];
  const stored = storedColumns(table, new Set(own.map(({ id }) => id)));
  const keeping = (column: Column<Row<T>>): Column<Row<T>> => (column.isDear ? keptColumn(table, column) : column);
  const mine = own.map(keeping);
  let made: { readonly of: Row<'district'>['axes'] | null; readonly all: readonly Column<Row<T>>[] } | null = null;
  return {
    own: mine,
    told: own,
    all(view) {
      const [of = null] = hasAxes(own) ? [...view.register.district.values()].map(({ axes }) => axes) : [];
      made =
        made !== null && made.of === of
          ? made
          : { of, all: [...mine, ...(of ? axisColumns<Row<T>>(rowOf(table), of).map(keeping) : []), ...stored] };
      return made.all;
    },
  };
}

/** Whether the records stand under values of axes. */
function hasAxes(columns: readonly { readonly id: string }[]): boolean {
  return columns.some(({ id }) => id === 'under');
}

/** Those that are shown, and go into its file, where none are asked for. */
export function firstColumns<R>({
  columns: { own },
  lastFirst,
}: {
  readonly columns: ListColumns<R>;
  readonly lastFirst?: string;
}): readonly Column<R>[] {
  const end = own.findIndex(({ id }) => id === lastFirst);
  return end < 0 ? own : own.slice(0, end + 1);
}

/** Whether a row has a value of a column, or none where `none` is asked for. */
export function hasValue<R>(column: Column<R>, asked: string, seen: Seen): (row: R) => boolean {
  return (row) => {
    const value = column.of(row, seen);
    return (isUnknown(value) ? 'none' : String(value)) === asked;
  };
}

/** The words of a question, folded. */
export function wordsOf(q: string | undefined): readonly string[] {
  return fold(q ?? '')
    .text.split(' ')
    .filter((word) => word !== '');
}

/** True when every word stands in the texts or the id of the row. */
export function hasWords<T extends ListedTable>(
  listing: Pick<Listing<T, unknown, never>, 'textsOf'>,
  row: Row<T>,
  words: readonly string[],
): boolean {
  if (words.length === 0) return true;
  const text = foldedTexts.get(row) ?? foldedNow(listing, row);
  return words.every((word) => text.includes(word));
}

function foldedNow<T extends ListedTable>(listing: Pick<Listing<T, unknown, never>, 'textsOf'>, row: Row<T>): string {
  const text = textOf([row.id, ...listing.textsOf(row)]);
  foldedTexts.set(row, text);
  return text;
}

/** A row never changes, so its folded text is kept as long as the row. */
const foldedTexts = new WeakMap<object, string>();

function textOf(texts: readonly (string | null)[]): string {
  return texts.map((text) => (text === null ? '' : fold(text).text)).join('\n');
}
