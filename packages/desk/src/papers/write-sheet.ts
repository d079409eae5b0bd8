import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { WorkbookWriter } from '@cj-tech-master/excelts';
import type { PaperSheet } from './paper-sheet.ts';

/** Rows between two looks at whoever takes the bytes; others of this process get their turn there. */
const ROWS_A_TURN = 100;
/** Bytes that may wait for the taker. */
const WAITING_BYTES = 1 << 20;
/** Rows that a sheet of Excel has, its head among them. */
export const SHEET_ROWS = 1_048_576;
const WIDTH = 18;
const NOTHING = new Uint8Array(0);

/**
 * A workbook (.xlsx) as it is written: rows are taken as fast as the bytes are, so that a long list needs no more memory than a short one.
 * A text is written as a text: what looks like a formula is none. Where `rows` fails, the stream ends with that error and the file is not
 * whole. A label stands in a row of its own above the head.
 */
export function writeSheet(sheets: readonly PaperSheet[]): Readable {
  const out = new PassThrough({ highWaterMark: WAITING_BYTES });
  fill(out, sheets).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}

async function fill(out: PassThrough, sheets: readonly PaperSheet[]): Promise<void> {
  const { WorkbookWriter: Writer } = await import('@cj-tech-master/excelts');
  const book = new Writer({ stream: out, useStyles: true, useSharedStrings: false, creator: 'Westgate' });
  const packed = packing(book);
  for (const { name, head, rows, widths = [], label = null } of sheets) {
    const page = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: label === null ? 1 : 2 }] });
    page.columns = head.map((_, index) => ({ width: widths[index] ?? WIDTH }));
    for (const row of label === null ? [head] : [[label], head]) {
      const first = page.addRow([...row]);
      first.font = { bold: true };
      first.commit();
    }
    let count = 0;
    for await (const row of rows) {
      page.addRow([...row]).commit();
      count += 1;
      if (count % ROWS_A_TURN === 0) await room(out, packed);
    }
    page.commit();
  }
  await book.commit();
}

/**
 * Waits until what was written to the file begun last is packed. The writer takes rows faster than they are packed, without a limit; an empty
 * piece put behind them is through when they are.
 */
function packing({ zip }: WorkbookWriter): () => Promise<void> {
  let last: Parameters<typeof zip.add>[0] | null = null;
  const add = zip.add.bind(zip);
  zip.add = (file) => {
    last = file;
    add(file);
  };
  return async () => {
    await last?.push(NOTHING);
  };
}

/** Waits until what was written is packed and the taker has room. Throws where it has gone. */
async function room(out: PassThrough, packed: () => Promise<void>): Promise<void> {
  await packed();
  if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  else await turn();
  if (out.destroyed) throw new Error('whoever asked for the sheet has gone');
}
