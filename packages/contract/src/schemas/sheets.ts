import { SHEET_KINDS, SHEET_MONTH, SHEET_ROLES } from '@westgate/domain';
import { z } from 'zod';
import { base64, bilingual, listQuery, pageOf, rev } from './common.ts';

const count = z.number().int();
const id = z.string().min(1).max(80);
/** What a column of a sheet may hold: of a monthly one behind `monthly-`. */
export const columnRole = z.enum(SHEET_ROLES);
const sheetKind = z.enum(SHEET_KINDS);
const sheetMonth = z.string().regex(SHEET_MONTH);

const recipeColumn = z.strictObject({ head: z.string().min(1).max(300), role: columnRole.nullable() });
const departmentName = z.strictObject({ name: z.string().min(1).max(200), id });

/** How a sheet is read. What is not said is guessed. */
export const recipeDraft = z
  .strictObject({
    id: id.optional().describe('the kept recipe that saveAs replaces'),
    reads: sheetKind.nullable().default(null).describe('the kind of sheet; null: its heads tell'),
    document: id.nullable().default(null).describe('the plan in which the tasks are promised; null: the sheet becomes a plan of its own'),
    addsSentences: z.boolean().default(true).describe('a task that stands in no sentence of the plan becomes one; else it is left open'),
    year: z.number().int().min(2000).max(2099).nullable().default(null).describe('the year of days that name none'),
    columns: z.array(recipeColumn).max(200).default([]),
    departments: z.array(departmentName).max(500).default([]).describe('names in the sheet for departments of the district'),
  })
  .meta({ id: 'RecipeDraft' });

export const recipe = z
  .object({
    id: z.string(),
    name: bilingual,
    reads: sheetKind,
    document: z.string().nullable(),
    addsSentences: z.boolean(),
    year: count.nullable(),
    columns: z.array(z.object({ head: z.string(), role: columnRole.nullable() })),
    departments: z.array(z.object({ name: z.string(), id: z.string() })),
    rev,
  })
  .meta({ id: 'Recipe' });
export const recipeQuery = listQuery.extend({
  reads: z
    .enum(['task-sheet', 'monthly', 'all'])
    .default('task-sheet')
    .describe('task-sheet: how task sheets are read; monthly: monthly sheets, and what their templates are filled with; all: both'),
});
export const recipePage = pageOf(recipe).meta({ id: 'RecipePage' });

const asking = {
  file: z.strictObject({
    name: z.string().min(1).max(200).describe('with its ending: .xlsx, .csv or .tsv'),
    base64: base64(27_000_000).describe('the bytes of the file, at most 20 MB'),
  }),
  recipe: z
    .union([id.describe('a kept recipe, by id'), recipeDraft])
    .optional()
    .describe('none: the kept one whose heads the sheet has, else all is guessed'),
  sheet: z.string().max(200).optional().describe('the sheet of the file; the first visible one with a head where none is named'),
  month: sheetMonth.optional().describe('the month of a monthly sheet; the one in its title where none is named'),
  newDepartments: z.array(z.string().min(1).max(200)).max(200).default([]).describe('names in the sheet that become departments'),
};

export const sheetPreviewRequest = z.strictObject(asking).meta({ id: 'SheetPreviewRequest' });

export const sheetImportRequest = z
  .strictObject({
    ...asking,
    rows: z
      .union([z.enum(['all', 'clear']), z.array(z.number().int().min(1).max(20_000)).min(1).max(20_000)])
      .default('all')
      .describe(
        'all: refused where one is faulty or unclear; clear: those that are neither; or rows by number, unclear ones then as far as they are clear',
      ),
    sentences: z
      .array(z.strictObject({ row: z.number().int().min(1).max(20_000), sentence: id }))
      .max(20_000)
      .default([])
      .describe('the sentence that promises a row whose words stand in none'),
    saveAs: z.string().trim().min(1).max(200).optional().describe('keep the recipe under this name'),
    dryRun: z.boolean().default(false),
    who: z.string().trim().min(1).max(80),
    reason: z.string().max(500).default(''),
  })
  .meta({ id: 'SheetImportRequest' });

export const sheetFault = z
  .object({
    weight: z.enum(['faulty', 'unclear']),
    code: z.string(),
    cell: z.string(),
    expected: z.string(),
    found: z.string(),
    message: z.string(),
  })
  .meta({ id: 'SheetFault' });

const fieldState = z.enum(['new', 'changed', 'same', 'unclear', 'faulty']);
const fieldValue = z.union([z.string(), z.array(z.string())]).nullable();

/**
 * A task sheet or a monthly sheet as it was understood: the first 2,000 rows, those that are the same left out beyond 500 rows. Of each long list come as many as
 * fit in an answer; the counts are of all.
 */
export const taskSheet = z
  .object({
    reads: sheetKind.describe('the kind of sheet it was read as'),
    sheet: z.string(),
    recipe: z.string().nullable().describe('the kept recipe it was read by'),
    title: z.string(),
    language: z.enum(['zh', 'en']),
    year: z.object({ value: count, from: z.enum(['recipe', 'title', 'plan']) }).nullable(),
    month: z
      .object({ value: z.string(), from: z.enum(['said', 'title']) })
      .nullable()
      .describe('of a monthly sheet; null: it has to be said before anything is taken'),
    isOurs: z.boolean(),
    head: z.object({ top: count, bottom: count }),
    columns: z.array(
      z.object({
        letters: z.string(),
        head: z.string(),
        role: columnRole.nullable(),
        rule: z.enum(['recipe', 'head', 'head-part', 'twice', 'longest', 'none']).describe('head-part, twice: a person is asked'),
        proposed: columnRole.nullable(),
        unit: z.string().nullable(),
      }),
    ),
    rows: z.array(
      z.object({
        row: count,
        section: z.array(z.string()),
        parent: count.nullable().describe('the row of the task it is a part of'),
        number: z.string().nullable(),
        commitment: z.string().nullable(),
        project: z.string().nullable().describe('of a monthly sheet: the project it is; null for a new one'),
        matchedBy: z.enum(['id', 'words', 'likeness', 'code']).nullable(),
        state: fieldState,
        notes: z.array(z.string()),
        fields: z.array(
          z.object({
            field: z.string(),
            cell: z.string(),
            raw: z.string(),
            value: fieldValue,
            before: fieldValue,
            state: fieldState,
            rule: z.string().nullable(),
            notes: z.array(z.string()),
            fault: sheetFault.nullable(),
            candidates: z.array(z.string()),
          }),
        ),
      }),
    ),
    rowCount: count,
    /** Rows, and cells, by what they become. */
    counts: z.object({ rows: z.record(fieldState, count), cells: z.record(fieldState, count) }),
    skipped: z.array(z.object({ row: count, why: z.string(), text: z.string() })),
    /** The first 1,000. */
    faults: z.array(sheetFault),
    faultCount: count,
    notKept: z.array(z.object({ head: z.string(), role: columnRole.nullable() })),
    /** Each with its first 100 cells, and the ids of the departments that it may mean, the likeliest first. */
    unknownDepartments: z.array(z.object({ name: z.string(), cells: z.array(z.string()), proposed: z.array(z.string()) })),
    unknownDepartmentCount: count,
    absent: z.array(z.string()),
    absentCount: count,
    otherSheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  })
  .meta({ id: 'TaskSheet' });

export const sheetImportReport = z
  .object({
    stored: z.boolean(),
    dryRun: z.boolean(),
    seq: count.nullable(),
    changeCount: count,
    plan: z.string().nullable().describe('the plan that the sheet became, or whose tasks it brought; null where none is told'),
    tables: z.array(z.object({ table: z.string(), created: count, changed: count, deleted: count })),
    sheet: taskSheet,
  })
  .meta({ id: 'SheetImportReport' });

export const taskSheetQuery = z.strictObject({
  recipe: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('in the columns of this kept recipe, by id or name, and of its plan alone; one of a monthly sheet gives that; .xlsx only'),
  month: sheetMonth
    .optional()
    .describe(
      'the monthly sheet of this month, without a recipe in the 27 standard columns; a recipe of a monthly sheet gives the last month reported of',
    ),
  lang: z.enum(['zh', 'en']).optional().describe('the language of heads and texts; the first of the district where none is named'),
});
export const sheetBytes = z.string().meta({ id: 'SheetFile', format: 'binary' });
