import { Readable } from 'node:stream';
import type { PaperCell, PaperRows, PaperSheet } from './paper-sheet.ts';
import { SheetThread } from './sheet-thread.ts';

/** Rows handed over at a time. */
const ROWS_A_TURN = 100;
/** Rows that a sheet of Excel has, its head among them. */
export const SHEET_ROWS = 1_048_576;

let last: Promise<unknown> = Promise.resolve();

/**
 * A workbook (.xlsx) as it is written: rows are taken as fast as the bytes are, so that a long list needs no more memory than a short one. It is
 * written in a thread of its own, one workbook at a time. A text is written as a text: what looks like a formula is none. Where `rows` fails, the
 * stream ends with that error and the file is not whole. A label stands in a row of its own above the head.
 */
export function writeSheet(sheets: readonly PaperSheet[]): Readable {
  return Readable.from(inTurn(sheets), { objectMode: false });
}

async function* inTurn(sheets: readonly PaperSheet[]): AsyncGenerator<Uint8Array, void> {
  const before = last;
  let end = (): void => undefined;
  last = new Promise<void>((resolve) => {
    end = resolve;
  });
  try {
    await before;
    yield* bytesOf(sheets);
  } finally {
    end();
  }
}

async function* bytesOf(sheets: readonly PaperSheet[]): AsyncGenerator<Uint8Array, void> {
  const thread = new SheetThread();
  try {
    for (const { rows, ...sheet } of sheets) {
      yield* await thread.give({ sheet });
      for await (const some of together(rows)) yield* await thread.give({ rows: some });
    }
    yield* await thread.give({ end: true });
  } finally {
    await thread.stop();
  }
}

/** The rows, so many at a time as are handed over at once. */
async function* together(rows: PaperRows): AsyncGenerator<readonly (readonly PaperCell[])[], void> {
  let some: (readonly PaperCell[])[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < ROWS_A_TURN) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
