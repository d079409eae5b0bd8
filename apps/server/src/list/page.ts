import type { Page } from '@westgate/contract';
import { markOf, type RegisterMark, touchedSince } from '../steps.ts';
import type { View } from '../view.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { firstThatFit } from './fit.ts';
import { firstLanguage, hasWords, type ListAsk, type ListedTable, type Listing, rowsIn, wordsOf } from './listing.ts';
import { firstAfter, inOrder, movedIn, type Order, orderOf } from './order.ts';

/** Questions of one list whose answers are kept, for their next pages and for the next deed. */
const ANSWERS_KEPT = 24;
/** What a question says of the page; all else says which records are on it. */
const PAGING: ReadonlySet<string> = new Set(['q', 'lang', 'limit', 'after', 'sort', 'asOf']);

type Mutable<P extends Page<unknown>> = Omit<P, 'items'> & { items: P['items'][number][] };

/**
 * A page of the records that match, after the cursor. Pages are found by sort value and id, so a record that comes or goes between
 * two requests moves no other from one page to the next. Only what is on the page is made into an answer; a page of more than fits in one
 * answer ends early.
 */
export function pageOf<T extends ListedTable, Shown, Ask extends ListAsk>(
  view: View,
  ask: Ask,
  listing: Listing<T, Shown, Ask>,
): Mutable<Page<Shown>> {
  const { ids, order, key } = matchesOf(view, ask, listing);
  const start = ask.after === undefined ? 0 : firstAfter({ ...order, ids }, readCursor(ask.after, key));
  const wanted = ids.slice(start, start + ask.limit);
  const items = firstThatFit(wanted, (id) => listing.show(view, id));
  const last = wanted[items.length - 1];
  const hasMore = last !== undefined && start + items.length < ids.length;
  return {
    asOf: view.asOf,
    seq: view.seq,
    total: ids.length,
    next: hasMore ? cursorOf({ key, value: order.sortValue(last), id: last }) : null,
    items,
  };
}

/** The ids of all records that match, in the order asked for; how many fit on a page makes no difference. */
export function matchesOf<T extends ListedTable, Shown, Ask extends ListAsk>(
  view: View,
  ask: Ask,
  listing: Listing<T, Shown, Ask>,
): { readonly ids: readonly string[]; readonly order: Order; readonly key: string } {
  const language = ask.lang ?? firstLanguage(view);
  const name = ask.sort ?? Object.keys(listing.sorts)[0] ?? 'id';
  const key = `${name}|${language}`;
  const order = orderOf(listing, name, view, language);
  return { ids: matching(view, ask, listing, { ...order, key }), order, key };
}

function matching<T extends ListedTable, Shown, Ask extends ListAsk>(
  view: View,
  ask: Ask,
  listing: Listing<T, Shown, Ask>,
  order: Order & { readonly key: string },
): readonly string[] {
  const words = wordsOf(ask.q);
  const asked = Object.entries(ask).filter(([name, value]) => value !== undefined && !PAGING.has(name));
  if (words.length === 0 && asked.length === 0) return order.ids;
  const kept = answers.get(listing) ?? new Map<string, Answer>();
  answers.set(listing, kept);
  const key = JSON.stringify([order.key, view.asOf, words, asked]);
  const [before, mark] = [kept.get(key) ?? null, markOf(view.register)];
  const rows = rowsIn(view.register, listing.table);
  const passes = listing.passes(ask, view);
  const belongs = (id: string): boolean => {
    const row = rows.get(id);
    return row !== undefined && passes(row) && hasWords(listing, row, words);
  };
  const answer = before?.mark === mark ? before : { mark, ids: idsNow(before, mark, { view, ask, listing, order, belongs }) };
  kept.delete(key);
  kept.set(key, answer);
  const [oldest] = kept.keys();
  if (kept.size > ANSWERS_KEPT && oldest !== undefined) kept.delete(oldest);
  return answer.ids;
}

/** The ids that matched in a register. */
interface Answer {
  readonly mark: RegisterMark;
  readonly ids: readonly string[];
}

const answers = new WeakMap<object, Map<string, Answer>>();

interface Matching<T extends ListedTable, Shown, Ask extends ListAsk> {
  readonly view: View;
  readonly ask: Ask;
  readonly listing: Listing<T, Shown, Ask>;
  readonly order: Order;
  readonly belongs: (id: string) => boolean;
}

/** Few candidates are looked at anew; of the answer before, only the records touched since. */
function idsNow<T extends ListedTable, Shown, Ask extends ListAsk>(
  before: Answer | null,
  mark: RegisterMark,
  { view, ask, listing, order, belongs }: Matching<T, Shown, Ask>,
): readonly string[] {
  const among = listing.among?.(ask, view) ?? null;
  if (among) return inOrder([...new Set(among)].filter(belongs), order);
  const touched = before && touchedSince(before.mark, mark, listing.table);
  return before && touched ? movedIn(before.ids, order, { touched, belongs }) : order.ids.filter(belongs);
}
