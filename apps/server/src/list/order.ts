import type { Language } from '@westgate/base';
import type { Row, TableName } from '@westgate/domain';
import type { View } from '../view.ts';
import type { SortValue } from './cursor.ts';
import { type ListedTable, type Listing, rowsIn, type Sort } from './listing.ts';

/** Ids of all records of a list in one order, those without a value last. */
export interface Order {
  readonly ids: readonly string[];
  /** What each is sorted by. */
  readonly values: ReadonlyMap<string, SortValue>;
  /** Negative: the first stands before the second. */
  readonly compare: (a: Entry, b: Entry) => number;
}

/** A record with what it is sorted by. */
export interface Entry {
  readonly value: SortValue;
  readonly id: string;
}

/** Orders of one list that are kept. */
const KEPT = 12;
/** More records than these in new places, and all are sorted anew. */
const FEW = 1000;

interface Held extends Order {
  /** The tables it rests on. */
  readonly tables: readonly unknown[];
}

const orders = new WeakMap<object, Map<string, Held>>();

/**
 * The order of a list in a view, backwards where the name begins with `-`. It is kept while the tables it rests on stay as they are; after
 * a deed only the records whose value differs now are moved.
 */
export function orderOf<T extends ListedTable>(
  listing: Pick<Listing<T, unknown, never>, 'table' | 'sorts'>,
  name: string,
  view: View,
  language: Language,
): Order {
  const order = upward(listing, name.replace(/^-/, ''), view, language);
  return name.startsWith('-') ? backwards(order, language) : order;
}

function upward<T extends ListedTable>(
  listing: Pick<Listing<T, unknown, never>, 'table' | 'sorts'>,
  field: string,
  view: View,
  language: Language,
): Held {
  const sort: Sort<T> = listing.sorts[field] ?? { value: (row) => row.id };
  const held = orders.get(listing) ?? new Map<string, Held>();
  orders.set(listing, held);
  const key = `${field} ${language} ${sort.byDay ? view.asOf : ''}`;
  const before = held.get(key);
  const tables = [listing.table, ...(sort.rests ?? [])].map((table: TableName) => view.register[table]);
  const isPresent = before?.tables.every((table, index) => table === tables[index]) ?? false;
  const order = before && isPresent ? before : made(listing.table, sort, { view, language, before, tables });
  held.delete(key);
  held.set(key, order);
  const [oldest] = held.keys();
  if (held.size > KEPT && oldest !== undefined) held.delete(oldest);
  return order;
}

interface Making {
  readonly view: View;
  readonly language: Language;
  readonly before: Held | undefined;
  readonly tables: readonly unknown[];
}

function made<T extends ListedTable>(table: T, sort: Sort<T>, { view, language, before, tables }: Making): Held {
  const compare = comparison(1, language);
  const rows: ReadonlyMap<string, Row<T>> = rowsIn(view.register, table);
  const values = new Map<string, SortValue>();
  for (const [id, row] of rows) values.set(id, sort.value(row, view, language));
  const ids = (before && moved(before, values, compare)) ?? sorted(values, compare);
  return { ids, values, compare, tables };
}

function sorted(values: ReadonlyMap<string, SortValue>, compare: Order['compare']): readonly string[] {
  return [...values]
    .map(([id, value]) => ({ id, value }))
    .sort(compare)
    .map(({ id }) => id);
}

/** The ids of before with the records whose value changed put where they belong; null where there are many. */
function moved(before: Held, values: Order['values'], compare: Order['compare']): readonly string[] | null {
  const isStaying = (id: string): boolean => values.has(id) && before.values.has(id) && before.values.get(id) === values.get(id);
  const entering: Entry[] = [];
  for (const [id, value] of values) {
    if (isStaying(id)) continue;
    entering.push({ id, value });
    if (entering.length > FEW) return null;
  }
  const staying = before.ids.filter(isStaying);
  const ids: string[] = [];
  let from = 0;
  for (const entry of entering.sort(compare)) {
    const to = firstAfter({ ids: staying, values, compare }, entry);
    for (; from < to; from += 1) ids.push(staying[from] ?? '');
    ids.push(entry.id);
  }
  for (; from < staying.length; from += 1) ids.push(staying[from] ?? '');
  return ids;
}

/** The index of the first id that stands behind `entry`, which need not be among them. */
export function firstAfter({ ids, values, compare }: Order, entry: Entry): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const id = ids[middle] ?? '';
    if (compare({ id, value: values.get(id) ?? null }, entry) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The same the other way round, but what has no value still comes last. */
function backwards({ ids, values }: Order, language: Language): Order {
  const hasValue = (id: string): boolean => (values.get(id) ?? null) !== null;
  return { ids: [...ids.filter(hasValue).reverse(), ...ids.filter((id) => !hasValue(id))], values, compare: comparison(-1, language) };
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
