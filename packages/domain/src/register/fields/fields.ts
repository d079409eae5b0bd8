import type { DayString, Id, Json, Period, Said } from '@westgate/base';
import type { Field } from '../../kernel/field.ts';

export type { Field };

export type Fields = Readonly<Record<string, Field>>;
type ValueOf<F> = F extends Field<infer Value> ? Value : never;
/** The row a set of fields describes. `rev` counts the deeds that touched it and is kept by the store, not the folder. */
export type RowOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> } & { readonly rev: number };

export function id<T extends string>(about: string): Field<Id<T>> {
  return { kind: 'id', optional: false, about };
}
export function ref<T extends string>(table: T, about: string): Field<Id<T>> {
  return { kind: 'ref', optional: false, about, table };
}
export function maybeRef<T extends string>(table: T, about: string): Field<Id<T> | null> {
  return { kind: 'ref', optional: true, about, table };
}
export function anyRef(kindColumn: string, about: string): Field<string> {
  return { kind: 'anyref', optional: false, about, kindColumn };
}
/** A record of the kind that `kindColumn` names, where there is one. */
export function maybeAnyRef(kindColumn: string, about: string): Field<string | null> {
  return { kind: 'anyref', optional: true, about, kindColumn };
}
export function text(about: string): Field<string> {
  return { kind: 'text', optional: false, form: 'line', about };
}
export function maybeText(about: string): Field<string | null> {
  return { kind: 'text', optional: true, form: 'line', about };
}
/** The address of a page, where there is one. */
export function maybeWeb(about: string): Field<string | null> {
  return { kind: 'text', optional: true, form: 'web', about };
}
/** A text of several lines, where there is one. */
export function maybeWords(about: string): Field<string | null> {
  return { kind: 'text', optional: true, about };
}
export function oneOf<const V extends readonly string[]>(values: V, about: string): Field<V[number]> {
  return { kind: 'enum', optional: false, about, values };
}
export function maybeOneOf<const V extends readonly string[]>(values: V, about: string): Field<V[number] | null> {
  return { kind: 'enum', optional: true, about, values };
}
/** What is said where an optional column is empty and nothing is there. */
export const NONE: Said = { zh: '无', en: 'none' };
/** The same column, of which an empty value says that and is nothing that is not known. */
export function emptyIs<V>(field: Field<V>, none: Said = NONE): Field<V> {
  return { ...field, none };
}
export function day(about: string): Field<DayString> {
  return { kind: 'day', optional: false, about };
}
export function maybeDay(about: string): Field<DayString | null> {
  return { kind: 'day', optional: true, about };
}
export function period(about: string): Field<Period> {
  return { kind: 'period', optional: false, about };
}
export function maybePeriod(about: string): Field<Period | null> {
  return { kind: 'period', optional: true, about };
}
/** The day or period of something that has been, in every row or in those whose column `when.column` is `when.is`: never one that is still to come. */
export function past<V>(field: Field<V>, when: Field['hasBeen'] = true): Field<V> {
  return { ...field, hasBeen: when };
}
/** A year of the calendar, where there is one. */
export function maybeYear(about: string): Field<number | null> {
  return { kind: 'integer', optional: true, form: 'year', about };
}
export function number(about: string): Field<number> {
  return { kind: 'number', optional: false, about };
}
export function maybeNumber(about: string): Field<number | null> {
  return { kind: 'number', optional: true, about };
}
export function integer(about: string): Field<number> {
  return { kind: 'integer', optional: false, about };
}
export function maybeInteger(about: string): Field<number | null> {
  return { kind: 'integer', optional: true, about };
}
/** A number that is never less nor more. */
export function between<V extends number | null>(least: number, most: number, field: Field<V>): Field<V> {
  return { ...field, range: [least, most] };
}
/** An amount of money in whole fen: never a fraction, so that sums are exact. */
export function fen(about: string): Field<number> {
  return { kind: 'fen', optional: false, about };
}
export function maybeFen(about: string): Field<number | null> {
  return { kind: 'fen', optional: true, about };
}
export function flag(about: string): Field<boolean> {
  return { kind: 'boolean', optional: false, about };
}
/** Words separated by `;` in a CSV cell; an empty cell is an empty list. */
export function list(about: string): Field<readonly string[]> {
  return { kind: 'list', optional: false, about };
}
export function json<V extends Json>(about: string): Field<V> {
  return { kind: 'json', optional: false, about };
}
export function maybeJson<V extends Json>(about: string): Field<V | null> {
  return { kind: 'json', optional: true, about };
}

type Pair<N extends string> = { readonly [K in `${N}_zh` | `${N}_en`]: Field<string | null> };
/** The two columns `<name>_zh` and `<name>_en`. Either may be empty; a table's `named` pair needs one of the two. */
export function pair<N extends string>(name: N, about: string): Pair<N> {
  return pairOf(name, about, {});
}
/** The same for words that stand letter by letter in another text. */
export function pairAsWritten<N extends string>(name: N, about: string): Pair<N> {
  return pairOf(name, about, { form: 'as-written' });
}
function pairOf<N extends string>(name: N, about: string, form: Pick<Field, 'form'>): Pair<N> {
  const field = (language: string): Field<string | null> => ({ kind: 'text', optional: true, about: `${about}, in ${language}`, ...form });
  return { [`${name}_zh`]: field('Chinese'), [`${name}_en`]: field('English') } as Pair<N>;
}
