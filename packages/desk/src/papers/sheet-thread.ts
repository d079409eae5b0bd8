import { Worker } from 'node:worker_threads';
import type { PaperCell, PaperSheet } from './paper-sheet.ts';

/** Megabytes that a workbook may take while it is written: however long it is, it takes some tens. */
const MEMORY_MB = 256;

/** What the thread is given: a sheet without its rows, rows of the sheet given last, or that this was all. */
export type SheetPart =
  | { readonly sheet: Omit<PaperSheet, 'rows'> }
  | { readonly rows: readonly (readonly PaperCell[])[] }
  | { readonly end: true };

/** What the thread tells: bytes of the workbook, or that what it was given is written. */
export type SheetTold = { readonly bytes: Uint8Array } | { readonly isWritten: true };

/** A thread that writes one workbook: packing it takes longer than gathering its rows, and keeps nobody waiting there. */
export class SheetThread {
  readonly #worker = new Worker(new URL('./sheet.worker.js', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  #bytes: Uint8Array[] = [];
  #isWritten: (bytes: readonly Uint8Array[]) => void = () => undefined;
  #fail: (error: Error) => void = () => undefined;
  #failure: Error | null = null;

  constructor() {
    const failed = (error: Error): void => {
      this.#failure ??= error;
      this.#fail(this.#failure);
    };
    this.#worker.on('message', (told: SheetTold) => {
      if ('bytes' in told) this.#bytes.push(told.bytes);
      else this.#isWritten(this.#bytes.splice(0));
    });
    this.#worker.on('error', (error) => failed(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', (code) => failed(new Error(`the thread that writes a workbook ended with ${code} before it was done`)));
  }

  /** Gives the next part; gives the bytes that are there when it is written, which may be none. One part at a time. */
  give(part: SheetPart): Promise<readonly Uint8Array[]> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      [this.#isWritten, this.#fail] = [resolve, reject];
      this.#worker.postMessage(part);
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
