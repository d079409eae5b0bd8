import { cellName } from '../file/sheet-book.ts';
import { faultAt } from './sheet-fault.ts';
import type { SheetFault, SheetField, SheetNoteCode } from './sheet-field.ts';
import type { SeenCell } from './sheet-grid.ts';

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
  readonly value: SheetField<string>['value'];
  readonly rule?: string | null;
  readonly notes?: readonly SheetNoteCode[];
  readonly fault?: SheetFault | null;
  readonly candidates?: readonly string[];
  /** Departments that stand behind the first in the cell of the lead. */
  readonly others?: readonly string[];
}

/** The cell at a place; an empty one where nothing stands there. */
export function slotOf(sheet: string, row: number, column: number, cell: SeenCell | null): Slot {
  if (cell === null) return { name: cellName(sheet, row, column), text: '', said: '', units: '', isNumber: false };
  return { name: cell.name, text: cell.text, said: cell.said, units: cell.units ?? cell.said, isNumber: cell.cell.value.kind === 'number' };
}

/** What is wrong with what a cell holds. */
export function valueFault({ name, cell }: SeenCell): SheetFault | null {
  if (cell.value.kind === 'error') return faultAt('faulty', 'error-value', name, 'a value', cell.value.error);
  if (cell.value.kind !== 'none') return null;
  return faultAt(
    'faulty',
    'formula-without-value',
    name,
    'a formula with its value: open the file and save it again',
    `=${cell.formula ?? ''}`,
  );
}
