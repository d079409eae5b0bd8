import { type Language, resultAtOnce, sortedSteps } from '@westgate/base';
import {
  columnsNamed,
  comparisonOf,
  type Entry,
  noteReads,
  Reads,
  readInto,
  readIntoSteps,
  rowIn,
  type SortKey,
  type SortValue,
  sortValueOf,
  type Way,
} from '@westgate/domain';
import { departmentNow } from '../caller/caller.ts';
import { markOf, type RegisterMark, touchedSince } from '../view/steps.ts';
import type { View } from '../view/view.ts';
import type { Column } from './columns/column.ts';
import type { ListedTable, ListingOf } from './listing.ts';

/** Ids of all records of a list in one order, those without a value last. */
export interface Order {
  readonly ids: readonly string[];
  /** What a record is sorted by. */
  readonly valuesOf: (id: string) => readonly SortValue[];
  /** Negative: the first stands before the second. */
  readonly compare: (a: Entry, b: Entry) => number;
}

/** Orders of one list that are kept. */
const KEPT = 24;

/** An order as it was in a register, and the same backwards once that was asked for. */
interface Held {
  readonly mark: RegisterMark;
  readonly ids: readonly string[];
  readonly reads: Reads;
  backwards: readonly string[] | null;
  /** The last way backwards before that deed. */
  readonly backwardsBefore: readonly string[] | null;
}

const orders = new WeakMap<object, Map<string, Held>>();

/** The order of a list in a view by one column or more. After a deed only the records that it touched are moved. */
export function orderOf<T extends ListedTable>(...asked: Parameters<typeof orderSteps<T>>): Order {
  return resultAtOnce(orderSteps(...asked));
}

/** The same step by step, for whoever gives others their turn between. */
export function* orderSteps<T extends ListedTable>(
  listing: Pick<ListingOf<T>, 'table' | 'columns'>,
  sort: readonly SortKey[],
  view: View,
  language: Language,
): Generator<undefined, Order> {
  const all = listing.columns.all(view);
  const by = sort.flatMap(({ column, isDown }) => {
    const [found] = columnsNamed(all, [column]);
    return found ? [{ column: found, isDown }] : [];
  });
  const columns = by.map(({ column }) => column);
  const ways = by.map(({ column, isDown }) => ({ isDown, collate: COLLATORS[column.isWorded ? language : 'en'].compare }));
  // One column is kept upward and turned; of several the way of each makes an order of its own.
  const isTurned = ways.length === 1 && ways[0]?.isDown === true;
  const valuesOf = valuesIn(columns, view, language, (id) => rowIn(view.register, listing.table, id));
  const upward = { valuesOf, compare: comparisonOf(isTurned ? ways.map((way) => ({ ...way, isDown: false })) : ways) };
  const key = [...(isTurned ? columns.map(({ id }) => id) : sort.map(keyText)), ...keyOf(columns, view, language)].join(' ');
  /** Several columns are put in order by where each record stands by each of them alone, which is kept. */
  const anew = function* (ids: Iterable<string>): Generator<undefined, readonly string[]> {
    const ranks: Ranks[] = [];
    for (const { id } of ways.length < 2 ? [] : columns)
      ranks.push(ranksIn(yield* orderSteps(listing, [{ column: id, isDown: false }], view, language)));
    return (ranks.length === 0 ? null : inRanks([...ids], ranks, ways)) ?? (yield* inOrderSteps(ids, upward));
  };
  const held = yield* present(listing, key, { view, upward, anew, isNew: columns.some(({ restsOnOthers }) => restsOnOthers) });
  if (!isTurned) return { ...upward, ids: held.ids };
  const backwards = held.backwards ?? readInto(held.reads, () => sameAs(held.backwardsBefore, turned(held.ids, valuesOf)));
  held.backwards = backwards;
  return { ids: backwards, valuesOf, compare: comparisonOf(ways) };
}

/** Where records stand in an order by one column, from 0, those alike at the same place; how many places there are. */
interface Ranks {
  readonly of: ReadonlyMap<string, number>;
  readonly count: number;
}

/** The places in an order that is kept, as long as it is. */
const ranksByIds = new WeakMap<readonly string[], Ranks>();

function ranksIn({ ids, valuesOf, compare }: Order): Ranks {
  const known = ranksByIds.get(ids);
  if (known) return known;
  const of = new Map<string, number>();
  let [rank, before]: [number, readonly SortValue[] | null] = [0, null];
  for (const id of ids) {
    const values = valuesOf(id);
    if (values[0] === null) break;
    // Their ids left aside.
    if (before !== null && compare({ values: before, id: '' }, { values, id: '' }) !== 0) rank += 1;
    before = values;
    of.set(id, rank);
  }
  const ranks = { of, count: rank + 1 };
  ranksByIds.set(ids, ranks);
  return ranks;
}

/** Ids in the order of several columns, all their places in one number; null where that would be too large. What has no value stands last either way. */
function inRanks(ids: readonly string[], ranks: readonly Ranks[], ways: readonly Way[]): readonly string[] | null {
  const size = ranks.reduce((product, { count }) => product * (count + 1), 1);
  if (size > Number.MAX_SAFE_INTEGER) return null;
  const isBackwards = ways[0]?.isDown === true;
  return ids
    .map((id) => {
      const place = ranks.reduce((sum, { of, count }, index) => {
        const rank = of.get(id);
        return sum * (count + 1) + (rank === undefined ? count : ways[index]?.isDown ? count - 1 - rank : rank);
      }, 0);
      return { id, place, isBackwards: isBackwards && ranks[0]?.of.has(id) === true };
    })
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1) * (a.isBackwards ? -1 : 1))
    .map(({ id }) => id);
}

/** What an order, or what was found by columns, rests on beside the register. */
export function keyOf(columns: readonly Column<never>[], view: View, language: Language): readonly string[] {
  const isWorded = columns.some((column) => column.isWorded);
  const asker = columns.some(({ byAsker }) => byAsker) ? String(departmentNow()) : '';
  return [isWorded ? language : '', columns.some(({ byDay }) => byDay) ? view.asOf : '', asker];
}

function keyText({ column, isDown }: SortKey): string {
  return `${isDown ? '-' : ''}${column}`;
}

function valuesIn<R>(
  columns: readonly Column<R>[],
  view: View,
  language: Language,
  rowOf: (id: string) => R | undefined,
): Order['valuesOf'] {
  const seen = { view, language };
  return (id) => {
    const row = rowOf(id);
    return columns.map((column) => (row === undefined ? null : sortValueOf(column, row, seen)));
  };
}

/** Ids in an order, made from an unordered few or many. */
export function inOrder(ids: Iterable<string>, order: Omit<Order, 'ids'>): readonly string[] {
  return resultAtOnce(inOrderSteps(ids, order));
}

function* inOrderSteps(ids: Iterable<string>, { valuesOf, compare }: Omit<Order, 'ids'>): Generator<undefined, readonly string[]> {
  const entries: Entry[] = [];
  for (const id of ids) {
    entries.push({ id, values: valuesOf(id) });
    yield;
  }
  return (yield* sortedSteps(entries, compare)).map(({ id }) => id);
}

/** Touched ids up to which they are moved one by one in a copy: copying a list of ids and shifting it is far faster than going through it. */
const MOVED_SINGLY = 64;

/** The ids of before in their order, without those touched and with those of them that belong there now; the same list where that comes to the same. */
export function movedIn(
  before: readonly string[],
  order: Omit<Order, 'ids'>,
  { touched, belongs }: { readonly touched: ReadonlySet<string>; readonly belongs: (id: string) => boolean },
): readonly string[] {
  if (touched.size === 0) return before;
  const staying = touched.size <= MOVED_SINGLY ? withoutFew(before, touched) : before.filter((id) => !touched.has(id));
  const coming = inOrder([...touched].filter(belongs), order);
  const places = coming.map((id) => firstAfter({ ...order, ids: staying }, { id, values: order.valuesOf(id) }));
  return sameAs(before, coming.length <= MOVED_SINGLY ? insertedSingly(staying, coming, places) : inserted(staying, coming, places));
}

/** `now`, as the list of before where it comes to the same: whatever rests on it knows by that. */
export function sameAs(before: readonly string[] | null, now: readonly string[]): readonly string[] {
  if (before === null || before.length !== now.length) return now;
  for (let index = 0; index < now.length; index += 1) if (before[index] !== now[index]) return now;
  return before;
}

function withoutFew(before: readonly string[], touched: ReadonlySet<string>): string[] {
  const staying = before.slice();
  for (const id of touched) {
    const at = staying.indexOf(id);
    if (at >= 0) staying.splice(at, 1);
  }
  return staying;
}

function insertedSingly(staying: readonly string[], coming: readonly string[], places: readonly number[]): readonly string[] {
  const ids = staying.slice();
  for (let index = coming.length - 1; index >= 0; index -= 1) ids.splice(places[index] ?? 0, 0, coming[index] ?? '');
  return ids;
}

function inserted(staying: readonly string[], coming: readonly string[], places: readonly number[]): readonly string[] {
  const ids: string[] = [];
  let from = 0;
  for (const [index, id] of coming.entries()) {
    for (const to = places[index] ?? 0; from < to; from += 1) ids.push(staying[from] ?? '');
    ids.push(id);
  }
  for (; from < staying.length; from += 1) ids.push(staying[from] ?? '');
  return ids;
}

/** The index of the first id that stands behind `entry`, which need not be among them. */
export function firstAfter({ ids, valuesOf, compare }: Order, entry: Entry): number {
  return firstWhere(ids, (id) => compare({ id, values: valuesOf(id) }, entry) > 0);
}

interface Making {
  readonly view: View;
  readonly upward: Omit<Order, 'ids'>;
  /** All of them, put in order anew. */
  readonly anew: (ids: Iterable<string>) => Generator<undefined, readonly string[]>;
  /** What it goes by is not told by what a deed touched. */
  readonly isNew: boolean;
}

function* present<T extends ListedTable>(
  listing: Pick<ListingOf<T>, 'table' | 'columns'>,
  key: string,
  making: Making,
): Generator<undefined, Held> {
  const kept = orders.get(listing.columns) ?? new Map<string, Held>();
  orders.set(listing.columns, kept);
  const before = kept.get(key) ?? null;
  const mark = markOf(making.view.register);
  const made = before?.mark === mark ? before : yield* heldNow(listing.table, before, mark, making);
  // Whoever did not wait for the steps has made it meanwhile.
  const first = kept.get(key);
  const held = first?.mark === mark ? first : made;
  noteReads(held.reads);
  kept.delete(key);
  kept.set(key, held);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return held;
}

function* heldNow(
  table: ListedTable,
  before: Held | null,
  mark: RegisterMark,
  { view, upward, anew, isNew }: Making,
): Generator<undefined, Held> {
  const reads = new Reads();
  const made = function* (): Generator<undefined, readonly string[]> {
    const touched = before && !isNew ? touchedSince(before.mark, mark, table) : null;
    const rows: ReadonlyMap<string, unknown> = view.register[table];
    if (!before || !touched) return sameAs(before?.ids ?? null, yield* anew(before ? inOldOrder(before.ids, rows) : rows.keys()));
    reads.take(before.reads);
    return movedIn(before.ids, upward, { touched, belongs: (id) => rows.has(id) });
  };
  const ids = yield* readIntoSteps(reads, made());
  // Records may be alike that were not before, though none moved.
  ranksByIds.delete(ids);
  return { mark, ids, reads, backwards: null, backwardsBefore: before && (before.backwards ?? before.backwardsBefore) };
}

/** All ids, in the order of before as far as they were there: what is nearly sorted is soon sorted. */
function inOldOrder(before: readonly string[], rows: ReadonlyMap<string, unknown>): Iterable<string> {
  const staying = new Set(before.filter((id) => rows.has(id)));
  for (const id of rows.keys()) staying.add(id);
  return staying;
}

/** The same the other way round, but what has no value still comes last. */
function turned(ids: readonly string[], valuesOf: Order['valuesOf']): readonly string[] {
  const end = firstWhere(ids, (id) => valuesOf(id)[0] === null);
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

/** How readers of a language look for names. */
export const COLLATORS = {
  zh: new Intl.Collator('zh-Hans-CN', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
} as const satisfies Record<Language, Intl.Collator>;
