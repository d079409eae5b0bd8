import type { DayString, Period } from '@westgate/base';
import {
  type Computed,
  camelName,
  computedOf,
  described,
  entriesOf,
  type Field,
  fieldsOf,
  type KindName,
  PLAIN_KINDS,
  type PlainKind,
  type Row,
  type TableEntry,
  type TableName,
} from '@westgate/domain';
import { z } from 'zod';
import { type Beside, besideOf, SHARED, type SharedPart, type ToldKind, type Untold } from './beside.ts';
import { bilingual, listQuery, meant, pageOf, rev, schemaName, sortable, sourceSaid, tagged, thing, thingKind } from './common.ts';

/** What is not told in an answer as it stands in the row: the id by itself, the values of the axes among those it stands under, who may know of it to nobody. */
const APART: ReadonlySet<string> = new Set(['id', 'tags', 'visibility']);

const words = z.string();
/** What a value of a kind is in an answer. */
const TOLD: Readonly<Record<Exclude<KindName, 'ref' | 'enum'>, z.ZodType>> = {
  anyref: words,
  boolean: z.boolean(),
  day: words,
  fen: z.number().int(),
  id: words,
  integer: z.number().int(),
  json: z.unknown(),
  list: z.array(words),
  number: z.number(),
  period: words,
  text: words,
};

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;
type IsPair<C extends string> = C extends `${string}_zh` | `${string}_en` ? true : false;
/** What a column is called in an answer: the two of a text in both languages as one. */
type NameOf<C extends string> = Camel<C extends `${infer Stem}_zh` | `${infer Stem}_en` ? Stem : C>;
type Pointed<V> =
  NonNullable<V> extends { readonly __table: infer T }
    ? T extends 'source'
      ? typeof sourceSaid
      : T extends z.infer<typeof thingKind>
        ? null extends V
          ? z.ZodNullable<typeof thing>
          : typeof thing
        : z.ZodType<V>
    : z.ZodType<Sent<V>>;
/** A day or a period is sent as its text. */
type Sent<V> = V extends DayString | Period ? string : V;
type ColumnOf<K extends TableName> = Exclude<keyof Row<K> & string, 'id' | 'rev' | 'tags' | 'visibility'>;
type Stored<K extends TableName> = {
  readonly [C in ColumnOf<K> as NameOf<C>]: IsPair<C> extends true ? typeof bilingual : Pointed<Row<K>[C]>;
};
type RowShape<K extends TableName, B, U extends string> = { readonly id: z.ZodString; readonly rev: typeof rev } & Omit<
  Stored<K>,
  keyof B | NameOf<U>
> &
  B;
/** What an answer tells of a record: its columns, and what its kind tells beside them. */
type Shape<K extends ToldKind> = RowShape<K, Beside<K>, Untold<K>>;
/** A record as it is told. */
export type RecordOf<K extends ToldKind> = K extends ToldKind ? z.output<z.ZodObject<Shape<K>>> : never;
/** What a kind alone tells beside its columns. */
export type OwnParts<K extends ToldKind> = Omit<z.output<z.ZodObject<Beside<K>>>, SharedPart>;

/** The entries of the table of a kind that an answer tells as they stand, by their names in it. */
export function toldEntries(kind: ToldKind): readonly (readonly [name: string, entry: TableEntry])[] {
  return entriesTold(kind, besideOf(kind));
}

/** The same of any table, where `beside` and `untold` say what is told otherwise. */
export function entriesTold(
  table: TableName,
  { untold, beside }: { readonly untold: readonly string[]; readonly beside: object },
): readonly (readonly [name: string, entry: TableEntry])[] {
  return entriesOf(table).flatMap((entry) => {
    const name = camelName(entry.name);
    return APART.has(entry.name) || untold.includes(entry.name) || name in beside ? [] : [[name, entry] as const];
  });
}

/** What a kind tells beside its columns that others tell as well. */
export function sharedParts(kind: ToldKind): readonly SharedPart[] {
  return Object.keys(besideOf(kind).beside).filter((name) => name in SHARED) as SharedPart[];
}

/** The computed columns of a kind, by their names in an answer. */
export function toldComputed(kind: ToldKind): readonly (readonly [name: string, column: Computed])[] {
  return computedOf(kind).map((column) => [camelName(column.id), column]);
}

/** A record of a kind as it is told. */
export function recordOf<K extends ToldKind>(kind: K): z.ZodObject<Shape<K>> {
  const computed = toldComputed(kind).map(([name, { field }]) => [name, shapeOf({ ...field, optional: true })] as const);
  const shape = { ...rowShape(kind, besideOf(kind)), ...Object.fromEntries(computed), ...besideOf(kind).beside };
  return z.object(shape).meta({ id: schemaName(kind), description: meant(described(kind).about) }) as unknown as z.ZodObject<Shape<K>>;
}

/** What is told of the row of a table: its columns, and `beside`. */
export function rowShape<K extends TableName, B extends object, const U extends string>(
  table: K,
  told: { readonly untold: readonly U[]; readonly beside: B },
): RowShape<K, B, U> {
  const own = entriesTold(table, told).map(([name, entry]) => [name, entry.kind === 'pair' ? bilingual : shapeOf(entry.field)] as const);
  return { id: z.string(), ...Object.fromEntries(own), ...told.beside, rev } as unknown as RowShape<K, B, U>;
}

type PlainShown<K extends PlainKind> = {
  readonly query: ReturnType<typeof plainQuery>;
  readonly page: PageOf<K>;
  readonly detail: z.ZodObject<Shape<K>>;
};
type PageOf<K extends PlainKind> = ReturnType<typeof pageOf<z.ZodObject<Shape<K>>>>;

/** What the list of each plain kind is asked, its pages, and one record: each once, as the document of the API names it once. */
export const PLAIN = Object.fromEntries(PLAIN_KINDS.map((kind) => [kind, shownOf(kind)])) as { readonly [K in PlainKind]: PlainShown<K> };

function shownOf(kind: PlainKind) {
  const detail = recordOf(kind);
  return { query: plainQuery(kind), page: pageOf(detail).meta({ id: `${schemaName(kind)}Page` }), detail };
}

/** What a list of a plain kind is asked: one of its words, or a record that it points to, by that column, and what else its kind is asked. */
function plainQuery(kind: PlainKind) {
  const { asked } = besideOf(kind);
  const { order = 'name' } = described(kind);
  const orders = [...new Set([order, 'name', ...Object.keys(asked), 'id'])] as [string, ...string[]];
  return listQuery.extend({
    ...('tags' in fieldsOf(kind) ? tagged : {}),
    ...narrowed(kind),
    ...asked,
    sort: sortable(orders),
  } as typeof tagged & { sort: ReturnType<typeof sortable> });
}

/** The columns that a list of a plain kind is narrowed by in its address, each by its own name. */
export function narrowing(kind: PlainKind): readonly string[] {
  return [...Object.keys(narrowed(kind)), ...Object.keys(besideOf(kind).asked)];
}

function narrowed(kind: PlainKind): Readonly<Record<string, z.ZodOptional<z.ZodString>>> {
  const fields = toldEntries(kind).flatMap(([, entry]) => (entry.kind === 'one' && narrows(entry.field) ? [entry] : []));
  return Object.fromEntries(
    fields.map(({ column, field: { table, values } }) => {
      const about = table === undefined ? `one of ${values?.join(', ')}` : `linked to this ${table}`;
      return [column, z.string().optional().describe(about)];
    }),
  );
}

function narrows({ kind, table }: Field): boolean {
  return kind === 'enum' || (kind === 'ref' && table !== 'source');
}

function shapeOf(field: Field): z.ZodType {
  const value = field.kind === 'ref' ? pointed(field) : field.kind === 'enum' ? z.enum([...(field.values ?? [])]) : TOLD[field.kind];
  return field.optional && field.table !== 'source' ? value.nullable() : value;
}

/** A record that is pointed to: with its name where it has a page. */
function pointed(field: Field): z.ZodType {
  if (field.table === 'source') return sourceSaid;
  return pointedKind(field) === null ? words : thing;
}

/** The kind of record that a column points to, of those that are told by their names; null where it points to none. */
export function pointedKind({ table }: Field): z.infer<typeof thingKind> | null {
  return thingKind.options.find((kind) => kind === table) ?? null;
}
