import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { base64, bilingual, thing } from './common.ts';
import { sheetFault } from './sheets.ts';

const { CONFIDENCES, INDICATOR_VALUE_KINDS, VALUE_STATUSES } = vocabulary;
const count = z.number().int();
const id = z.string().min(1).max(80);
const termKind = z.enum(['indicator', 'place', 'source']);

const asking = {
  file: z.strictObject({
    name: z.string().min(1).max(200).describe('with its ending: .xlsx, .csv or .tsv'),
    base64: base64(27_000_000).describe('the bytes of the file, at most 20 MB'),
  }),
  sheet: z.string().max(200).optional().describe('the sheet of the file; the first visible one with a head where none is named'),
  period: z
    .string()
    .max(40)
    .optional()
    .describe('of which period the values are, or of which year months without one, where the sheet says none: 2026-06, 2026'),
  indicator: id.optional().describe('the indicator that the values are of, where the sheet names none'),
  names: z
    .array(z.strictObject({ kind: termKind, name: z.string().min(1).max(200), id }))
    .max(500)
    .default([])
    .describe('what names in the sheet stand for, where they are no id or name of a record'),
  source: id.optional().describe('the source of values of which the sheet names none, and that are not held yet'),
  status: z.enum(VALUE_STATUSES).nullable().default(null).describe('the same of whether they are final'),
  confidence: z.enum(CONFIDENCES).default('high').describe('the same of how sure they are'),
};

export const valuePreviewRequest = z
  .strictObject({ ...asking, who: z.string().trim().min(1).max(80).optional().describe('who looks at it, where nobody is signed in') })
  .meta({ id: 'ValuePreviewRequest' });

export const valueImportRequest = z
  .strictObject({
    ...asking,
    rows: z.enum(['all', 'clear']).default('all').describe('all: refused where a cell is; clear: without the cells that are refused'),
    who: z.string().trim().min(1).max(80),
    reason: z.string().max(500).default(''),
  })
  .meta({ id: 'ValueImportRequest' });

const counts = z.object({ new: count, changed: count, same: count, faulty: count });

/** A sheet of values as it was understood, and what it would change: the first 500 values that are new or changed, the first 500 faults. */
export const valuePreview = z
  .object({
    sheet: z.string(),
    title: z.string(),
    shape: z.enum(['long', 'cross']).describe('long: a value a row; cross: periods, places or indicators stand across'),
    head: z.object({ top: count, bottom: count }),
    columns: z.array(
      z.object({
        letters: z.string(),
        head: z.string(),
        role: z.string().nullable().describe('what the column says; across: values of what its heads name; null: nothing is read from it'),
      }),
    ),
    counts,
    /** Cells that hold no value, or say that it is not known. */
    emptyCells: count,
    /** Cells of sums and means, which are not kept. */
    sumCells: count,
    lines: z.array(
      z.object({
        cell: z.string(),
        state: z.enum(['new', 'changed']),
        indicator: thing,
        /** Null for the whole district. */
        place: thing.nullable(),
        kind: z.enum(INDICATOR_VALUE_KINDS),
        period: z.string(),
        value: z.number(),
        unitName: bilingual,
        /** The value that it corrects, and how final that one is. */
        before: z.number().nullable(),
        beforeStatus: z.enum(VALUE_STATUSES).nullable(),
        status: z.enum(VALUE_STATUSES).nullable(),
        source: z.object({ id: z.string(), title: z.string() }),
        confidence: z.enum(CONFIDENCES),
      }),
    ),
    faults: z.array(sheetFault),
    unknownNames: z.array(
      z.object({
        kind: termKind,
        name: z.string(),
        cells: z.array(z.string()),
        /** What it may mean, the likeliest first. */
        proposed: z.array(z.object({ id: z.string(), name: bilingual })),
      }),
    ),
    otherSheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  })
  .meta({ id: 'ValuePreview' });

export const valueImportReport = z
  .object({
    stored: z.boolean(),
    seq: count.nullable(),
    changeCount: count,
    counts: counts.describe('of a deed that was done before, and is asked for once more, what is the same or refused is not told'),
  })
  .meta({ id: 'ValueImportReport' });

export const valueFileQuery = z.strictObject({
  lang: z.enum(['zh', 'en']).optional().describe('the language of heads and names; the first of the district where none is named'),
});
