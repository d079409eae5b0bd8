import { type Field, fieldsOf, mayBeLeftOut, TABLE_NAMES, type TableName, vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, meant, thing } from './common.ts';
import { fieldValue, reason, who } from './revise.ts';

const table = z.enum(TABLE_NAMES as readonly [TableName, ...TableName[]]).describe('a table of the district folder');
const key = z.string().min(1).max(500).describe('the key of the record: its id, or its key columns joined by |');
const rev = z.number().int().min(1).describe('the rev of the record as it was read');
const fields = z
  .record(z.string().max(60), z.unknown())
  .describe('columns of the district folder; a value $0, $1 … is the id of the record made by the edit of that number');

/** One part of a deed of several. */
export const edit = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('create'), table, fields }),
    z.strictObject({ action: z.literal('revise'), table, key, rev, fields }),
    z.strictObject({ action: z.literal('withdraw'), table, key, rev, withAll: z.boolean().optional() }),
    z.strictObject({ action: z.literal('merge'), table, key, rev, into: z.string().min(1).max(80) }),
  ])
  .meta({ id: 'Edit' });

/** Several edits, done as one deed or not at all. */
export const editsRequest = z.strictObject({ who, reason, edits: z.array(edit).min(1).max(10_000) }).meta({ id: 'EditsRequest' });

/** The record an edit made, changed, took out or merged into. */
const editedRecord = z.object({ table: z.string(), key: z.string() });

/** Answer of a write of several records. */
export const editsReceipt = z
  .object({ seq: z.number().int(), at: z.string(), verb: z.string(), records: z.array(editedRecord), changeCount: z.number().int() })
  .meta({ id: 'EditsReceipt' });

/** How far the deed, or the publishing, has come that is being done with a key: rows or files written, of how many; null where none is being written. */
export const underway = z
  .object({ progress: z.object({ rows: z.number().int(), of: z.number().int() }).nullable() })
  .meta({ id: 'Underway' });

/** A record to be made. Columns left out are empty; an id left out is made from the name. */
export function creation(name: TableName) {
  const shape = Object.entries(fieldsOf(name)).map(
    ([column, field]) => [column, givenAtCreation(field).describe(meant(field.about))] as const,
  );
  return z.strictObject({ who, reason, fields: z.strictObject(Object.fromEntries(shape)) }).meta({ id: `${titled(name)}Creation` });
}

/** Takes a record out. `withAll`: also what only says something of it. */
export const removal = z.strictObject({ who, reason, withAll: z.boolean().default(false) }).meta({ id: 'Removal' });

/** Draws a record into another of its kind. */
export const merger = z
  .strictObject({ who, reason, into: z.string().min(1).max(80).describe('the id of the record that stays') })
  .meta({ id: 'Merger' });

/** How one record bears on another: `from relation to` reads as a sentence. */
export const linkRequest = creation('link');
/** The same link, to be taken out; `If-Match` names its rev. */
export const unlinkRequest = z
  .strictObject({
    who,
    reason,
    from_kind: z.enum(vocabulary.THING_KINDS),
    from_id: z.string().max(80),
    relation: z.enum(vocabulary.RELATIONS),
    to_kind: z.enum(vocabulary.THING_KINDS),
    to_id: z.string().max(80),
  })
  .meta({ id: 'Unlink' });

/** Which record's links. */
export const tieQuery = z.strictObject({ of: z.string().max(200).describe('the record, `kind:id`') });

/** The links of a record as they were written, with the rev each is taken out by; `from relation to` reads as a sentence. */
export const ties = z
  .object({
    items: z.array(z.object({ rev: z.number().int(), from: thing, relation: z.enum(vocabulary.RELATIONS), to: thing, note: bilingual })),
  })
  .meta({ id: 'Ties' });

/** A record as its row: what a form is filled with, and how many rows rest on it. */
export const recordRow = z
  .object({
    table: z.string(),
    key: z.string(),
    rev: z.number().int(),
    fields: z.record(z.string(), z.unknown()),
    /** Rows that point to it: how many of each table, and what becomes of them when it is taken out with all. `rows`: the first 20, each as it is called beside the record. */
    resting: z.array(
      z.object({
        table: z.string(),
        count: z.number().int(),
        goes: z.enum(['with-it', 'let-go', 'holds-it']),
        rows: z.array(z.object({ key: z.string(), name: bilingual })),
      }),
    ),
  })
  .meta({ id: 'RecordRow' });

/** A new district with nothing in it; what was held before goes, and comes back when this deed is undone. */
export const startRequest = z
  .strictObject({
    who,
    reason,
    fields: z.record(z.string().max(60), z.unknown()).describe('columns of district.json'),
    outline: z
      .record(z.string().max(60), z.unknown())
      .optional()
      .describe('columns of the feature that draws the outline of the district: geometry, name_zh, name_en, basis_zh, basis_en'),
  })
  .meta({ id: 'StartRequest' });

/** Takes everything out, the district itself as well. */
export const clearRequest = z.strictObject({ who, reason }).meta({ id: 'ClearRequest' });

/** The districts that Westgate comes with: the example, from public sources, and the practice district, which is invented. */
export const OFFERED = ['example', 'practice'] as const;

/** Loads a district that Westgate comes with in place of what is held. */
export const exampleRequest = z
  .strictObject({ which: z.enum(OFFERED).default('example'), who, reason, dryRun: z.boolean().default(false) })
  .meta({ id: 'ExampleRequest' });

const offered = z.object({ id: z.string(), name: bilingual }).nullable();

/** What is held now, what could be loaded, and the last deed where it put one district in place of another or none. */
export const standing = z
  .object({
    seq: z.number().int(),
    held: z.object({ id: z.string(), name: bilingual, records: z.number().int() }).nullable(),
    example: offered,
    practice: offered,
    last: z
      .object({
        seq: z.number().int(),
        at: z.string(),
        who: z.string().nullable(),
        verb: z.enum(['start-district', 'clear-district', 'import']),
      })
      .nullable(),
    mode: z.enum(['ready', 'read-only']),
  })
  .meta({ id: 'Standing' });

function givenAtCreation(field: Field): z.ZodType {
  const value = fieldValue(field);
  return mayBeLeftOut(field) ? value.optional() : value;
}

function titled(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
