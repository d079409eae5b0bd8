import { type Language, WestgateError } from '@westgate/base';
import { daySpanOf, districtOf, type Register } from '@westgate/domain';
import {
  brokenMerges,
  chosenSheet,
  departmentsNamed,
  hiddenRows,
  languageOfWords,
  otherSheets,
  type SheetAsking,
  unknownDepartments,
} from '../common/chosen-sheet.ts';
import { knownRecipe } from '../common/known-recipe.ts';
import type { SheetGrid } from '../common/sheet-grid.ts';
import { NO_RECIPE, type SheetRecipe } from '../common/sheet-recipe.ts';
import type { SheetBook } from '../file/sheet-book.ts';
import { documentOf, matchTasks } from './match-tasks.ts';
import { readTaskRow } from './read-task-row.ts';
import type { RowReading } from './row-reading.ts';
import { sheetLines } from './sheet-rows.ts';
import { taskBasics } from './task-basics.ts';
import { type TaskHead, taskHead } from './task-head.ts';
import type { TaskRow, TaskSheet } from './task-sheet.ts';

/** How task sheets are known again. */
const TASKS = { reads: 'task-sheet', headIn: (grid: SheetGrid) => taskHead(grid, NO_RECIPE) } as const;

/**
 * Reads a task sheet as the commitments it would make: every cell with what was understood of it, by which rule, and what it would
 * change. Pure: nothing is stored. Throws `WG_SHEET_UNREADABLE` where no sheet of the file has a head of tasks.
 */
export function readTaskSheet(register: Register, book: SheetBook, said: SheetRecipe, asking: SheetAsking = {}): TaskSheet {
  const recipe = said.isOpen ? (knownRecipe(register, book, asking.sheet, TASKS) ?? said) : said;
  if (recipe.document !== null && !register.document.has(recipe.document))
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: `recipe：应为本区的计划，现为 ${recipe.document}`, en: `recipe: expected a plan of the district, found ${recipe.document}` },
      { field: 'document' },
    );
  const { grid, head } = chosenSheet(book, asking.sheet, (each) => headOfTasks(each, recipe), {
    zh: '一行表头，如“重点任务”“主责单位”',
    en: 'a row of heads such as 重点任务 and 主责单位, or Task and Lead department',
  });
  const { title, lines, skipped } = sheetLines(grid, head);
  const basics = lines.map(taskBasics);
  const isOurs = head.columns.some(({ role }) => role === 'id');
  const language = isOurs
    ? languageOfHeads(head.columns.map((column) => column.head))
    : languageOfWords(
        register,
        basics.map(({ task }) => task),
      );
  const year = yearOf(register, recipe, [title, grid.sheet.name, book.fileName]);
  const matches = matchTasks(
    register,
    recipe,
    basics.map(({ id, task, line }) => ({ id, task, sentence: line.cells.get('sentence')?.text ?? null })),
    { language, year: year?.value ?? null },
  );
  const departments = departmentsNamed(register, recipe, asking);
  const reading: RowReading = {
    register,
    recipe,
    language,
    year: year?.value ?? null,
    span: daySpanOf(districtOf(register)),
    departments,
    isOurs,
    sheet: grid.sheet.name,
    columns: head.columns,
    hiddenRows: hiddenRows(grid),
    seen: { ids: new Map(), numbers: new Map(), tasks: new Map() },
  };
  const rows = basics.flatMap((basic, index): readonly TaskRow[] => {
    const match = matches[index];
    return match ? [readTaskRow(reading, basic, match)] : [];
  });
  return {
    reads: 'task-sheet',
    sheet: grid.sheet.name,
    recipe: recipe.id,
    title,
    language,
    year,
    isOurs,
    head: { top: head.top, bottom: head.bottom },
    columns: head.columns,
    rows,
    skipped,
    faults: [...brokenMerges(grid), ...rows.flatMap(({ fields }) => fields.flatMap(({ fault }) => fault ?? []))],
    notKept: head.columns.flatMap(({ head: words, role }) => (words !== '' && role === null ? [{ head: words, role }] : [])),
    unknownDepartments: unknownDepartments(
      rows.flatMap(({ fields }) => fields),
      departments,
    ),
    absent: absentFrom(register, recipe, rows, isOurs),
    otherSheets: otherSheets(book, grid),
  };
}

function yearOf(register: Register, recipe: SheetRecipe, places: readonly string[]): TaskSheet['year'] {
  if (recipe.year !== null) return { value: recipe.year, from: 'recipe' };
  for (const text of places) {
    const [, found] = /(?:^|\D)(20\d\d)(?!\d)/.exec(text.normalize('NFKC')) ?? [];
    if (found !== undefined) return { value: Number(found), from: 'title' };
  }
  const covers = recipe.document === null ? null : (register.document.get(recipe.document)?.covers ?? null);
  return covers !== null && /^20\d\d$/.test(covers) ? { value: Number(covers), from: 'plan' } : null;
}

/** A head that says where the tasks stand. */
function headOfTasks(grid: SheetGrid, recipe: SheetRecipe): TaskHead | null {
  const head = taskHead(grid, recipe);
  return head?.columns.some(({ role }) => role === 'task') ? head : null;
}

/** Commitments of the plan the sheet is about, or of the whole ledger for a sheet of ours, that no row names. */
function absentFrom(register: Register, recipe: SheetRecipe, rows: readonly TaskRow[], isOurs: boolean): readonly string[] {
  if (!isOurs && recipe.document === null) return [];
  const named = new Set(rows.flatMap(({ commitment }) => commitment ?? []));
  const all = [...register.commitment.values()];
  return all.filter((each) => !named.has(each.id) && (isOurs || documentOf(register, each) === recipe.document)).map(({ id }) => id);
}

/** The language of the heads, which is that of the texts in a sheet that Westgate wrote. */
function languageOfHeads(heads: readonly string[]): Language {
  return heads.some((head) => /\p{Script=Han}/u.test(head)) ? 'zh' : 'en';
}
