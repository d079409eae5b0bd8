import { type Language, WestgateError } from '@westgate/base';
import { daySpanOf, districtOf, type Register } from '@westgate/domain';
import type { SheetBook } from '../file/sheet-book.ts';
import { NONE, sheetUnreadable } from '../file/sheet-unreadable.ts';
import { type DepartmentBook, departmentBook } from './department-names.ts';
import { bareText } from './flat-text.ts';
import { knownRecipe } from './known-recipe.ts';
import { documentOf, matchTasks } from './match-tasks.ts';
import { readTaskRow } from './read-task-row.ts';
import type { RowReading } from './row-reading.ts';
import { faultAt } from './sheet-fault.ts';
import { gridOf, type SheetGrid } from './sheet-grid.ts';
import { type SheetHead, sheetHead } from './sheet-head.ts';
import type { SheetRecipe } from './sheet-recipe.ts';
import { sheetLines } from './sheet-rows.ts';
import { taskBasics } from './task-basics.ts';
import type { SheetFault, TaskRow, TaskSheet } from './task-sheet.ts';

/** What a person says of a sheet beside the recipe. */
export interface SheetAsking {
  /** The sheet of the file, by name; the first visible one with a head where none is named. */
  readonly sheet?: string | undefined;
  /** Names that become departments when the sheet is taken, with the ids they will have. */
  readonly newDepartments?: ReadonlyMap<string, string> | undefined;
}

/**
 * Reads a task sheet as the commitments it would make: every cell with what was understood of it, by which rule, and what it would
 * change. Pure: nothing is stored. Throws `WG_SHEET_UNREADABLE` where no sheet of the file has a head of tasks.
 */
export function readTaskSheet(register: Register, book: SheetBook, said: SheetRecipe, asking: SheetAsking = {}): TaskSheet {
  const recipe = said.isOpen ? (knownRecipe(register, book, asking.sheet) ?? said) : said;
  if (recipe.document !== null && !register.document.has(recipe.document))
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: `recipe：应为本区的计划，现为 ${recipe.document}`, en: `recipe: expected a plan of the district, found ${recipe.document}` },
      { field: 'document' },
    );
  const { grid, head } = chosenSheet(book, recipe, asking.sheet);
  const { title, lines, skipped } = sheetLines(grid, head);
  const basics = lines.map(taskBasics);
  const isOurs = head.columns.some(({ role }) => role === 'id');
  const language = isOurs
    ? languageOfHeads(head.columns.map((column) => column.head))
    : languageOfTasks(
        register,
        basics.map(({ task }) => task),
      );
  const year = yearOf(register, recipe, [title, grid.sheet.name, book.fileName]);
  const matches = matchTasks(
    register,
    recipe,
    basics.map(({ id, task, line }) => ({ id, task, sentence: line.cells.get('sentence')?.text ?? null })),
    language,
  );
  const departments = departmentBook(
    register,
    recipe.departments.map(({ id, name }) => [id, name] as const),
    asking.newDepartments ?? new Map(),
  );
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
    hiddenRows: new Set(grid.sheet.rows.filter(({ isHidden }) => isHidden).map(({ number }) => number)),
    seen: { ids: new Map(), numbers: new Map(), tasks: new Map() },
  };
  const rows = basics.flatMap((basic, index): readonly TaskRow[] => {
    const match = matches[index];
    return match ? [readTaskRow(reading, basic, match)] : [];
  });
  return {
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
    unknownDepartments: unknownDepartments(rows, departments),
    absent: absentFrom(register, recipe, rows, isOurs),
    otherSheets: book.sheets.filter(({ name }) => name !== grid.sheet.name).map(({ name, isHidden }) => ({ name, isHidden })),
  };
}

function chosenSheet(
  book: SheetBook,
  recipe: SheetRecipe,
  wanted: string | undefined,
): { readonly grid: SheetGrid; readonly head: SheetHead } {
  const named = book.sheets.filter(({ name, isHidden }) => (wanted === undefined ? !isHidden : name === wanted));
  if (wanted !== undefined && named.length === 0) {
    const names = book.sheets.map(({ name }) => name).join(', ');
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: `sheet：应为以下之一：${names}，现为 ${wanted}`, en: `sheet: expected one of ${names}, found ${wanted}` },
      { field: 'sheet' },
    );
  }
  for (const sheet of named) {
    const grid = gridOf(sheet);
    const head = sheetHead(grid, recipe);
    if (head?.columns.some(({ role }) => role === 'task')) return { grid, head };
  }
  const where = named.map(({ name }) => name).join(', ') || book.fileName;
  throw sheetUnreadable(
    where,
    { zh: '一行表头，如“重点任务”“主责单位”', en: 'a row of heads such as 重点任务 and 主责单位, or Task and Lead department' },
    NONE,
  );
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

function brokenMerges({ sheet }: SheetGrid): readonly SheetFault[] {
  return sheet.brokenMerges.map((ref) =>
    faultAt('unclear', 'broken-merge', `${sheet.name}!${ref.split(':')[0] ?? ''}`, 'a merge apart from others', ref),
  );
}

/** Names that departments are proposed for: each is compared with all. */
const MOST_PROPOSED = 300;

function unknownDepartments(rows: readonly TaskRow[], book: DepartmentBook): TaskSheet['unknownDepartments'] {
  const names = new Map<string, { readonly name: string; readonly cells: string[] }>();
  for (const { fields } of rows) {
    for (const { fault, cell } of fields) {
      if (fault?.code !== 'unknown-department') continue;
      for (const name of fault.found.split('、')) {
        const held = names.get(bareText(name)) ?? { name, cells: [] };
        if (!held.cells.includes(cell)) held.cells.push(cell);
        names.set(bareText(name), held);
      }
    }
  }
  return [...names.values()].map((named, index) => ({ ...named, proposed: index < MOST_PROPOSED ? book.proposed(named.name) : [] }));
}

/** Commitments of the plan the sheet is about, or of the whole ledger for a sheet of ours, that no row names. */
function absentFrom(register: Register, recipe: SheetRecipe, rows: readonly TaskRow[], isOurs: boolean): readonly string[] {
  if (!isOurs && recipe.document === null) return [];
  const named = new Set(rows.flatMap(({ commitment }) => commitment ?? []));
  const all = [...register.commitment.values()];
  return all.filter((each) => !named.has(each.id) && (isOurs || documentOf(register, each) === recipe.document)).map(({ id }) => id);
}

/** The language most tasks are in: Chinese where most of them have a Chinese character. The district's own where there are no words. */
function languageOfTasks(register: Register, tasks: readonly string[]): Language {
  const written = tasks.filter((task) => /\p{L}/u.test(task));
  const chinese = written.filter((task) => /\p{Script=Han}/u.test(task)).length;
  if (written.length > 0) return chinese * 2 >= written.length ? 'zh' : 'en';
  const [district] = register.district.values();
  return district?.languages[0] === 'en' ? 'en' : 'zh';
}

/** The language of the heads, which is that of the texts in a sheet that Westgate wrote. */
function languageOfHeads(heads: readonly string[]): Language {
  return heads.some((head) => /\p{Script=Han}/u.test(head)) ? 'zh' : 'en';
}
