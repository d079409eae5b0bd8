import { expectedFound, WestgateError } from '@westgate/base';
import { MEDIA, type sheetSchema } from '@westgate/contract';
import {
  keptRecipe,
  lastMonth,
  NO_RECIPE,
  OWN_RECIPE,
  type SheetFile,
  type SheetRecipe,
  sheetPreview,
  writeMonthSheet,
  writeOfficeSheet,
  writeTaskCsv,
  writeTaskSheet,
} from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { base64Bytes } from '../http/base64-bytes.ts';
import { read, serve, write } from '../http/route.ts';
import { pageOf } from '../list/page.ts';
import { RECIPES } from '../list/record-lists.ts';
import type { Office } from '../office/office.ts';
import { sheetReportOf, taskSheetOf } from '../present/task-sheet.ts';

type Asking = z.output<typeof sheetSchema.sheetPreviewRequest>;

/** Adds bringing a task sheet or a monthly sheet, the recipes that are kept, and both as files. */
export function addSheets(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const { desk } = office;
  write(app, 'preview-sheet', {
    act: async ({ body }) => {
      const asking = { ...body, file: fileOf(body), recipe: recipeOf(office, body.recipe), today: office.today() };
      return taskSheetOf(await sheetPreview(office.view().register, asking));
    },
  });
  write(app, 'import-sheet', {
    act: async ({ body, idem }) => {
      const { rows, sheet, month, newDepartments, sentences, saveAs, dryRun, who, reason } = body;
      const draft = {
        file: fileOf(body),
        recipe: recipeOf(office, body.recipe),
        sheet,
        month,
        today: office.today(),
        rows,
        newDepartments,
        sentences: new Map(sentences.map(({ row, sentence }) => [row, sentence])),
        saveAs: saveAs ?? null,
      };
      return sheetReportOf(await desk.importSheet(draft, { who, reason, idem, dryRun }), { dryRun, plan: draft.recipe.document });
    },
  });
  read(app, office, 'recipes', { isNoted: true, present: (view, { query }) => pageOf(view, query, RECIPES) });
  addExport(app, office, downloads, 'xlsx');
  addExport(app, office, downloads, 'csv');
}

function addExport(app: FastifyInstance, office: Office, downloads: Downloads, kind: 'xlsx' | 'csv'): void {
  serve(app, `task-sheet-${kind}`, async (request, reply, { query: { lang, recipe, month } }) => {
    const view = office.view();
    const { register, seq } = view;
    const [district] = register.district.values();
    const language = lang ?? (district?.languages[0] === 'en' ? 'en' : 'zh');
    reply
      .type(MEDIA[kind])
      .header('content-disposition', `attachment; filename="task-sheet-${seq}.${kind}"`)
      .header('cache-control', 'no-store');
    const asked = recipe === undefined || kind === 'csv' ? null : keptRecipe(register, recipe);
    if (month !== undefined && (kind === 'csv' || (asked !== null && asked.reads !== 'monthly')))
      throw new WestgateError(
        'WG_INPUT_INVALID',
        expectedFound('month', { zh: '仅用于 .xlsx 的月调度表', en: 'none but with .xlsx and the monthly sheet' }, month),
        { field: 'month' },
      );
    return downloads.send(request, reply, restsOn(request, view), async () => {
      if (kind === 'csv') return [writeTaskCsv(register, language)];
      if (asked?.reads === 'monthly' || (asked === null && month !== undefined))
        return [await writeMonthSheet(register, asked, month ?? lastMonth(register) ?? view.asOf.slice(0, 7), language)];
      return [asked ? await writeOfficeSheet(register, asked, language) : await writeTaskSheet(register, language)];
    });
  });
}

function fileOf({ file }: Pick<Asking, 'file'>): SheetFile {
  return { bytes: base64Bytes(file.base64, 'file.base64'), fileName: file.name };
}

/** The recipe that is named or sent; none: the kept one whose heads the sheet has, else all is guessed. */
function recipeOf(office: Office, given: Asking['recipe']): SheetRecipe {
  const { register } = office.view();
  if (given === undefined) return OWN_RECIPE;
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
