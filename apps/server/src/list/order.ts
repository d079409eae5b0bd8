import type { Language } from '@westgate/base';
import type { Row } from '@westgate/domain';
import { markOf, type RegisterMark, touchedSince } from '../steps.ts';
import type { View } from '../view.ts';
import type { SortValue } from './cursor.ts';
import { type ListedTable, type Listing, rowsIn, type Sort } from './listing.ts';

/** Ids of all records of a list in one order, those without a value last. */
export interface Order {
  readonly ids: readonly string[];
  /** What a record is sorted by. */
  readonly sortValue: (id: string) => SortValue;
  /** Negative: the first stands before the second. */
  readonly compare: (a: Entry, b: Entry) => number;
}

/** A record with what it is sorted by. */
export interface Entry {
  readonly value: SortValue;
  readonly id: string;
}

/** Orders of one list that are kept. */
const KEPT = 16;

/** An order as it was in a register, and the same backwards once that was asked for. */
interface Held {
  readonly mark: RegisterMark;
  readonly ids: readonly string[];
  backwards: readonly string[] | null;
}

const orders = new WeakMap<object, Map<string, Held>>();

/** The order of a list in a view, backwards where the name begins with `-`. After a deed only the records that it touched are moved. */
export function orderOf<T extends ListedTable>(
  listing: Pick<Listing<T, unknown, never>, 'table' | 'sorts'>,
  name: string,
  view: View,
  language: Language,
): Order {
  const field = name.replace(/^-/, '');
  const sort: Sort<T> = listing.sorts[field] ?? { value: (row) => row.id };
  const rows: ReadonlyMap<string, Row<T>> = rowsIn(view.register, listing.table);
  const sortValue = (id: string): SortValue => {
    const row = rows.get(id);
    return row ? sort.value(row, view, language) : null;
  };
  const spoken = sort.isWorded ? language : 'en';
  const upward = { ids: rows.keys(), sortValue, compare: comparison(1, spoken) };
  const key = `${field} ${spoken} ${sort.byDay ? view.asOf : ''}`;
  const held = present(listing, key, { view, upward });
  if (!name.startsWith('-')) return { ...upward, ids: held.ids };
  held.backwards ??= turned(held.ids, sortValue);
  return { ids: held.backwards, sortValue, compare: comparison(-1, spoken) };
}

/** Ids in an order, made from an unordered few or many. */
export function inOrder(ids: Iterable<string>, { sortValue, compare }: Omit<Order, 'ids'>): readonly string[] {
  return [...ids]
    .map((id) => ({ id, value: sortValue(id) }))
    .sort(compare)
    .map(({ id }) => id);
}

/** The ids of before in their order, without those touched and with those of them that belong there now. */
export function movedIn(
  before: readonly string[],
  order: Omit<Order, 'ids'>,
  { touched, belongs }: { readonly touched: ReadonlySet<string>; readonly belongs: (id: string) => boolean },
): readonly string[] {
  if (touched.size === 0) return before;
  const staying = before.filter((id) => !touched.has(id));
  const ids: string[] = [];
  let from = 0;
  for (const id of inOrder([...touched].filter(belongs), order)) {
    const to = firstAfter({ ...order, ids: staying }, { id, value: order.sortValue(id) });
    for (; from < to; from += 1) ids.push(staying[from] ?? '');
    ids.push(id);
  }
  for (; from < staying.length; from += 1) ids.push(staying[from] ?? '');
  return ids;
}

/** The index of the first id that stands behind `entry`, which need not be among them. */
export function firstAfter({ ids, sortValue, compare }: Order, entry: Entry): number {
  return firstWhere(ids, (id) => compare({ id, value: sortValue(id) }, entry) > 0);
}

interface Making {
  readonly view: View;
  readonly upward: Omit<Order, 'ids'> & { readonly ids: Iterable<string> };
}

function present<T extends ListedTable>(listing: Pick<Listing<T, unknown, never>, 'table'>, key: string, making: Making): Held {
  const kept = orders.get(listing) ?? new Map<string, Held>();
  orders.set(listing, kept);
  const before = kept.get(key) ?? null;
  const mark = markOf(making.view.register);
  const held = before?.mark === mark ? before : { mark, ids: idsNow(listing.table, before, mark, making), backwards: null };
  kept.delete(key);
  kept.set(key, held);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return held;
}

function idsNow(table: ListedTable, before: Held | null, mark: RegisterMark, { view, upward }: Making): readonly string[] {
  const touched = before && touchedSince(before.mark, mark, table);
  const rows: ReadonlyMap<string, unknown> = view.register[table];
  if (before && touched) return movedIn(before.ids, upward, { touched, belongs: (id) => rows.has(id) });
  return inOrder(before ? inOldOrder(before.ids, rows) : upward.ids, upward);
}

/** All ids, in the order of before as far as they were there: what is nearly sorted is soon sorted. */
function inOldOrder(before: readonly string[], rows: ReadonlyMap<string, unknown>): Iterable<string> {
  const staying = new Set(before.filter((id) => rows.has(id)));
  for (const id of rows.keys()) staying.add(id);
  return staying;
}

/** The same the other way round, but what has no value still comes last. */
function turned(ids: readonly string[], sortValue: Order['sortValue']): readonly string[] {
  const end = firstWhere(ids, (id) => sortValue(id) === null);
  return [...ids.slice(0, end).reverse(), ...ids.slice(end)];
}

/** The first index from which on `isBehind` holds; it holds for none before and all after. */
function firstWhere(ids: readonly string[], isBehind: (id: string) => boolean): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(ids[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}

function comparison(direction: 1 | -1, language: Language): Order['compare'] {
  const collator = COLLATORS[language];
  return (a, b) => {
    if (a.value === null || b.value === null) {
      if (a.value !== null) return -1;
      return b.value !== null ? 1 : byLetters(a.id, b.id);
    }
    const isNumeric = typeof a.value === 'number' && typeof b.value === 'number';
    const order = isNumeric ? Number(a.value) - Number(b.value) : collator.compare(String(a.value), String(b.value));
    return direction * (order || byLetters(a.id, b.id));
  };
}

const COLLATORS = {
  zh: new Intl.Collator('zh-Hans-CN', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
} as const satisfies Record<Language, Intl.Collator>;

function byLetters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
