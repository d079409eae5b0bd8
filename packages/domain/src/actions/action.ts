import type { Bilingual, DayString, ErrorCode, Id, Period, Said } from '@westgate/base';
import { anyRef, type Field, type Fields, oneOf, pair } from '../register/fields/fields.ts';
import { fieldsOf, type TABLES, type TableName } from '../register/tables.ts';

type FieldsOf<T extends TableName> = (typeof TABLES)[T]['fields'];

/** One variant of an action: what it is called, and as the deed of which verb histories tell it. */
export interface Variant {
  readonly label: Said;
  readonly verb: string;
  readonly done: Said;
  /** What may be left out of other variants and is asked here, by the name it is asked under. */
  readonly needs?: string;
  /** What no other variant is asked, by the same names, nor this one what others take: refused where it comes all the same. */
  readonly takes?: readonly string[];
}

/**
 * Something that is done as one deed, to a record beside changing and taking it out, or to none: it makes one that no form of its table makes, or changes
 * several. Its address, what it is asked, its form, its button, command and key, and what histories say of it follow from this; what it changes is its plan.
 */
export interface Action {
  /** The kind of record it is done to; null where it is done to none. */
  readonly on: TableName | null;
  /** Where it is done, below the address of the record where there is one; what stands in it beside that is one of its parts, such as `:gate`. */
  readonly path: string;
  /** What it is called: on its button, above its form and among the commands. */
  readonly label: Said;
  /** What it did, before the name of the record, as histories say it; or its variants, each by a value of what is asked under that name. */
  readonly done: Said | { readonly by: string; readonly variants: Readonly<Record<string, Variant>> };
  /** The verb by which histories know its deed, where that is not its name. */
  readonly verb?: string;
  /** What the button that undoes it is called, and what histories say that did; without it both say that something was undone. */
  readonly undo?: { readonly label: Said; readonly done: Said };
  /** The key that presses its button; what stands among the keys of the screens is none (tested). */
  readonly key?: string;
  /** What it does, for who calls it by the API. */
  readonly about: Said;
  /** What it does, where its name does not say it all: above its form. */
  readonly hint?: Said;
  /** What the reason is called on the form, where one is owed; without it one may be given, and the form does not ask. */
  readonly why?: Said;
  /** The right on the record that whoever does it needs; `report`: a role that may do that, whatever the record. */
  readonly right: 'read' | 'update' | 'edit' | 'edit-all' | 'report';
  /** Another right that it needs while a column of its record is empty; and, of a column with the first day of something, where the day asked under `asked` is before it. */
  readonly rightWhileEmpty?: { readonly column: string; readonly right: Action['right']; readonly asked?: string };
  /** The columns of its record that are empty as long as it can be done; without it, it always can. */
  readonly whileEmpty?: readonly string[];
  /** A section of the page of its record offers it, where it can be done. */
  readonly isPlaced?: true;
  /** The table of the record that it makes, whose id is answered. */
  readonly makes?: TableName;
  /** It changes as many records as it finds, none among them, and answers how many. */
  readonly counts?: true;
  /** It takes the record out as it was read: by DELETE at its own address, where `path` is empty, with the revision in `If-Match`. */
  readonly takesOut?: true;
  /** What it makes is opened by a link to this screen, or at this address, in which `:secret` stands: the secret is told once, in the answer, and kept is its hash. */
  readonly opens?: string;
  /** Refusals of its own. */
  readonly errors?: readonly ErrorCode[];
  /** What may be left out by its field and is asked all the same, by the name it is asked under: a text in one language at least. */
  readonly needs?: string;
  /** What the form asks; `called` names a field otherwise than columns of its name. */
  readonly fields: Fields;
  /** It is done to several by one deed, 500 or `most`: what is asked of each, in a list of that name. The first of it that names a record says to which. */
  readonly each?: { readonly as: string; readonly fields: Fields; readonly most?: number };
}

/** An action, its types kept. */
export function action<const A extends Action>(definition: A): A {
  return definition;
}

/** The same field, called otherwise than columns of its name are. */
export function called<V>(field: Field<V>, zh: string, en: string): Field<V> {
  return { ...field, label: { zh, en } };
}

/** The columns of a table, asked as they are there, without those that follow from something else. */
export function columnsOf<T extends TableName, const C extends keyof FieldsOf<T> & string>(
  table: T,
  ...without: readonly C[]
): Omit<FieldsOf<T>, C> {
  const fields = Object.entries<Field>(fieldsOf(table)).filter(([column]) => !without.some((each) => each === column));
  return Object.fromEntries(fields) as unknown as Omit<FieldsOf<T>, C>;
}

/** A text in both languages, called so. */
export function calledPair<N extends string>(
  name: N,
  aboutZh: string,
  aboutEn: string,
  zh: string,
  en: string,
): ReturnType<typeof pair<N>> {
  const fields = Object.entries<Field<string | null>>(pair(name, aboutZh, aboutEn)).map(([column, field]) => [
    column,
    called(field, zh, en),
  ]);
  return Object.fromEntries(fields) as ReturnType<typeof pair<N>>;
}

/** The record that an action without one of its own is about: to whom that is hidden it says that it is not there. */
export function subject<const K extends string>(
  kinds: readonly K[],
): { readonly subject_kind: Field<K>; readonly subject_id: Field<string> } {
  return {
    subject_kind: called(oneOf(kinds, '记录种类', 'kind of the record'), '记录种类', 'Kind of record'),
    subject_id: called(anyRef('subject_kind', '记录', 'the record'), '记录', 'Record'),
  };
}

/** The names of what stands in a path, such as `gate` of `gates/:gate/pass`. */
export type PathWord<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathWord<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type ValueOf<F> = F extends Field<infer Value> ? Value : never;
type Camel<Name extends string> = Name extends `${infer A}_${infer B}` ? `${A}${Capitalize<Camel<B>>}` : Name;
/** How a field is called in a request: a pair by its stem. */
type AskedName<Column extends string> = Column extends `${infer Stem}_zh`
  ? Camel<Stem>
  : Column extends `${string}_en`
    ? never
    : Camel<Column>;
/** A value as it is asked: whether a text names a day, a period or a record is said by the plan. */
type AskedValue<Column, Value> = Column extends `${string}_zh` ? Bilingual : Value extends DayString | Period | Id<string> ? string : Value;
type MayLack<Column, Value> = Column extends `${string}_zh`
  ? true
  : null extends Value
    ? true
    : Value extends readonly string[]
      ? true
      : false;

/** What an action is asked, as it was read: each field by its name, a pair as one text in both languages. */
export type AskOf<F extends Fields> = {
  readonly [C in keyof F & string as AskedName<C>]: AskedValue<C, ValueOf<F[C]>>;
};
/** The same as it is sent: what may be empty may be left out, a list of words among that. */
export type SentOf<F extends Fields> = {
  readonly [C in keyof F & string as MayLack<C, ValueOf<F[C]>> extends true ? never : AskedName<C>]: AskedValue<C, ValueOf<F[C]>>;
} & {
  readonly [C in keyof F & string as MayLack<C, ValueOf<F[C]>> extends true ? AskedName<C> : never]?: AskedValue<C, ValueOf<F[C]>>;
};
