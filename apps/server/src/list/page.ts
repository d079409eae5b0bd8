import { type Language, readShut, WestgateError } from '@westgate/base';
import type { Page } from '@westgate/contract';
import { resultInSlices } from '@westgate/desk';
import {
  type Condition,
  columnsNamed,
  fitsAll,
  noteReads,
  type QueryFault,
  queryFaultSaid,
  Reads,
  type Row,
  readInto,
  readListQuery,
  type SortKey,
  unnoted,
} from '@westgate/domain';
import { firstThatFit } from '../answers/fit.ts';
import { following } from '../view/standing.ts';
import { statesReady } from '../view/states-ready.ts';
import { markOf, type RegisterMark, touchedSince } from '../view/steps.ts';
import { firstLanguage, seqTold, type View, viewMemo } from '../view/view.ts';
import type { Column, Seen } from './columns/column.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { hasValue, hasWords, type ListAsk, type ListedTable, type Listing, rowsIn, wordsOf } from './listing.ts';
import { firstAfter, inOrder, keyOf, movedIn, type Order, orderOf, orderSteps, sameAs } from './order.ts';
import { tagTest } from './tags.ts';

/** Questions of one list whose answers are kept, for their next pages and for the next deed. */
const ANSWERS_KEPT = 24;
/** What a question says of the page; all else says which records are on it. */
const PAGING: ReadonlySet<string> = new Set(['q', 'lang', 'limit', 'after', 'sort', 'asOf', 'columns', 'group', 'pivot', 'sums', 'shut']);

type Mutable<P extends Page<unknown>> = Omit<P, 'items'> & { items: P['items'][number][] };

/** A list as far as it is narrowed and put in order, however its records are shown. */
type Narrowed<T extends ListedTable, Ask extends ListAsk> = Omit<Listing<T, unknown, Ask>, 'show'> & {
  /** A column that is true of what is found, where no condition names it. */
  readonly held?: string;
};

/** What fits a question, in the order asked for. */
export interface Matches {
  readonly ids: readonly string[];
  readonly order: Order;
  readonly key: string;
}

/**
 * A page of the records that match, after the cursor. Pages are found by sort values and id, so a record that comes or goes between
 * two requests moves no other from one page to the next. Only what is on the page is made into an answer; a page of more than fits in one
 * answer ends early.
 */
export function pageOf<T extends ListedTable, Shown, Ask extends ListAsk>(
  view: View,
  ask: Ask,
  listing: Listing<T, Shown, Ask>,
): Mutable<Page<Shown>> {
  const matches = matchesOf(view, ask, listing);
  const { items, next } = pageIn(matches, ask, (id) => listing.show(view, id));
  return { asOf: view.asOf, seq: seqTold(view), total: matches.ids.length, next, items };
}

/** The records of a page, as they are shown, and where the next begins. */
export function pageIn<Shown>(
  { ids, order, key }: Matches,
  { after, limit }: Pick<ListAsk, 'after' | 'limit'>,
  show: (id: string) => Shown | null,
): { readonly items: Shown[]; readonly next: string | null } {
  const start = after === undefined ? 0 : firstAfter({ ...order, ids }, readCursor(after, key));
  const wanted = ids.slice(start, start + limit);
  const items = firstThatFit(wanted, show);
  const last = wanted[items.length - 1];
  const hasMore = last !== undefined && start + items.length < ids.length;
  return { items, next: hasMore ? cursorOf({ key, values: order.valuesOf(last), id: last }) : null };
}

/** The rows of what was found that have a value of a column in common, in the order of the list. */
export interface Group {
  readonly key: string;
  readonly ids: readonly string[];
}

/** The same by groups, without those that are shut. A group that is gone by the next page ends the list where it stood. */
export function groupedPage<Shown>(
  { order, key }: Matches,
  { after, limit, shut }: Pick<ListAsk, 'after' | 'limit'> & { readonly shut?: string | undefined },
  {
    group,
    groups,
    show,
  }: { readonly group: string; readonly groups: readonly Group[]; readonly show: (id: string, group: string) => Shown | null },
): { readonly items: Shown[]; readonly next: string | null } {
  const { isShut } = readShut(shut);
  const orderKey = `${group}/${key}`;
  const cursor = after === undefined ? null : readCursor(after, orderKey);
  const [from = null, ...values] = cursor?.values ?? [];
  const first = cursor === null ? 0 : groups.findIndex((each) => each.key === from);
  const wanted: { readonly id: string; readonly key: string }[] = [];
  for (const [at, each] of groups.entries()) {
    if (first < 0 || at < first || isShut(each.key)) continue;
    const start = cursor !== null && at === first ? firstAfter({ ...order, ids: each.ids }, { id: cursor.id, values }) : 0;
    for (const id of each.ids.slice(start, start + limit + 1 - wanted.length)) wanted.push({ id, key: each.key });
    if (wanted.length > limit) break;
  }
  const items = firstThatFit(wanted.slice(0, limit), ({ id, key: under }) => show(id, under));
  const last = wanted[items.length - 1];
  const hasMore = last !== undefined && items.length < wanted.length;
  return { items, next: hasMore ? cursorOf({ key: orderKey, values: [last.key, ...order.valuesOf(last.id)], id: last.id }) : null };
}

/** The ids of a question as they are later; made here, where no view is held. */
function idsLater<T extends ListedTable, Ask extends ListAsk>(ask: Ask, listing: Narrowed<T, Ask>): (later: View) => readonly string[] {
  return (later) => matchesOf(later, ask, listing).ids;
}

/** The ids of all records that match, in the order asked for; how many fit on a page makes no difference. Throws `WG_INPUT_INVALID` where the question names what the list does not have. */
export function matchesOf<T extends ListedTable, Ask extends ListAsk>(view: View, ask: Ask, listing: Narrowed<T, Ask>): Matches {
  const language = ask.lang ?? firstLanguage(view);
  const all = listing.columns.all(view);
  const { query, faults } = readListQuery({ sort: ask.sort, filter: ask.filter }, all);
  requireAskable(faults);
  const { held } = listing;
  const isSaid = held === undefined || query.filter.some(({ column }) => column === held);
  const filter: readonly Condition[] = isSaid ? query.filter : [...query.filter, { column: held, operator: 'is', values: ['true'] }];
  const sort = sortAsked(query, listing);
  const key = `${sort.map(({ column, isDown }) => `${isDown ? '-' : ''}${column}`).join(',')}|${language}`;
  const by = columnsNamed(
    all,
    sort.map(({ column }) => column),
  );
  const idsIn = (order: Order): readonly string[] => matching(view, ask, listing, { ...order, key, language, by, filter });
  // What differs by who asks is asked for again by nobody else; what rests on other tables would be worked out for all rows to know whether it is the same.
  const isMadeAnew = [
    ...by,
    ...columnsNamed(
      all,
      filter.map(({ column }) => column),
    ),
  ].some(({ byAsker, restsOnOthers }) => byAsker || restsOnOthers);
  const order = isMadeAnew ? orderOf(listing, sort, view, language) : unnoted(() => orderOf(listing, sort, view, language));
  const ids = isMadeAnew ? idsIn(order) : following(() => idsIn(orderOf(listing, sort, view, language)), idsLater(ask, listing));
  return { ids, order, key };
}

/** Works out in slices, between other requests, what finding the records of a question needs of the whole list. */
export async function readyToFind<T extends ListedTable, Ask extends ListAsk>(
  view: View,
  ask: Ask,
  { table, columns, order, narrows = {} }: Pick<Listing<T, unknown, Ask>, 'table' | 'columns' | 'order' | 'narrows'>,
): Promise<void> {
  await statesReady(view);
  const language = ask.lang ?? firstLanguage(view);
  const all = columns.all(view);
  const { query } = readListQuery({ sort: ask.sort, filter: ask.filter }, all);
  const named = Object.entries(narrows).flatMap(([part, column]) => (part in ask && typeof column === 'string' ? [column] : []));
  const asked = [...[...query.sort, ...query.filter].map(({ column }) => column), ...named];
  await valuesReady(all, asked, rowsIn(view.register, table).values(), { view, language });
  // Whether an answer rests on the order is noted where it is made.
  await unnoted(() => resultInSlices(orderSteps({ table, columns }, sortAsked(query, { order }), view, language)));
}

/** The order asked for, that of the list where none is. */
function sortAsked({ sort }: { readonly sort: readonly SortKey[] }, { order }: { readonly order: string }): readonly SortKey[] {
  return sort.length > 0 ? sort : [{ column: order, isDown: false }];
}

/** Columns whose values were worked out for every row of a view. */
const readyIn = viewMemo(() => new Set<object>());

/** Works out in slices the values of those columns asked for that take long, once in a view. */
export async function valuesReady<R>(
  columns: readonly Column<R>[],
  asked: readonly (string | null)[],
  rows: Iterable<R>,
  seen: Seen,
): Promise<void> {
  const ready = readyIn(seen.view);
  const dear = columnsNamed(columns, asked).filter((column) => column.isDear && !ready.has(column));
  if (dear.length > 0) await resultInSlices(valueSteps(dear, rows, seen));
  for (const column of dear) ready.add(column);
}

function* valueSteps<R>(columns: readonly Column<R>[], rows: Iterable<R>, seen: Seen): Generator<undefined, void> {
  for (const row of rows) {
    for (const column of columns) column.of(row, seen);
    yield;
  }
}

/** Throws `WG_INPUT_INVALID` for the first fault of a question. */
export function requireAskable([fault]: readonly QueryFault[]): void {
  if (fault) throw new WestgateError('WG_INPUT_INVALID', queryFaultSaid(fault), { field: fault.at });
}

/** An order with what narrows the list. */
interface Asking<R> extends Order {
  readonly key: string;
  readonly language: Language;
  /** The columns that the order goes by. */
  readonly by: readonly Column<R>[];
  readonly filter: readonly Condition[];
}

function matching<T extends ListedTable, Ask extends ListAsk>(
  view: View,
  ask: Ask,
  listing: Narrowed<T, Ask>,
  asking: Asking<Row<T>>,
): readonly string[] {
  const words = wordsOf(ask.q);
  const asked = Object.entries(ask).filter(([name, value]) => value !== undefined && !PAGING.has(name));
  if (words.length === 0 && asked.length === 0 && asking.filter.length === 0) return asking.ids;
  const kept = answers.get(listing) ?? new Map<string, Answer>();
  answers.set(listing, kept);
  const { tests, columns } = testsOf(view, ask, listing, asking);
  const rests = [...columns, ...asking.by];
  const key = JSON.stringify([asking.key, view.asOf, words, asked, ...keyOf(rests, view, asking.language)]);
  const [before, mark] = [kept.get(key) ?? null, markOf(view.register)];
  const rows = rowsIn(view.register, listing.table);
  const belongs = (id: string): boolean => {
    const row = rows.get(id);
    return row !== undefined && tests.every((passes) => passes(row)) && hasWords(listing, row, words);
  };
  // What is not told by what a deed touched is looked at anew after each.
  const isFleeting = rests.some(({ restsOnOthers }) => restsOnOthers);
  const now = before?.mark === mark ? before : answerNow(isFleeting ? null : before, mark, { view, ask, listing, order: asking, belongs });
  const answer = { ...now, ids: sameAs(before?.ids ?? null, now.ids) };
  noteReads(answer.reads);
  kept.delete(key);
  kept.set(key, answer);
  const [oldest] = kept.keys();
  if (kept.size > ANSWERS_KEPT && oldest !== undefined) kept.delete(oldest);
  return answer.ids;
}

/** What a row must pass, and the columns that are looked at for it. */
function testsOf<T extends ListedTable, Ask extends ListAsk>(
  view: View,
  ask: Ask,
  listing: Narrowed<T, Ask>,
  { language, filter }: Pick<Asking<Row<T>>, 'language' | 'filter'>,
): { readonly tests: readonly ((row: Row<T>) => boolean)[]; readonly columns: readonly Column<Row<T>>[] } {
  const seen = { view, language };
  const all = listing.columns.all(view);
  const narrows: Readonly<Record<string, string | undefined>> = listing.narrows ?? {};
  const parts: readonly (readonly [string, unknown])[] = Object.entries(ask);
  const byPart = parts.flatMap(([part, value]) => {
    const [column] = columnsNamed(all, [narrows[part] ?? null]);
    return column && typeof value === 'string' ? [{ column, test: hasValue(column, value, seen) }] : [];
  });
  const hasTags = ask.tag === undefined ? null : tagTest(view, listing.table, ask.tag);
  const besides = listing.passes?.(ask, view) ?? null;
  return {
    tests: [
      ...byPart.map(({ test }) => test),
      fitsAll(all, filter, seen),
      ...(hasTags ? [({ id }: { readonly id: string }) => hasTags(id)] : []),
      ...(besides ? [besides] : []),
    ],
    columns: [
      ...byPart.map(({ column }) => column),
      ...columnsNamed(
        all,
        filter.map(({ column }) => column),
      ),
    ],
  };
}

/** The ids that matched in a register. */
interface Answer {
  readonly mark: RegisterMark;
  readonly ids: readonly string[];
  readonly reads: Reads;
}

const answers = new WeakMap<object, Map<string, Answer>>();

interface Matching<T extends ListedTable, Ask extends ListAsk> {
  readonly view: View;
  readonly ask: Ask;
  readonly listing: Narrowed<T, Ask>;
  readonly order: Order;
  readonly belongs: (id: string) => boolean;
}

/** Few candidates are looked at anew; of the answer before, only the records touched since. */
function answerNow<T extends ListedTable, Ask extends ListAsk>(
  before: Answer | null,
  mark: RegisterMark,
  { view, ask, listing, order, belongs }: Matching<T, Ask>,
): Answer {
  const reads = new Reads();
  const ids = readInto(reads, () => {
    const among = listing.among?.(ask, view) ?? null;
    if (among) return inOrder([...new Set(among)].filter(belongs), order);
    const touched = before && touchedSince(before.mark, mark, listing.table);
    if (!before || !touched) return order.ids.filter(belongs);
    reads.take(before.reads);
    return movedIn(before.ids, order, { touched, belongs });
  });
  return { mark, ids, reads };
}
