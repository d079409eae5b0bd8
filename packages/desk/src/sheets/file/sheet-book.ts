import type { CellValue } from '@westgate/domain';

/** A filled cell. */
export interface SheetCell {
  /** Column from 1. */
  readonly column: number;
  readonly value: CellValue;
  /** What a person sees: the text; a number with all its digits, or in per cent; a day as `2024-06-30`. */
  readonly shown: string;
  /** The formula that gave the value when the file was saved; null for a value that was typed. */
  readonly formula: string | null;
}

/** A row that has filled cells. */
export interface SheetRow {
  /** As in the margin of the sheet, from 1. */
  readonly number: number;
  readonly isHidden: boolean;
  /** By column. */
  readonly cells: readonly SheetCell[];
}

/** Cells that are drawn as one; its value stands in the first. Rows and columns from 1, the last ones included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet of a file. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** Columns from 1. */
  readonly hiddenColumns: readonly number[];
  /** Merges that overlap others or make no sense, as the file writes them; they are passed over. */
  readonly brokenMerges: readonly string[];
}

/** A file of sheets as it was read: plain values, nothing of its program left. */
export interface SheetBook {
  readonly kind: 'xlsx' | 'csv' | 'tsv';
  readonly fileName: string;
  /** `xlsx`, or how the text was written. */
  readonly encoding: string;
  /** Days are counted from 1904; they are read as what they show. */
  readonly countsFrom1904: boolean;
  readonly sheets: readonly Sheet[];
}

/** What a file of sheets may hold at most. */
export const SHEET_LIMITS = {
  fileBytes: 20_000_000,
  /** Bytes beyond the size of the file: pictures do not shrink in it. */
  unpackedBytes: 100_000_000,
  /** `<` and `=` in all its parts. */
  marks: 5_000_000,
  sheets: 100,
  rows: 50_000,
  columns: 200,
  /** Filled cells in all sheets. */
  cells: 600_000,
  /** Characters of one cell. */
  cellLength: 32_767,
  /** Characters of all cells. */
  characters: 20_000_000,
} as const;

/** `C7`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** `Sheet1!C7`, the name in quotes where it is not one word. */
export function cellName(sheet: string, row: number, column: number): string {
  return `${/^[\p{L}\p{N}_.]+$/u.test(sheet) ? sheet : `'${sheet}'`}!${cellAddress(row, column)}`;
}

/** `A` for 1, `AA` for 27. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** Row and column of an address such as `C7`; null for anything else. Whatever lies beyond 9,999,999 is no address. */
export function placeOfAddress(address: string): { readonly row: number; readonly column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,5})\$?([1-9]\d{0,6})$/.exec(address) ?? [];
  if (letters === '') return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}
