import { readFileSync } from 'node:fs';
import { xlsxOf } from './raw-xlsx.ts';

/** A sheet that somebody made who knew no code, as cells and merges. */
export interface BlindSheet {
  readonly name: string;
  readonly cols: number;
  readonly head_rows: readonly [number, number];
  readonly body_rows: readonly [number, number];
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly string[];
}

/** A file of the folder `blind`, see its README. */
export function blind<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`../../../test/sheets/blind/${file}`, import.meta.url), 'utf8')) as T;
}

/** The bytes of such a sheet as an .xlsx with its merges. */
export function xlsxOfBlind({ name, rows, merges }: BlindSheet): Buffer {
  return xlsxOf([{ name, rows: rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell))), merges }]);
}

/** What is seen at a place, rows and columns from 1, merges looked through, blanks at the ends of lines left out. */
export function seenIn({ rows, merges }: BlindSheet): (row: number, column: number) => string {
  const spans = merges.map((ref) => {
    const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
    return { left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) };
  });
  return (row, column) => {
    const span = spans.find(({ left, top, right, bottom }) => left <= column && column <= right && top <= row && row <= bottom);
    return trimmed(rows[(span?.top ?? row) - 1]?.[(span?.left ?? column) - 1] ?? '');
  };
}

/** Words without blanks at the ends of their lines. */
export function trimmed(text: string): string {
  return text.replaceAll(/[^\S\n]+(?=\n|$)/g, '').trim();
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
