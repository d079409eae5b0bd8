import type { Bilingual, Language } from '@westgate/base';
import type { Page } from '@westgate/contract';
import { fold } from '../search/fold.ts';
import type { View } from '../view.ts';
import { cursorOf, readCursor, type SortValue } from './cursor.ts';

/** What every list is asked. */
export interface ListAsk {
  readonly q?: string | undefined;
  readonly lang?: Language | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly sort?: string | undefined;
}

/** How one kind of record is listed. */
export interface Listing<Item, Ask extends ListAsk> {
  readonly items: (view: View) => Iterable<Item>;
  readonly idOf: (item: Item) => string;
  /** The texts that `q` looks in, beside the id. */
  readonly textsOf: (item: Item) => readonly Bilingual[];
  readonly matches: (item: Item, ask: Ask, view: View) => boolean;
  /** The first is the order where none is asked for. */
  readonly sorts: Readonly<Record<string, (item: Item, view: View, language: Language) => SortValue>>;
}

/**
 * A page of the records that match, after the cursor. Pages are found by sort value and id, so a record that comes or goes between
 * two requests moves no other from one page to the next.
 */
export function pageOf<Item, Ask extends ListAsk>(view: View, ask: Ask, listing: Listing<Item, Ask>): Mutable<Page<Item>> {
  const language = ask.lang ?? firstLanguage(view);
  const order = ask.sort ?? Object.keys(listing.sorts)[0] ?? 'id';
  const isDescending = order.startsWith('-');
  const sortValueOf = listing.sorts[isDescending ? order.slice(1) : order] ?? listing.idOf;
  const words = fold(ask.q ?? '')
    .text.split(' ')
    .filter((word) => word !== '');
  const entries = [...listing.items(view)]
    .filter((item) => listing.matches(item, ask, view) && hasWords(item, words, listing))
    .map((item) => ({ item, value: sortValueOf(item, view, language), id: listing.idOf(item) }));
  const compare = comparison(isDescending, language);
  entries.sort(compare);
  const key = `${order}|${language}`;
  const after = ask.after === undefined ? null : readCursor(ask.after, key);
  const rest = after ? entries.filter((entry) => compare(entry, after) > 0) : entries;
  const shown = rest.slice(0, ask.limit);
  const last = shown.at(-1);
  return {
    asOf: view.asOf,
    seq: view.seq,
    total: entries.length,
    next: last && rest.length > shown.length ? cursorOf({ key, value: last.value, id: last.id }) : null,
    items: shown.map((entry) => entry.item),
  };
}

type Mutable<P extends Page<unknown>> = Omit<P, 'items'> & { items: P['items'][number][] };

/** A text for sorting in `language`, the other language standing in where it is missing. */
export function sortText(text: Bilingual, language: Language): string {
  return text[language] ?? text.zh ?? text.en ?? '';
}

function firstLanguage(view: View): Language {
  const [district] = view.register.district.values();
  return district?.languages[0] === 'en' ? 'en' : 'zh';
}

function hasWords<Item, Ask extends ListAsk>(item: Item, words: readonly string[], listing: Listing<Item, Ask>): boolean {
  if (words.length === 0) return true;
  const texts = [listing.idOf(item), ...listing.textsOf(item).flatMap((text) => [text.zh ?? '', text.en ?? ''])];
  const all = texts.map((text) => fold(text).text).join('\n');
  return words.every((word) => all.includes(word));
}

interface Entry {
  readonly value: SortValue;
  readonly id: string;
}

function comparison(isDescending: boolean, language: Language): (a: Entry, b: Entry) => number {
  const collator = COLLATORS[language];
  const direction = isDescending ? -1 : 1;
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
