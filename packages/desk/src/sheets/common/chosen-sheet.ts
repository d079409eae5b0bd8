import { type Language, type Said, WestgateError } from '@westgate/base';
import type { Register } from '@westgate/domain';
import type { Sheet, SheetBook } from '../file/sheet-book.ts';
import { NONE, sheetUnreadable } from '../file/sheet-unreadable.ts';
import { type DepartmentBook, departmentBook } from './department-names.ts';
import { bareText } from './flat-text.ts';
import { faultAt } from './sheet-fault.ts';
import type { SheetFault, SheetField, UnknownDepartment } from './sheet-field.ts';
import { gridOf, type SheetGrid } from './sheet-grid.ts';
import type { SheetRecipe } from './sheet-recipe.ts';

/** What a person says of a sheet beside the recipe. */
export interface SheetAsking {
  /** The sheet of the file, by name; the first visible one with a head where none is named. */
  readonly sheet?: string | undefined;
  /** Of which month a monthly sheet is; the one in its title where none is named. */
  readonly month?: string | undefined;
  /** Names that become departments when the sheet is taken, with the ids they will have. */
  readonly newDepartments?: ReadonlyMap<string, string> | undefined;
}

/** The sheets of a file that are looked at: the one that is named, else those that are not hidden. Throws `WG_INPUT_INVALID`. */
export function sheetsLookedAt(book: SheetBook, wanted: string | undefined): readonly Sheet[] {
  const named = book.sheets.filter(({ name, isHidden }) => (wanted === undefined ? !isHidden : name === wanted));
  if (wanted !== undefined && named.length === 0) {
    const names = book.sheets.map(({ name }) => name).join(', ');
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: `sheet：应为以下之一：${names}，现为 ${wanted}`, en: `sheet: expected one of ${names}, found ${wanted}` },
      { field: 'sheet' },
    );
  }
  return named;
}

/** The first sheet that has a head. Throws `WG_SHEET_UNREADABLE` where none has, and `WG_INPUT_INVALID`. */
export function chosenSheet<Head>(
  book: SheetBook,
  wanted: string | undefined,
  headIn: (grid: SheetGrid) => Head | null,
  expected: Said,
): { readonly grid: SheetGrid; readonly head: Head } {
  const named = sheetsLookedAt(book, wanted);
  for (const sheet of named) {
    const grid = gridOf(sheet);
    const head = headIn(grid);
    if (head !== null) return { grid, head };
  }
  throw sheetUnreadable(named.map(({ name }) => name).join(', ') || book.fileName, expected, NONE);
}

/** The rows that a sheet hides. */
export function hiddenRows({ sheet }: SheetGrid): ReadonlySet<number> {
  return new Set(sheet.rows.filter(({ isHidden }) => isHidden).map(({ number }) => number));
}

/** The sheets of a file beside the one that is read. */
export function otherSheets(book: SheetBook, { sheet }: SheetGrid): readonly { readonly name: string; readonly isHidden: boolean }[] {
  return book.sheets.filter(({ name }) => name !== sheet.name).map(({ name, isHidden }) => ({ name, isHidden }));
}

/** The departments as a sheet names them: by the names of its recipe too, new ones counted as there. */
export function departmentsNamed(register: Register, { departments }: SheetRecipe, { newDepartments }: SheetAsking): DepartmentBook {
  const names = departments.map(({ id, name }) => [id, name] as const);
  return departmentBook(register, names, newDepartments ?? new Map());
}

/** Merges that make no sense, each at its cell. */
export function brokenMerges({ sheet }: SheetGrid): readonly SheetFault[] {
  return sheet.brokenMerges.map((ref) =>
    faultAt('unclear', 'broken-merge', `${sheet.name}!${ref.split(':')[0] ?? ''}`, 'a merge apart from others', ref),
  );
}

/** Names that departments are proposed for: each is compared with all. */
const MOST_PROPOSED = 300;

/** Names in cells that no department has, each with those it may mean. */
export function unknownDepartments(
  fields: readonly Pick<SheetField<string>, 'fault' | 'cell'>[],
  book: DepartmentBook,
): readonly UnknownDepartment[] {
  const names = new Map<string, { readonly name: string; readonly cells: string[] }>();
  for (const { fault, cell } of fields) {
    if (fault?.code !== 'unknown-department') continue;
    for (const name of fault.found.split('、')) {
      const held = names.get(bareText(name)) ?? { name, cells: [] };
      if (!held.cells.includes(cell)) held.cells.push(cell);
      names.set(bareText(name), held);
    }
  }
  return [...names.values()].map((named, index) => ({ ...named, proposed: index < MOST_PROPOSED ? book.proposed(named.name) : [] }));
}

/** The language most of the words are in: Chinese where most of them have a Chinese character. The district's own where there are no words. */
export function languageOfWords(register: Register, texts: readonly string[]): Language {
  const written = texts.filter((text) => /\p{L}/u.test(text));
  const chinese = written.filter((text) => /\p{Script=Han}/u.test(text)).length;
  if (written.length > 0) return chinese * 2 >= written.length ? 'zh' : 'en';
  const [district] = register.district.values();
  return district?.languages[0] === 'en' ? 'en' : 'zh';
}
