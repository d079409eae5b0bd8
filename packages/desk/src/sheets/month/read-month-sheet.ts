import type { DayString } from '@westgate/base';
import { grouped, isMonth, type Register } from '@westgate/domain';
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
import { titleOf } from '../common/row-kinds.ts';
import { faultAt } from '../common/sheet-fault.ts';
import type { SheetFault } from '../common/sheet-field.ts';
import type { SheetGrid } from '../common/sheet-grid.ts';
import { NO_RECIPE, type SheetRecipe } from '../common/sheet-recipe.ts';
import { cellName, type SheetBook } from '../file/sheet-book.ts';
import { projectMatcher } from './match-projects.ts';
import { monthHead, namedColumns } from './month-head.ts';
import { monthLines } from './month-lines.ts';
import type { MonthRow, MonthSheet } from './month-sheet.ts';
import { isProjectWords, isReportWords } from './month-words.ts';
import { type MonthReading, readMonthRow } from './read-month-row.ts';
import { monthToldBy, unitToldBy } from './sheet-month.ts';

/** How monthly sheets are known again. */
const MONTHLY = { reads: 'monthly', headIn: (grid: SheetGrid) => monthHead(grid, NO_RECIPE) } as const;
/** Columns beside those kept as words that are read. */
const READ = ['project', 'department', 'total', 'base', 'plan', 'completed', 'month', 'year', 'share', 'ahead', 'onSite'];

/**
 * Reads a monthly sheet as the projects, amounts and reports it would make: every cell with what was understood of it, and what it would change. Pure:
 * nothing is stored. Throws `WG_SHEET_UNREADABLE` where no sheet of the file has a head of projects.
 */
export function readMonthSheet(
  register: Register,
  book: SheetBook,
  said: SheetRecipe,
  asking: SheetAsking & { readonly today?: DayString | undefined } = {},
): MonthSheet {
  const recipe = said.isOpen ? (knownRecipe(register, book, asking.sheet, MONTHLY) ?? said) : said;
  const expected = { zh: '一行表头，如“项目名称”“本年计划投资”', en: 'a row of heads such as 项目名称 and 本年计划投资' };
  const { grid, head } = chosenSheet(book, asking.sheet, (each) => monthHead(each, recipe), expected);
  const { lines, skipped } = monthLines(grid, head);
  const month = monthOf(grid, head, book.fileName, asking.month);
  const departments = departmentsNamed(register, recipe, asking);
  const columns = namedColumns(head);
  const reading: MonthReading = {
    register,
    language: languageOfWords(
      register,
      lines.map(({ cells }) => cells.get('project')?.text ?? ''),
    ),
    sheet: grid.sheet.name,
    month: month?.value ?? null,
    departments,
    columns,
    unit: unitToldBy(grid, head),
    hiddenRows: hiddenRows(grid),
    match: projectMatcher(register),
    seen: new Map(),
  };
  const rows = lines.map((line) => readMonthRow(reading, line));
  const fields = rows.flatMap((row) => row.fields);
  const several = grouped(
    fields.filter(({ fault }) => fault?.code === 'two-leads'),
    ({ fault }) => fault?.found ?? '',
  );
  return {
    reads: 'monthly',
    sheet: grid.sheet.name,
    recipe: recipe.id,
    title: titleOf(grid, head),
    language: reading.language,
    month,
    head: { top: head.top, bottom: head.bottom },
    columns: head.columns,
    rows,
    skipped,
    faults: [...monthFaults(grid, month, asking.today), ...brokenMerges(grid), ...fields.flatMap(({ fault }) => fault ?? [])],
    notKept: head.columns.flatMap(({ head: words, role }) => {
      const isRead = columns.some(
        (column) => column.role === role && (READ.includes(column.name) || isProjectWords(column.name) || isReportWords(column.name)),
      );
      return words !== '' && !isRead ? [{ head: words, role }] : [];
    }),
    unknownDepartments: [
      ...unknownDepartments(fields, departments),
      ...[...several].map(([name, own]) => ({ name, cells: own.map(({ cell }) => cell), proposed: own[0]?.candidates ?? [] })),
    ],
    absent: absentFrom(register, rows),
    otherSheets: otherSheets(book, grid),
  };
}

function monthOf(grid: SheetGrid, head: { readonly top: number }, fileName: string, said: string | undefined): MonthSheet['month'] {
  if (said !== undefined && isMonth(said)) return { value: said, from: 'said' };
  const told = monthToldBy(grid, head, fileName);
  return told === null ? null : { value: told, from: 'title' };
}

function monthFaults({ sheet }: SheetGrid, month: MonthSheet['month'], today: DayString | undefined): readonly SheetFault[] {
  const cell = cellName(sheet.name, 1, 1);
  if (month === null) return [faultAt('faulty', 'no-month', cell, 'a month such as 2026年6月 above the head', '')];
  if (today === undefined || month.value <= today.slice(0, 7)) return [];
  return [faultAt('faulty', 'month-to-come', cell, `a month not after ${today.slice(0, 7)}`, month.value)];
}

/** Projects that a monthly sheet had before and that no row names. */
function absentFrom(register: Register, rows: readonly MonthRow[]): readonly string[] {
  const named = new Set(rows.flatMap(({ project }) => project ?? []));
  return [...register.project.values()].filter(({ id, list_number }) => list_number !== null && !named.has(id)).map(({ id }) => id);
}
