import { Worker } from 'node:worker_threads';
import { WestgateError } from '@westgate/base';
import { SHEET_LIMITS, type SheetBook } from './sheet-book.ts';
import { sheetUnreadable } from './sheet-unreadable.ts';
import type { SheetAnswer, SheetQuestion } from './sheets.worker.ts';

const THREAD = {
  /** Megabytes of JavaScript objects: a sheet at the limits takes half of it. */
  memoryMb: 1_024,
  /** A sheet at the limits takes a few seconds. */
  readMs: 60_000,
  /** The thread ends when nobody asked for so long. */
  idleMs: 15_000,
} as const;

/** What other kinds of file begin with. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['\u00d0\u00cf\u0011\u00e0', 'the old .xls format, or a file with a password: save it as .xlsx without one'],
  ['{\\rtf', 'a rich text document'],
];
const ZIP = 'PK\u0003\u0004';

let worker: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * The cells of an .xlsx, .csv or .tsv file, by its name. Read in a thread of its own, one file after the other, within limits of size,
 * memory and time. Throws `WG_SHEET_UNREADABLE` that says what was expected, what came, and where.
 */
export function readSheet(bytes: Uint8Array, fileName: string): Promise<SheetBook> {
  const reading = last.then(() => readNow(bytes, fileName));
  last = reading.catch(() => undefined);
  return reading;
}

async function readNow(bytes: Uint8Array, fileName: string): Promise<SheetBook> {
  const kind = kindOf(bytes, fileName);
  clearTimeout(idle);
  const answer = await ask({ bytes, fileName, kind });
  idle = setTimeout(() => void endThread(), THREAD.idleMs).unref();
  if ('book' in answer) return answer.book;
  throw new WestgateError('WG_SHEET_UNREADABLE', answer.message, answer.details);
}

function kindOf(bytes: Uint8Array, fileName: string): SheetBook['kind'] {
  const most = SHEET_LIMITS.fileBytes;
  if (bytes.length > most) throw sheetUnreadable(fileName, `at most ${most / 1e6} MB`, `${(bytes.length / 1e6).toFixed(1)} MB`);
  if (bytes.length === 0) throw sheetUnreadable(fileName, 'a file that holds something', 'an empty one');
  const begin = String.fromCharCode(...bytes.subarray(0, 8));
  const other = SIGNATURES.find(([signature]) => begin.startsWith(signature));
  if (other !== undefined) throw sheetUnreadable(fileName, 'an .xlsx, .csv or .tsv file', other[1]);
  const ending = /\.[^.]+$/.exec(fileName.toLowerCase())?.[0] ?? '';
  switch (ending) {
    case '.xlsx':
    case '.xlsm':
      if (!begin.startsWith(ZIP)) throw sheetUnreadable(fileName, 'an .xlsx, as its name says', 'a file of another kind');
      return 'xlsx';
    case '.csv':
    case '.tsv':
      if (begin.startsWith(ZIP)) throw sheetUnreadable(fileName, 'plain text, as its name says', 'a zip archive or .xlsx');
      return ending === '.tsv' ? 'tsv' : 'csv';
    case '.xls':
    case '.et':
      throw sheetUnreadable(fileName, 'an .xlsx, .csv or .tsv file', `${ending}: save it as .xlsx`);
    default:
      throw sheetUnreadable(fileName, 'an .xlsx, .csv or .tsv file', ending === '' ? 'a name without an ending' : ending);
  }
}

/** Asks the thread; one that fails or does not answer in time is ended, and the next file gets a new one. */
function ask(question: SheetQuestion): Promise<SheetAnswer> {
  const thread = startThread();
  thread.ref();
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(refusal(question, `more than ${THREAD.readMs / 1000} seconds of work`)), THREAD.readMs);
    const hear = (answer: SheetAnswer): void => finish(answer, true);
    const fail = (error: unknown): void => finish(refusal(question, reasonOf(error)));
    const end = (): void => finish(refusal(question, 'one at which reading broke off'));
    const finish = (answer: SheetAnswer, isWell = false): void => {
      clearTimeout(timer);
      thread.off('message', hear).off('error', fail).off('exit', end);
      thread.unref();
      if (!isWell) void endThread();
      resolve(answer);
    };
    thread.on('message', hear).on('error', fail).on('exit', end);
    thread.postMessage(question);
  });
}

function startThread(): Worker {
  if (worker) return worker;
  const limits = { maxOldGenerationSizeMb: THREAD.memoryMb, maxYoungGenerationSizeMb: 64 };
  worker = new Worker(new URL('./sheets.worker.js', import.meta.url), { execArgv: [], resourceLimits: limits });
  worker.unref();
  return worker;
}

async function endThread(): Promise<void> {
  const ended = worker;
  worker = null;
  await ended?.terminate();
}

function refusal({ fileName }: SheetQuestion, found: string): SheetAnswer {
  const { message, details } = sheetUnreadable(fileName, 'a sheet that can be read', found);
  return { message, details };
}

function reasonOf(error: unknown): string {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isMemory) return 'one that takes more memory than there is for it';
  return error instanceof Error ? error.message.slice(0, 200) : 'one at which reading broke off';
}
