import { invariant, type Said } from '@westgate/base';
import { THING_KINDS, type ThingKind } from './fields/vocabulary.ts';
import type { Audience, FormTie, Label, Page, SearchWeight, Table, Written } from './tables/table.ts';
import { TABLE_NAMES, TABLES, type TableName } from './tables.ts';

type Tables = typeof TABLES;
type PageOf<T extends TableName> = Tables[T] extends Table<infer _F, infer _A, infer P, infer _Q> ? P : never;
type FormOf<T extends TableName> = Tables[T] extends Table<infer _F, infer _A, infer _P, infer Q> ? Q : never;

/** A kind of record of which list, record, page and public page follow from its table. */
export type PlainKind = { [T in TableName]: 'plain' extends PageOf<T> ? T : never }[TableName];
/** A kind of record that has a list, a history, and a page with links to others; it is searched. */
export type LinkedKind = { [T in TableName]: 'linked' extends PageOf<T> ? T : never }[TableName] | PlainKind;
/** A kind of record that has a page. */
type PagedKind = { [T in TableName]: [PageOf<T>] extends [never] ? never : T }[TableName];
/** A table whose rows are filled in by a form. */
export type FormTable = { [T in TableName]: [FormOf<T>] extends [never] ? never : T }[TableName];
/** A kind of record that has a page and a form. */
export type FormKind = FormTable & PagedKind;
/** Of these those that are made by it: a sentence comes with its text. */
export type MadeKind = Exclude<FormKind, 'sentence'>;
/** What the records of a table are called in an address. */
export type AddressOf<T extends TableName> = NonNullable<Tables[T]['address']>;
/** What the records of a kind are called in an address. */
export type Plural<K extends FormKind> = AddressOf<K>;
/** A table whose rows have an id. */
export type TableWithId = { [T in TableName]: 'id' extends keyof Tables[T]['fields'] ? T : never }[TableName];

/** What is true of a table, its columns not yet narrowed, for code that serves all tables. */
export interface Described {
  readonly label: Label;
  readonly about: Said;
  readonly isRare?: true;
  readonly isApart?: true;
  readonly since: number;
  readonly named?: string;
  readonly was?: Readonly<Record<string, unknown>>;
  readonly of: readonly string[];
  readonly goesWith: readonly string[];
  readonly owner?: string;
  readonly audience: Audience;
  readonly forDistrict?: readonly string[];
  readonly publicWith?: readonly string[];
  readonly written: Written;
  readonly setByOffice?: readonly string[];
  readonly takenOutByOffice?: true;
  readonly right?: 'update' | 'read';
  readonly isFact?: true;
  readonly address?: string;
  readonly page?: Page;
  readonly icon?: string;
  readonly search?: Readonly<Record<string, SearchWeight | undefined>>;
  readonly list?: readonly string[];
  readonly order?: string;
  readonly form?: { readonly first: readonly string[]; readonly without?: readonly string[]; readonly ties?: readonly FormTie[] };
}

/** What is true of a table, for code that serves all tables. */
export function described(name: TableName): Described {
  return TABLES[name];
}

/** The kinds of records that have a list, a history and a page with links, in the order in which they are told. */
export const LINKED_KINDS: readonly LinkedKind[] = inOrder(TABLE_NAMES.filter((name) => isLinked(name)));
/** Those of which list, record and page follow from their table. */
export const PLAIN_KINDS: readonly PlainKind[] = LINKED_KINDS.filter((name) => isPlain(name));
/** Those that have a page and a form; what is told of other records comes last. */
export const FORM_KINDS: readonly FormKind[] = inOrder(TABLE_NAMES.filter((name) => isFormKind(name)));
/** Those of which a person makes one by the form. */
export const MADE_KINDS: readonly MadeKind[] = FORM_KINDS.filter((name): name is MadeKind => described(name).written === 'form');

/** What the records of each kind are called in an address. */
export const PLURALS = Object.fromEntries(FORM_KINDS.map((kind) => [kind, addressOf(kind)])) as { readonly [K in FormKind]: Plural<K> };

/** The path of the records of a kind in the API. */
export function addressOf(name: TableName): string {
  const { address } = described(name);
  invariant(address !== undefined, `${name} has an address`);
  return address;
}

/** What one record of a table is called. */
export function nounOf(name: TableName): Said {
  const { zh, en } = TABLES[name].label;
  return { zh, en };
}

/** What several are called. */
export function nounsOf(name: TableName): Said {
  const { zh, many } = TABLES[name].label;
  return { zh, en: many };
}

/** The same where it begins a line. */
export function capital({ zh, en }: Said): Said {
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** `count` records of a table, in words. */
export function countSaid(name: TableName, count: number): Said {
  const { zh, en, many, measure } = TABLES[name].label;
  return { zh: `${count} ${measure}${zh}`, en: `${count} ${count === 1 ? en : many}` };
}

/** Whether a table's rows have a list, a history, and a page with links to others. */
function isLinked(name: string): name is LinkedKind {
  return isTable(name) && (described(name).page === 'linked' || isPlain(name));
}

/** Whether list, record and page of a table follow from it. */
export function isPlain(name: string): name is PlainKind {
  return isTable(name) && described(name).page === 'plain';
}

/** Whether a table's rows have a page and a form. */
function isFormKind(name: string): name is FormKind {
  return isTable(name) && described(name).page !== undefined && described(name).form !== undefined;
}

/** Whether a record of that kind may be named in a text, linked and measured by itself. */
export function isThing<N extends string>(name: N): name is N & ThingKind {
  return THING_KINDS.some((each) => each === name);
}

/** Whether that is the name of a table. */
export function isTable(name: unknown): name is TableName {
  return typeof name === 'string' && Object.hasOwn(TABLES, name);
}

/** The sentence first, then the things, then all others as the register holds them. */
function inOrder<T extends TableName>(names: readonly T[]): readonly T[] {
  const order: readonly string[] = ['sentence', ...THING_KINDS];
  const rank = (name: T): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...names].sort((a, b) => rank(a) - rank(b));
}
