import { KINDS, type KindName, OPERATORS } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, listAddress, listQuery } from './common.ts';

const count = z.number().int();
const kinds: readonly string[] = Object.keys(KINDS);
const isKind = (name: string): name is KindName => kinds.includes(name);

/** Every list that is shown by its columns. */
export const LISTS = [
  'sentences',
  'commitments',
  'places',
  'projects',
  'indicators',
  'events',
  'parks',
  'departments',
  'documents',
  'sources',
  'supervision',
] as const;

export const tableQuery = listQuery.extend(listAddress);

const said = z.object({ zh: z.string(), en: z.string() });
/** A value by its key, as it is asked for, and what it is called; null where the key says it. */
const named = z.object({ key: z.string(), name: bilingual.nullable() }).meta({ id: 'ListValue' });
/** What a row holds in a column: null where it is not known. */
const cell = z.union([z.string(), z.number(), z.boolean(), named, bilingual, z.array(named)]).nullable();
const sum = z.object({ column: z.string(), sum: z.number(), known: count }).meta({ id: 'ListSum' });

/** A column of a list: what it is called, and what may be asked of it. */
export const listColumn = z
  .object({
    id: z.string(),
    head: said,
    unit: said.nullable(),
    kind: z.string().refine(isKind).describe('the kind of its values, as of a column of the register'),
    operators: z.array(z.enum(OPERATORS)),
    sorts: z.boolean(),
    groups: z.boolean(),
    sums: z.boolean(),
    /** Shown where no columns are asked for. */
    isFirst: z.boolean(),
    /** Its words, in their order, where there is a list of them. */
    values: z.array(named).nullable(),
  })
  .meta({ id: 'ListColumn' });

/** A page of a list as a table. Counts and sums are over all rows that fit, on whatever page; an empty key is what is not known. */
export const listTable = z
  .object({
    asOf: z.string(),
    seq: count,
    total: count,
    next: z.string().nullable(),
    /** All columns of the list, on its first page; null on those that follow. */
    columns: z.array(listColumn).nullable(),
    /** The columns of the cells, in their order. */
    shown: z.array(z.string()),
    rows: z.array(z.object({ id: z.string(), rev: count, cells: z.array(cell) })),
    sums: z.array(sum),
    groups: z.array(z.object({ key: z.string(), name: bilingual.nullable(), count, sums: z.array(sum) })).nullable(),
    /** Null in place of a key: all of them. The sum is of the first of the columns that are added up. */
    pivot: z
      .array(z.object({ down: z.string().nullable(), across: z.string().nullable(), count, sum: z.number(), known: count }))
      .nullable(),
  })
  .meta({ id: 'ListTable' });
