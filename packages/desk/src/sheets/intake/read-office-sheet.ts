import type { DayString } from '@westgate/base';
import type { Register } from '@westgate/domain';
import { type SheetAsking, sheetsLookedAt } from '../common/chosen-sheet.ts';
import { gridOf } from '../common/sheet-grid.ts';
import type { SheetRecipe } from '../common/sheet-recipe.ts';
import type { SheetBook } from '../file/sheet-book.ts';
import { looksMonthly } from '../month/month-head.ts';
import type { MonthSheet } from '../month/month-sheet.ts';
import { readMonthSheet } from '../month/read-month-sheet.ts';
import { readTaskSheet } from '../task/read-task-sheet.ts';
import type { TaskSheet } from '../task/task-sheet.ts';

/** A sheet of an office as it was understood, of whichever kind it is. */
export type OfficeSheet = TaskSheet | MonthSheet;

/**
 * Reads a sheet as what a person, or a recipe, says it is; where nothing is said, as a monthly one if it has heads of projects and of money beside them, else as
 * one of tasks. Throws `WG_SHEET_UNREADABLE` and `WG_INPUT_INVALID`.
 */
export function readOfficeSheet(
  register: Register,
  book: SheetBook,
  recipe: SheetRecipe,
  asking: SheetAsking & { readonly today?: DayString | undefined } = {},
): OfficeSheet {
  const reads =
    recipe.reads ?? (sheetsLookedAt(book, asking.sheet).some((sheet) => looksMonthly(gridOf(sheet), recipe)) ? 'monthly' : 'task-sheet');
  return reads === 'monthly' ? readMonthSheet(register, book, recipe, asking) : readTaskSheet(register, book, recipe, asking);
}
