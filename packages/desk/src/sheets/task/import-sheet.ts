import { WestgateError } from '@westgate/base';
import type { Change, Register } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { isReadable } from '../../folder/values.ts';
import type { SheetBook } from '../file/sheet-book.ts';
import { acceptSheet } from './accept-sheet.ts';
import { bareText, flatText } from './flat-text.ts';
import { readTaskSheet } from './read-task-sheet.ts';
import type { SheetChoice } from './sheet-choice.ts';
import { recipeOfRow, type SheetRecipe } from './sheet-recipe.ts';
import type { TaskSheet } from './task-sheet.ts';

/** A sheet and what is taken of it. */
export interface SheetDraft {
  readonly book: SheetBook;
  readonly recipe: SheetRecipe;
  /** The sheet of the file, by name. */
  readonly sheet?: string | undefined;
  readonly rows: SheetChoice['rows'];
  /** Names in the sheet that become departments. */
  readonly newDepartments: readonly string[];
  readonly sentences: SheetChoice['sentences'];
  readonly saveAs: string | null;
}

/** What taking a sheet did, or would do. */
export interface SheetImport {
  /** The sheet as it was read before anything was stored. */
  readonly sheet: TaskSheet;
  readonly changes: readonly Change[];
}

/** Reads a sheet and says what taking it changes. `seq` is the number of the coming deed. */
export function sheetImport(register: Register, draft: SheetDraft, seq: number): SheetImport {
  const newDepartments = newDepartmentIds(register, draft.newDepartments);
  const { book, recipe, rows, sentences, saveAs } = draft;
  const sheet = readTaskSheet(register, book, recipe, { sheet: draft.sheet, newDepartments });
  return {
    sheet,
    changes: acceptSheet(register, sheet, { recipe, fileName: book.fileName, rows, newDepartments, sentences, saveAs }, seq),
  };
}

/** What a sheet would be read as, new departments counted as there. */
export function sheetPreview(
  register: Register,
  { book, recipe, sheet, newDepartments }: Pick<SheetDraft, 'book' | 'recipe' | 'sheet' | 'newDepartments'>,
): TaskSheet {
  return readTaskSheet(register, book, recipe, { sheet, newDepartments: newDepartmentIds(register, newDepartments) });
}

/** A recipe that is kept. Throws `WG_NOT_FOUND`. It is found by its id or its name. */
export function keptRecipe(register: Register, wanted: string): SheetRecipe {
  const rows = [...register.recipe.values()];
  const row = rows.find(({ id }) => id === wanted) ?? rows.find(({ name_zh, name_en }) => name_zh === wanted || name_en === wanted);
  if (!row) throw new WestgateError('WG_NOT_FOUND', `there is no recipe ${wanted}`, { id: wanted });
  return recipeOfRow(row);
}

/** True where `deed` took in a sheet. */
export function isSheetImport({ verb }: Deed): boolean {
  return verb === 'import-sheet';
}

/** Ids for the departments to be, the same for the same names. */
function newDepartmentIds(register: Register, names: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  let number = 1;
  for (const name of names.map(flatText)) {
    if (bareText(name) === '' || name.length > 200 || !isReadable(name))
      throw new WestgateError('WG_INPUT_INVALID', `newDepartments: expected names, found ${JSON.stringify(name.slice(0, 60))}`, {
        field: 'newDepartments',
      });
    while (register.department.has(`department-${number}`)) number += 1;
    if (!ids.has(name)) ids.set(name, `department-${number}`);
    number += 1;
  }
  return ids;
}
