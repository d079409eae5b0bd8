import { writeTextCell } from '@westgate/domain';
import type { PaperCell, PaperSheet } from './paper-sheet.ts';

/** Rows in one piece. */
const ROWS_A_PIECE = 200;

/**
 * A list as CSV (RFC 4180) in pieces: UTF-8 with a byte order mark, CRLF, a label in a line of its own where there is one, the head, then the
 * rows, then `notes` as lines of one cell after an empty one. A text that a spreadsheet would run as a formula gets an apostrophe before it;
 * numbers stay numbers.
 */
export async function* csvPieces(
  { head, rows, label = null }: Pick<PaperSheet, 'head' | 'rows' | 'label'>,
  notes: readonly string[],
): AsyncGenerator<string> {
  let piece = `\uFEFF${label === null ? '' : lineOf([label])}${lineOf(head)}`;
  let count = 0;
  for await (const row of rows) {
    piece += lineOf(row);
    count += 1;
    if (count % ROWS_A_PIECE > 0) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\r\n${notes.map((note) => lineOf([note])).join('')}`;
}

function lineOf(cells: readonly PaperCell[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: PaperCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = writeTextCell(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
