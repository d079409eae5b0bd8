import { type Field, fieldsOf, type KindName, revisableColumns, type TableName } from '@westgate/domain';
import { z } from 'zod';
import { meant } from './common.ts';

/** Who writes. */
export const who = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .describe('who does it: free text while nobody has an account; not looked at for who is signed in, whose deed it is');
/** Why, in their words. */
export const reason = z.string().max(500).default('').describe('why, in their words');

/** Who takes a record out of the district, and why. */
export const withdrawal = z.strictObject({ who, reason }).meta({ id: 'Withdrawal' });

/** The record that a write names by `If-Match`: its `rev` in quotes, as it was read. */
export const ifMatch = z
  .string()
  .regex(/^"[1-9]\d{0,9}"$/, 'expected the rev of the record as it was read, in quotes, such as "3"')
  .describe('the rev of the record as it was read, in quotes');

/** Other values for some fields of a record, named as the columns of the district folder. Those left out keep theirs. */
export function revision(table: TableName) {
  const fields = fieldsOf(table);
  const shape = revisableColumns(table).flatMap((column) => {
    const field = fields[column];
    return field ? [[column, fieldValue(field).optional().describe(meant(field.about))] as const] : [];
  });
  return z
    .strictObject({ who, reason, fields: z.strictObject(Object.fromEntries(shape)) })
    .meta({ id: `${table[0]?.toUpperCase()}${table.slice(1)}Revision` });
}

/** One deed that changed a record after it was read. */
const otherChange = z.object({
  seq: z.number().int(),
  at: z.string(),
  who: z.string().nullable(),
  verb: z.string(),
  reason: z.string(),
  kind: z.enum(['created', 'changed', 'deleted']),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});

/** `details` of the problem `WG_STALE_RECORD` of a revision: what stands there now, and what others did since the record was read. */
export const conflict = z
  .object({
    table: z.string(),
    key: z.string(),
    /** The revision that was read. */
    read: z.number().int(),
    /** The present revision and row; null where the record is gone. */
    rev: z.number().int().nullable(),
    row: z.record(z.string(), z.unknown()).nullable(),
    /** Newest first, at most 20. */
    changes: z.array(otherChange),
  })
  .meta({ id: 'Conflict' });

/** A value of a column as JSON; null where it may be empty. */
export function fieldValue(field: Field): z.ZodType {
  const value = FORMS[field.kind](field);
  return field.optional ? value.nullable() : value;
}

/** Characters of a day or a period as somebody may type it; which it is, the desk says. */
const MOST_DAY = 200;
const text = () => z.string().max(20_000);
const number = () => z.number();

/** The JSON of each kind of column. */
const FORMS: { readonly [K in KindName]: (field: Field) => z.ZodType } = {
  id: text,
  ref: text,
  anyref: text,
  text,
  enum: ({ values = [] }) => z.enum(values),
  day: ({ form }) => (form === 'bound' ? z.string().max(MOST_DAY) : z.string().max(MOST_DAY).meta({ format: 'date' })),
  period: () => z.string().max(MOST_DAY).meta({ format: 'period' }),
  number,
  integer: number,
  fen: number,
  boolean: () => z.boolean(),
  list: () => z.array(z.string().max(200)).max(100),
  json: () => z.union([z.looseObject({}), z.array(z.unknown())]),
};
