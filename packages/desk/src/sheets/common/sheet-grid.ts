import { cellName, type Merge, type Sheet, type SheetCell } from '../file/sheet-book.ts';
import { flatText, linesOf } from './flat-text.ts';

/** A cell as it is seen at a place: within a merge, its first cell. */
export interface SeenCell {
  readonly cell: SheetCell;
  /** Where the value stands. */
  readonly row: number;
  readonly column: number;
  readonly merge: Merge | null;
  /** `Sheet1!C7`, of the value. */
  readonly name: string;
  /** What it shows, on one line. */
  readonly text: string;
  /** The same with its line breaks; of columns that were joined, each behind its head. */
  readonly said: string;
  /** Of columns of units that were joined: their units without the heads. */
  readonly units?: string;
}

/** A sheet by row and column, merges looked through. */
export interface SheetGrid {
  readonly sheet: Sheet;
  readonly lastRow: number;
  readonly lastColumn: number;
  at(row: number, column: number): SeenCell | null;
  /** The merge that covers a place. */
  mergeAt(row: number, column: number): Merge | null;
  /** The filled cells that a row itself has, by column. */
  cellsOf(row: number): ReadonlyMap<number, SheetCell>;
  /** The filled cells seen in a row, each once. */
  inRow(row: number): readonly SeenCell[];
}

const NO_CELLS: ReadonlyMap<number, SheetCell> = new Map();

/** Looks at a sheet by row and column. */
export function gridOf(sheet: Sheet): SheetGrid {
  const rows = new Map(sheet.rows.map(({ number, cells }) => [number, cells]));
  const cells = new Map<number, ReadonlyMap<number, SheetCell>>();
  /** The cells of a row: most rows of a long sheet are looked at by no column. */
  const rowAt = (row: number): ReadonlyMap<number, SheetCell> | undefined => {
    const own = cells.has(row) ? undefined : rows.get(row);
    if (own) cells.set(row, new Map(own.map((cell) => [cell.column, cell])));
    return cells.get(row);
  };
  const lastRow = sheet.rows.at(-1)?.number ?? 0;
  const lastColumn = sheet.rows.reduce((last, { cells: own }) => Math.max(last, own.at(-1)?.column ?? 0), 0);
  const merges = new Map<number, Merge[]>();
  for (const merge of sheet.merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, lastRow); row += 1) {
      const held = merges.get(row);
      if (held) held.push(merge);
      else merges.set(row, [merge]);
    }
  }
  const mergeAt = (row: number, column: number): Merge | null =>
    merges.get(row)?.find(({ left, right }) => left <= column && column <= right) ?? null;
  const at = (row: number, column: number): SeenCell | null => {
    const merge = mergeAt(row, column);
    const place = merge ? { row: merge.top, column: merge.left } : { row, column };
    const cell = rowAt(place.row)?.get(place.column);
    if (!cell) return null;
    const name = cellName(sheet.name, place.row, place.column);
    return { cell, ...place, merge, name, text: flatText(cell.shown), said: linesOf(cell.shown) };
  };
  return {
    sheet,
    lastRow,
    lastColumn,
    at,
    mergeAt,
    cellsOf: (row) => rowAt(row) ?? NO_CELLS,
    inRow: (row) => {
      const seen = new Map<string, SeenCell>();
      for (let column = 1; column <= lastColumn; column += 1) {
        const found = at(row, column);
        if (found) seen.set(found.name, found);
      }
      return [...seen.values()];
    },
  };
}
