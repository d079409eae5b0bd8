import { parentPort } from 'node:worker_threads';
import { invariant, WestgateError } from '@westgate/base';
import { readDelimited } from './read-delimited.ts';
import { readXlsx } from './read-xlsx.ts';
import type { SheetBook } from './sheet-book.ts';
import { sheetUnreadable } from './sheet-unreadable.ts';

/** A file to read. */
export interface SheetQuestion {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly kind: SheetBook['kind'];
}

/** Its cells, or why not: the message and details of a `WG_SHEET_UNREADABLE`. */
export type SheetAnswer = { readonly book: SheetBook } | { readonly message: string; readonly details: Readonly<Record<string, unknown>> };

const port = parentPort;
invariant(port, 'this file runs as a worker');
port.on('message', (question: SheetQuestion) => void read(question).then((answer) => port.postMessage(answer)));

async function read({ bytes, fileName, kind }: SheetQuestion): Promise<SheetAnswer> {
  try {
    return { book: kind === 'xlsx' ? await readXlsx(bytes, fileName) : readDelimited(bytes, fileName, kind) };
  } catch (error) {
    const known = error instanceof WestgateError ? error : sheetUnreadable(fileName, `a sound .${kind}`, reasonOf(error));
    return { message: known.message, details: known.details };
  }
}

/** What the parser stumbled over: a file no program wrote can break it anywhere. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'another file';
}
