import type { MonthlyColumnName, MonthlyRole } from '@westgate/domain';
import type { ReadRow, ReadSheet } from '../common/read-sheet.ts';
import type { SheetField } from '../common/sheet-field.ts';

/** One cell of a project as it was understood. Amounts are in 10,000 yuan. */
export type MonthField = SheetField<MonthlyColumnName>;

/** A project of the sheet, with what is said of it and of the month. */
export interface MonthRow extends ReadRow<MonthlyColumnName> {
  /** The project it is; null for a new one. */
  readonly project: string | null;
  readonly matchedBy: 'code' | 'words' | null;
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
  /** Completed in the month as stated; null where that follows from the month before. */
  readonly monthFen: number | null;
  /** Completed in the year as stated; null where that follows from the year before. */
  readonly yearFen: number | null;
  /** Which of the two the sheet says. */
  readonly says: readonly ('month' | 'year')[];
  /** The work on site, 0 to 1. */
  readonly share: number | null;
}

/** A monthly sheet as it was understood. */
export interface MonthSheet extends ReadSheet<MonthRow, MonthlyRole> {
  readonly reads: 'monthly';
  /** Null: it has to be asked, and nothing is taken before. */
  readonly month: { readonly value: string; readonly from: 'said' | 'title' } | null;
}
