import type { Language } from '@westgate/base';
import type { MonthlyColumnName, MonthlyRole } from '@westgate/domain';
import type { SkippedRow } from '../common/row-kinds.ts';
import type { FieldState, SheetFault, SheetField, SheetNoteCode, UnknownDepartment } from '../common/sheet-field.ts';
import type { HeadColumn } from '../common/sheet-head.ts';

/** One cell of a project as it was understood. Amounts are in 10,000 yuan. */
export type MonthField = SheetField<MonthlyColumnName>;

/** A project of the sheet, with what is said of it and of the month. */
export interface MonthRow {
  /** As in the margin of the sheet. */
  readonly row: number;
  readonly section: readonly string[];
  /** The row of the project that this one is a part of; null for one that stands by itself. */
  readonly parent: number | null;
  readonly number: string | null;
  /** The project it is; null for a new one. */
  readonly project: string | null;
  readonly matchedBy: 'code' | 'words' | null;
  /** The worst of its fields, else `changed` or `new` where any is. */
  readonly state: FieldState;
  readonly fields: readonly MonthField[];
  readonly notes: readonly SheetNoteCode[];
  /** What is meant, for the deed. */
  readonly meaning: MonthMeaning;
}

/** What a row says, in the terms of the district; null is not said, and takes nothing back. */
interface MonthMeaning {
  readonly name: string;
  readonly lead: string | null;
  readonly leadWords: string | null;
  /** What is kept as stated, by the column of the sheet. */
  readonly said: Readonly<Partial<Record<MonthlyColumnName, string>>>;
  readonly totalFen: number | null;
  readonly planFen: number | null;
  /** Completed to the end of the year before, where nothing was reported of its December. */
  readonly baseFen: number | null;
  readonly completedFen: number | null;
  /** As stated, where it does not follow from the month or the year before. */
  /** What is kept as stated; null where it follows. Of what the sheet does not say nothing is told: `says`. */
  readonly monthFen: number | null;
  readonly yearFen: number | null;
  readonly says: readonly ('month' | 'year')[];
  /** The work on site, 0 to 1. */
  readonly share: number | null;
}

/** A monthly sheet as it was understood. */
export interface MonthSheet {
  readonly reads: 'monthly';
  readonly sheet: string;
  /** The kept recipe that it was read by, by its id: the one that was named, or the one whose heads it has. */
  readonly recipe: string | null;
  readonly title: string;
  readonly language: Language;
  /** Null: it has to be asked, and nothing is taken before. */
  readonly month: { readonly value: string; readonly from: 'said' | 'title' } | null;
  readonly head: { readonly top: number; readonly bottom: number };
  readonly columns: readonly HeadColumn<MonthlyRole>[];
  readonly rows: readonly MonthRow[];
  readonly skipped: readonly SkippedRow[];
  readonly faults: readonly SheetFault[];
  /** Heads of filled columns that nothing is kept of. */
  readonly notKept: readonly { readonly head: string; readonly role: MonthlyRole | null }[];
  readonly unknownDepartments: readonly UnknownDepartment[];
  /** Projects that such a sheet had before and no row is about. They stay as they are. */
  readonly absent: readonly string[];
  readonly otherSheets: readonly { readonly name: string; readonly isHidden: boolean }[];
}
