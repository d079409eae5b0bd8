import type { DayString, Geometry, Id, Json, Language, Period, Said } from '@westgate/base';
import type { Field } from '../../kernel/field.ts';

export type { Field };

export type Fields = Readonly<Record<string, Field>>;
type ValueOf<F> = F extends Field<infer Value> ? Value : never;
/** The row a set of fields describes. `rev` counts the deeds that touched it and is kept by the store, not the folder. */
export type RowOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> } & { readonly rev: number };

export function id<T extends string>(zh: string, en: string): Field<Id<T>> {
  return { kind: 'id', optional: false, about: { zh, en } };
}
export function ref<T extends string>(table: T, zh: string, en: string): Field<Id<T>> {
  return { kind: 'ref', optional: false, about: { zh, en }, table };
}
export function maybeRef<T extends string>(table: T, zh: string, en: string): Field<Id<T> | null> {
  return { kind: 'ref', optional: true, about: { zh, en }, table };
}
export function anyRef(kindColumn: string, zh: string, en: string): Field<string> {
  return { kind: 'anyref', optional: false, about: { zh, en }, kindColumn };
}
/** A record of the kind that `kindColumn` names, where there is one. */
export function maybeAnyRef(kindColumn: string, zh: string, en: string): Field<string | null> {
  return { kind: 'anyref', optional: true, about: { zh, en }, kindColumn };
}
export function text(zh: string, en: string): Field<string> {
  return { kind: 'text', optional: false, form: 'line', about: { zh, en } };
}
export function maybeText(zh: string, en: string): Field<string | null> {
  return { kind: 'text', optional: true, form: 'line', about: { zh, en } };
}
/** The address of a page, where there is one. */
export function maybeWeb(zh: string, en: string): Field<string | null> {
  return { kind: 'text', optional: true, form: 'web', about: { zh, en } };
}
/** A text of several lines, where there is one. */
export function maybeWords(zh: string, en: string): Field<string | null> {
  return { kind: 'text', optional: true, about: { zh, en } };
}
export function oneOf<const V extends readonly string[]>(values: V, zh: string, en: string): Field<V[number]> {
  return { kind: 'enum', optional: false, about: { zh, en }, values };
}
export function maybeOneOf<const V extends readonly string[]>(values: V, zh: string, en: string): Field<V[number] | null> {
  return { kind: 'enum', optional: true, about: { zh, en }, values };
}
/** What is said where an optional column is empty and nothing is there. */
export const NONE: Said = { zh: '无', en: 'none' };
/** The same column, of which an empty value says that and is nothing that is not known. */
export function emptyIs<V>(field: Field<V>, none: Said = NONE): Field<V> {
  return { ...field, none };
}
export function day(zh: string, en: string): Field<DayString> {
  return { kind: 'day', optional: false, about: { zh, en } };
}
export function maybeDay(zh: string, en: string): Field<DayString | null> {
  return { kind: 'day', optional: true, about: { zh, en } };
}
export function period(zh: string, en: string): Field<Period> {
  return { kind: 'period', optional: false, about: { zh, en } };
}
export function maybePeriod(zh: string, en: string): Field<Period | null> {
  return { kind: 'period', optional: true, about: { zh, en } };
}
/** The day or period of something that has been, in every row or in those whose column `when.column` is `when.is`: never one that is still to come. */
export function past<V>(field: Field<V>, when: Field['hasBeen'] = true): Field<V> {
  return { ...field, hasBeen: when };
}
/** A year of the calendar, where there is one. */
export function maybeYear(zh: string, en: string): Field<number | null> {
  return { kind: 'integer', optional: true, form: 'year', about: { zh, en } };
}
export function number(zh: string, en: string): Field<number> {
  return { kind: 'number', optional: false, about: { zh, en } };
}
export function maybeNumber(zh: string, en: string): Field<number | null> {
  return { kind: 'number', optional: true, about: { zh, en } };
}
export function integer(zh: string, en: string): Field<number> {
  return { kind: 'integer', optional: false, about: { zh, en } };
}
export function maybeInteger(zh: string, en: string): Field<number | null> {
  return { kind: 'integer', optional: true, about: { zh, en } };
}
/** A number that is never less nor more. */
export function between<V extends number | null>(least: number, most: number, field: Field<V>): Field<V> {
  return { ...field, range: [least, most] };
}
/** An amount of money in whole fen: never a fraction, so that sums are exact. */
export function fen(zh: string, en: string): Field<number> {
  return { kind: 'fen', optional: false, about: { zh, en } };
}
export function maybeFen(zh: string, en: string): Field<number | null> {
  return { kind: 'fen', optional: true, about: { zh, en } };
}
export function flag(zh: string, en: string): Field<boolean> {
  return { kind: 'boolean', optional: false, about: { zh, en } };
}
/** Words separated by `;` in a CSV cell; an empty cell is an empty list. */
export function list(zh: string, en: string): Field<readonly string[]> {
  return { kind: 'list', optional: false, about: { zh, en } };
}
export function json<V extends Json>(zh: string, en: string): Field<V> {
  return { kind: 'json', optional: false, about: { zh, en } };
}
export function maybeJson<V extends Json>(zh: string, en: string): Field<V | null> {
  return { kind: 'json', optional: true, about: { zh, en } };
}
/** A shape on the map: GeoJSON in WGS 84. */
export function geometry(zh: string, en: string): Field<Geometry> {
  return { kind: 'json', optional: false, shape: 'geometry', about: { zh, en } };
}
export function maybeGeometry(zh: string, en: string): Field<Geometry | null> {
  return { kind: 'json', optional: true, shape: 'geometry', about: { zh, en } };
}

type Pair<N extends string> = { readonly [K in `${N}_zh` | `${N}_en`]: Field<string | null> };
/** The two columns `<name>_zh` and `<name>_en`. Either may be empty; a table's `named` pair needs one of the two. */
export function pair<N extends string>(name: N, zh: string, en: string): Pair<N> {
  return pairOf(name, { zh, en }, {});
}
/** The same for words that stand letter by letter in another text. */
export function pairAsWritten<N extends string>(name: N, zh: string, en: string): Pair<N> {
  return pairOf(name, { zh, en }, { form: 'as-written' });
}
function pairOf<N extends string>(name: N, about: Said, form: Pick<Field, 'form'>): Pair<N> {
  const field = (language: Language): Field<string | null> => ({
    kind: 'text',
    optional: true,
    about: inLanguage(about, language),
    ...form,
  });
  return { [`${name}_zh`]: field('zh'), [`${name}_en`]: field('en') } as Pair<N>;
}

/** What a pair means, as one of its columns says it. */
function inLanguage({ zh, en }: Said, language: Language): Said {
  return language === 'zh' ? { zh: `${zh}（中文）`, en: `${en}, in Chinese` } : { zh: `${zh}（英文）`, en: `${en}, in English` };
}
/** What a column means: one of a pair as that in `language`, or as the pair itself where none is named; any other as it says. */
export function meaningIn(about: Said, language: Language | null): Said {
  const whole = { zh: about.zh.replace(/（[中英]文）$/, ''), en: about.en.replace(/, in (?:Chinese|English)$/, '') };
  return whole.en === about.en || language === null ? whole : inLanguage(whole, language);
}
