import type { Bilingual, Language } from '@westgate/base';
import type { Register, Row, TableWithId } from '@westgate/domain';
import { fold } from '../search/fold.ts';
import type { View } from '../view.ts';
import type { SortValue } from './cursor.ts';

/** What every list is asked. */
export interface ListAsk {
  readonly q?: string | undefined;
  readonly lang?: Language | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly sort?: string | undefined;
}

/** Tables whose rows are listed; a change that waits is told on its record. */
export type ListedTable = Exclude<TableWithId, 'pending_change'>;

/** What a list is ordered by. */
export interface Sort<T extends ListedTable> {
  readonly value: (row: Row<T>, view: View, language: Language) => SortValue;
  /** The value is words of one language. */
  readonly isWorded?: true;
  /** The value is another one on another day. */
  readonly byDay?: true;
}

/** How one kind of record is listed: filtered and sorted by its rows, shown only where it is on the page. */
export interface Listing<T extends ListedTable, Shown, Ask extends ListAsk> {
  readonly table: T;
  readonly show: (view: View, id: string) => Shown | null;
  /** The texts that `q` looks in, beside the id. */
  readonly textsOf: (row: Row<T>) => readonly (string | null)[];
  /** The only records that can pass, where the question leads to them; null for all. */
  readonly among?: (ask: Ask, view: View) => readonly string[] | null;
  readonly passes: (ask: Ask, view: View) => (row: Row<T>) => boolean;
  /** The first is the order where none is asked for. */
  readonly sorts: Readonly<Record<string, Sort<T>>>;
}

/** The rows of a table by id. */
export function rowsIn<T extends ListedTable>(register: Register, table: T): ReadonlyMap<string, Row<T>> {
  return register[table];
}

/** A text for sorting in `language`, the other language standing in where it is missing. */
export function sortText(text: Bilingual, language: Language): string {
  return text[language] ?? text.zh ?? text.en ?? '';
}

/** The language names are sorted in where none is asked for. */
export function firstLanguage({ register }: Pick<View, 'register'>): Language {
  const [district] = register.district.values();
  return district?.languages[0] === 'en' ? 'en' : 'zh';
}

/** True where nothing is asked, or just this. */
export function isAsked(asked: string | undefined, value: string | null): boolean {
  return asked === undefined || asked === value;
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
