import { Writable } from 'node:stream';
import { parentPort } from 'node:worker_threads';
import { WorkbookWriter } from '@cj-tech-master/excelts';
import { invariant } from '@westgate/base';
import type { SheetPart, SheetTold } from './sheet-thread.ts';

const WIDTH = 18;
const NOTHING = new Uint8Array(0);

const port = parentPort;
invariant(port, 'this file runs as a worker');
const tell = (told: SheetTold, handed: readonly ArrayBuffer[] = []) => port.postMessage(told, handed);

const out = new Writable({
  write(chunk: Uint8Array, _, done) {
    const bytes = new Uint8Array(chunk);
    tell({ bytes }, [bytes.buffer]);
    done();
  },
});
const book = new WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false, creator: 'Westgate' });
const packed = packing(book);
let page: ReturnType<typeof book.addWorksheet> | null = null;
let last: Promise<void> = Promise.resolve();

port.on('message', (part: SheetPart) => {
  last = last.then(() => write(part));
});

async function write(part: SheetPart): Promise<void> {
  if ('sheet' in part) {
    page?.commit();
    page = begun(part.sheet);
  } else if ('rows' in part) {
    invariant(page, 'a sheet was given before its rows');
    for (const row of part.rows) page.addRow([...row]).commit();
    await packed();
  } else {
    page?.commit();
    await book.commit();
  }
  tell({ isWritten: true });
}

function begun({ name, head, widths = [], label = null }: Extract<SheetPart, { sheet: unknown }>['sheet']): NonNullable<typeof page> {
  const begins = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: label === null ? 1 : 2 }] });
  begins.columns = head.map((_, index) => ({ width: widths[index] ?? WIDTH }));
  for (const row of label === null ? [head] : [[label], head]) {
    const first = begins.addRow([...row]);
    first.font = { bold: true };
    first.commit();
  }
  return begins;
}

/**
 * Waits until what was written to the file begun last is packed. The writer takes rows faster than they are packed, without a limit; an empty
 * piece put behind them is through when they are.
 */
function packing({ zip }: WorkbookWriter): () => Promise<void> {
  let begunLast: Parameters<typeof zip.add>[0] | null = null;
  const add = zip.add.bind(zip);
  zip.add = (file) => {
    begunLast = file;
    add(file);
  };
  return async () => {
    await begunLast?.push(NOTHING);
  };
}
