import type { Page } from '@westgate/contract';
import { type View, viewMemo } from '../view.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { firstThatFit } from './fit.ts';
import { firstLanguage, hasWords, type ListAsk, type ListedTable, type Listing, rowsIn, wordsOf } from './listing.ts';
import { firstAfter, type Order, orderOf } from './order.ts';

/** Questions whose answers are kept in a view, for their next pages. */
const ANSWERS_KEPT = 16;
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
    next: hasMore ? cursorOf({ key, value: order.values.get(last) ?? null, id: last }) : null,
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
  const answers = answersIn(view);
  const key = JSON.stringify([listing.table, order.key, words, asked]);
  const held = answers.get(key);
  if (held) return held;
  const rows = rowsIn(view.register, listing.table);
  const among = listing.among?.(ask, view) ?? null;
  const candidates = among ? inOrder(new Set(among), order) : order.ids;
  const ids = candidates.filter((id) => {
    const row = rows.get(id);
    return row !== undefined && listing.passes(row, ask, view) && hasWords(listing, row, words);
  });
  answers.set(key, ids);
  const [oldest] = answers.keys();
  if (answers.size > ANSWERS_KEPT && oldest !== undefined) answers.delete(oldest);
  return ids;
}

const answersIn = viewMemo(() => new Map<string, readonly string[]>());

/** A few ids, sorted by themselves. */
function inOrder(ids: ReadonlySet<string>, { values, compare }: Order): readonly string[] {
  return [...ids]
    .map((id) => ({ id, value: values.get(id) ?? null }))
    .sort(compare)
    .map(({ id }) => id);
}
