import { WestgateError } from '@westgate/base';
import { sheetSchema } from '@westgate/contract';
import { keptRecipe, NO_RECIPE, type SheetFile, type SheetRecipe, sheetPreview, writeTaskCsv, writeTaskSheet } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { base64Bytes } from '../http/base64-bytes.ts';
import { parseInput } from '../http/parse.ts';
import { noParams, read, schemaOf, write } from '../http/route.ts';
import { pageOf } from '../list/page.ts';
import { RECIPES } from '../list/record-lists.ts';
import type { Office } from '../office.ts';
import { sheetReportOf, taskSheetOf } from '../present/task-sheet.ts';

/** Bytes of a request with a sheet of 20 MB in base64. */
const SHEET_BYTES = 28 * 1024 * 1024;
const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const;

type Asking = z.output<typeof sheetSchema.sheetPreviewRequest>;

/** Adds bringing a task sheet, the recipes that are kept, and the ledger as a task sheet. */
export function addSheets(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const { desk } = office;
  write(app, '/sheets/preview', {
    summary: 'Read a task sheet cell by cell as the commitments it would make; nothing is stored',
    tag: 'sheets',
    params: noParams,
    body: sheetSchema.sheetPreviewRequest,
    answer: sheetSchema.taskSheet,
    errors: ['WG_SHEET_UNREADABLE', 'WG_NOT_FOUND'],
    bodyLimit: SHEET_BYTES,
    takesKey: false,
    act: async ({ body }) => {
      const asking = { ...body, file: fileOf(body), recipe: recipeOf(office, body.recipe) };
      return taskSheetOf(await sheetPreview(office.view().register, asking));
    },
  });
  write(app, '/sheets/import', {
    summary: 'Take the rows of a task sheet into the ledger, as one deed; with dryRun only tell what would change',
    tag: 'sheets',
    params: noParams,
    body: sheetSchema.sheetImportRequest,
    answer: sheetSchema.sheetImportReport,
    errors: ['WG_SHEET_UNREADABLE', 'WG_SHEET_FAULTY', 'WG_NOT_FOUND'],
    bodyLimit: SHEET_BYTES,
    act: async ({ body, idem }) => {
      const { rows, sheet, newDepartments, sentences, saveAs, dryRun, who, reason } = body;
      const draft = {
        file: fileOf(body),
        recipe: recipeOf(office, body.recipe),
        sheet,
        rows,
        newDepartments,
        sentences: new Map(sentences.map(({ row, sentence }) => [row, sentence])),
        saveAs: saveAs ?? null,
      };
      return sheetReportOf(await desk.importSheet(draft, { who, reason, idem, dryRun }), dryRun);
    },
  });
  read(app, office, '/recipes', {
    summary: 'Recipes that are kept for reading task sheets, page by page',
    tag: 'sheets',
    params: noParams,
    query: sheetSchema.recipeQuery,
    answer: sheetSchema.recipePage,
    present: (view, { query }) => pageOf(view, query, RECIPES),
  });
  addExport(app, office, downloads, 'xlsx');
  addExport(app, office, downloads, 'csv');
}

function addExport(app: FastifyInstance, office: Office, downloads: Downloads, kind: keyof typeof TYPES): void {
  const schema = schemaOf(
    {
      summary: `The ledger as a task sheet (.${kind}) that can be edited and brought back`,
      tag: 'sheets',
      answer: { content: { [TYPES[kind]]: { schema: sheetSchema.sheetBytes } } },
    },
    { params: noParams, querystring: sheetSchema.taskSheetQuery },
  );
  app.get(`/exports/task-sheet.${kind}`, { schema }, async (request, reply) => {
    const { lang } = parseInput(sheetSchema.taskSheetQuery, request.query, 'query');
    const view = office.view();
    const { register, seq } = view;
    const [district] = register.district.values();
    const language = lang ?? (district?.languages[0] === 'en' ? 'en' : 'zh');
    reply
      .type(kind === 'csv' ? `${TYPES.csv}; charset=utf-8` : TYPES.xlsx)
      .header('content-disposition', `attachment; filename="task-sheet-${seq}.${kind}"`)
      .header('cache-control', 'no-store');
    return downloads.send(request, reply, restsOn(request, view), async () => [
      kind === 'xlsx' ? await writeTaskSheet(register, language) : writeTaskCsv(register, language),
    ]);
  });
}

function fileOf({ file }: Pick<Asking, 'file'>): SheetFile {
  return { bytes: base64Bytes(file.base64, 'file.base64'), fileName: file.name };
}

/** The recipe that is named or sent; none: all is guessed. */
function recipeOf(office: Office, given: Asking['recipe']): SheetRecipe {
  const { register } = office.view();
  if (given === undefined) return NO_RECIPE;
  if (typeof given === 'string') return keptRecipe(register, given);
  const unknown = given.departments.find(({ id }) => !hasKey(register.department, id));
  if (unknown)
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: `recipe.departments：应为部门的编号，现为 ${unknown.id}`,
        en: `recipe.departments: expected the id of a department, found ${unknown.id}`,
      },
      { field: 'recipe' },
    );
  const name = given.id === undefined ? NO_RECIPE.name : keptRecipe(register, given.id).name;
  return { ...given, id: given.id ?? null, name };
}

function hasKey(rows: ReadonlyMap<string, unknown>, key: string): boolean {
  return rows.has(key);
}
