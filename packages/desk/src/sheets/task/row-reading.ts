import type { Language } from '@westgate/base';
import type { DaySpan, Register } from '@westgate/domain';
import type { DepartmentBook } from '../common/department-names.ts';
import type { SheetRecipe } from '../common/sheet-recipe.ts';
import type { TaskColumn } from './task-head.ts';

/** What is the same for all rows of a reading, and what its rows have told so far. */
export interface RowReading {
  readonly register: Register;
  readonly recipe: SheetRecipe;
  readonly language: Language;
  readonly year: number | null;
  /** The days that a date of the district may name. */
  readonly span: DaySpan;
  readonly departments: DepartmentBook;
  /** The cells are compared with those that Westgate would write. */
  readonly isOurs: boolean;
  readonly sheet: string;
  readonly columns: readonly TaskColumn[];
  readonly hiddenRows: ReadonlySet<number>;
  /** Cells of earlier rows, by what must stand once. */
  readonly seen: { readonly ids: Map<string, string>; readonly numbers: Map<string, string>; readonly tasks: Map<string, string> };
}
