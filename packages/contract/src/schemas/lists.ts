import { LIST_ADDRESS_LIMIT } from '@westgate/base';
import { COMPUTED_LIST_NAMES, FORM_KINDS, KINDS, type KindName, OPERATORS, PLURALS } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, listAddress, listQuery } from './common.ts';
import { monthAsked } from './monthly.ts';

const count = z.number().int();
const kinds: readonly string[] = Object.keys(KINDS);
const isKind = (name: string): name is KindName => kinds.includes(name);

/** The lists of the records of one table, and those whose rows are worked out. */
const STORED = FORM_KINDS.map((kind) => PLURALS[kind]);
/** Every list that is shown by its columns. */
export const LISTS = [...STORED, ...COMPUTED_LIST_NAMES];

export const tableQuery = listQuery.extend({
  ...listAddress,
  month: monthAsked.describe('of the list months alone: which month its rows are of; that of the day asked for when absent'),
  shut: z
    .string()
    .max(LIST_ADDRESS_LIMIT)
    .optional()
    .describe(
      'with `group`: groups whose rows are left out, by key, separated by commas; `*`: all but those named; `~`: what is not known',
    ),
});

/** What a list is asked that is taken away whole. */
export const fileQuery = tableQuery.omit({ limit: true, after: true, group: true, pivot: true, sums: true, shut: true });

const said = z.object({ zh: z.string(), en: z.string() });
/** A value by its key, as it is asked for, and what it is called; null where the key says it. */
const named = z.object({ key: z.string(), name: bilingual.nullable() }).meta({ id: 'ListValue' });
/** What a row holds in a column: null where it is not known. */
const cell = z.union([z.string(), z.number(), z.boolean(), named, bilingual, z.array(named)]).nullable();
/** `oldest`: the day of the oldest value, where those of the column are of a day; null where none is known. */
const sum = z
  .object({ column: z.string(), sum: z.number(), known: count, oldest: z.string().nullable().optional() })
  .meta({ id: 'ListSum' });

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
    /** The kind of record that its keys are ids of; `any`: they are `table:id`; null where they are none. */
    links: z.string().nullable(),
    /** How wide it is, in characters, as in a workbook; null where nothing is said. */
    width: z.number().nullable(),
    /** What a row without a value says; null: that it is not known. */
    none: said.nullable(),
    /** The stored columns that its value stands in, two for one text in both languages; none where it is computed, or not changed by itself. In a list of several tables those that are alike in each that has them. */
    edits: z.array(z.string()),
  })
  .meta({ id: 'ListColumn' });

/**
 * What stands around a value where it is read: before and behind it as a part of it, and beside it what is to be known, such as its age. `none`: what
 * is read in place of one that is not there.
 */
const around = z
  .object({ before: said.nullable(), after: said.nullable(), note: said.nullable(), none: said.optional() })
  .meta({ id: 'AroundValue' });

/**
 * A page of a list as a table. Counts and sums are over all rows that fit, on whatever page; an empty key is what is not known. Of a grouped list the
 * rows come by their groups, a row with several values in each.
 */
export const listTable = z
  .object({
    asOf: z.string(),
    seq: count,
    total: count,
    next: z.string().nullable(),
    /** All columns of the list, on its first page; null on those that follow. */
    columns: z.array(listColumn).nullable(),
    /** The table that its rows are of, null for several; and the column that they are called by. */
    table: z.string().nullable(),
    named: z.string(),
    /** How many rows the list of each kind of record has in all, on its first page; null on those that follow. */
    totals: z.record(z.enum(STORED), count).nullable(),
    /** The columns of the cells, in their order. */
    shown: z.array(z.string()),
    rows: z.array(
      z.object({
        id: z.string(),
        /** The record that the row is of, in a list of several tables. */
        of: z.object({ table: z.string(), id: z.string() }).optional(),
        rev: count,
        cells: z.array(cell),
        /** By column; what has nothing around it is left out. */
        around: z.record(z.string(), around),
        /** The department that answers for the record; null where none does. */
        answers: z.string().nullable(),
        /** The key of the group that it stands in here; null where the list is not grouped. */
        group: z.string().nullable(),
      }),
    ),
    sums: z.array(sum),
    groups: z.array(z.object({ key: z.string(), name: bilingual.nullable(), count, sums: z.array(sum) })).nullable(),
    /** Null in place of a key: all of them. The sum is of the first of the columns that are added up. */
    pivot: z
      .array(z.object({ down: z.string().nullable(), across: z.string().nullable(), count, sum: z.number(), known: count }))
      .nullable(),
    /** What the values that the list is narrowed to are called. */
    conditions: z.array(z.object({ column: z.string(), key: z.string(), name: bilingual.nullable() })),
    /** What the keys across are called. */
    across: z.array(named),
  })
  .meta({ id: 'ListTable' });
