import type { SheetFault, SheetNoteCode, TaskField } from './task-sheet.ts';

/** A cell of a row, filled or empty: the column is there. */
export interface Slot {
  /** `Sheet1!C7`. */
  readonly name: string;
  /** What it shows, on one line; empty for an empty cell. */
  readonly text: string;
  /** The same with its line breaks. */
  readonly said: string;
  /** What units are read from: with line breaks, without the heads of joined columns. */
  readonly units: string;
  /** It is a number in the sheet, not text. */
  readonly isNumber: boolean;
}

/** What was understood of a cell, before it is compared with what is held. */
export interface FieldDraft {
  readonly value: TaskField['value'];
  readonly rule?: string | null;
  readonly notes?: readonly SheetNoteCode[];
  readonly fault?: SheetFault | null;
  readonly candidates?: readonly string[];
  /** Departments that stand behind the first in the cell of the lead. */
  readonly others?: readonly string[];
}
