import {
  type Computed,
  camelName,
  computedOf,
  entriesOf,
  type Field,
  type KindName,
  PLAIN_KINDS,
  type PlainKind,
  type TableEntry,
} from '@westgate/domain';
import { z } from 'zod';
import {
  belongs,
  bilingual,
  figure,
  listQuery,
  pageOf,
  rev,
  schemaName,
  sortable,
  sourceSaid,
  tagged,
  thing,
  thingKind,
} from './common.ts';

/** What every record holds of which list, record and page follow from its table; beside it each entry of the table by its own name. */
const told = z.object({ id: z.string(), name: bilingual, ...belongs, figures: z.array(figure), rev });

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

/** The entries of the table of a plain kind that an answer tells, by their names in it. */
export function toldEntries(kind: PlainKind): readonly (readonly [name: string, entry: TableEntry])[] {
  return ENTRIES.get(kind) ?? [];
}

const ENTRIES = new Map(
  PLAIN_KINDS.map((kind) => [
    kind,
    entriesOf(kind).flatMap((entry) => (APART.has(entry.name) ? [] : [[camelName(entry.name), entry] as const])),
  ]),
);

/** A record of a kind as it is told. */
export function plainRecord(kind: PlainKind): typeof told {
  return RECORDS.get(kind) ?? told;
}

function recordShape(kind: PlainKind): typeof told {
  const own = toldEntries(kind).map(([name, entry]) => [name, entry.kind === 'pair' ? bilingual : shapeOf(entry.field)] as const);
  const computed = toldComputed(kind).map(([name, { field }]) => [name, shapeOf({ ...field, optional: true })] as const);
  const record = z.object({
    id: told.shape.id,
    ...Object.fromEntries(own),
    ...Object.fromEntries(computed),
    ...belongs,
    figures: told.shape.figures,
    rev,
  });
  return record.meta({ id: schemaName(kind) }) as unknown as typeof told;
}

/** A page of them. */
export function plainPage(kind: PlainKind) {
  return pageOf(plainRecord(kind)).meta({ id: `${schemaName(kind)}Page` });
}

/** What a list of them is asked: one of its words, or a record that it points to, by that column. */
export function plainQuery(kind: PlainKind) {
  return listQuery.extend({ ...tagged, ...asked(kind), sort: sortable(['name', 'id']) });
}

/** The computed columns of a plain kind, by their names in an answer. */
export function toldComputed(kind: PlainKind): readonly (readonly [name: string, column: Computed])[] {
  return computedOf(kind).map((column) => [camelName(column.id), column]);
}

/** The columns that a list of a plain kind is narrowed by in its address, each by its own name. */
export function narrowing(kind: PlainKind): readonly string[] {
  return toldEntries(kind).flatMap(([, entry]) => (entry.kind === 'one' && narrows(entry.field) ? [entry.column] : []));
}

function asked(kind: PlainKind): Readonly<Record<string, z.ZodOptional<z.ZodString>>> {
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

/** Each once: the document of the API names it once. */
const RECORDS = new Map(PLAIN_KINDS.map((kind) => [kind, recordShape(kind)]));
