import { writeTextCell } from '@westgate/domain';
import { writeCsv } from '../folder/csv.ts';
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
  let start = '\uFEFF';
  let held: (readonly PaperCell[])[] = label === null ? [head] : [[label], head];
  for await (const row of rows) {
    held.push(row);
    if (held.length < ROWS_A_PIECE) continue;
    yield start + lines(held);
    [start, held] = ['', []];
  }
  yield `${start}${lines(held)}\r\n${lines(notes.map((note) => [note]))}`;
}

function lines(rows: readonly (readonly PaperCell[])[]): string {
  return writeCsv(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? writeTextCell(cell) : cell))),
    '\r\n',
  );
}
