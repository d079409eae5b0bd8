import { Worker } from 'node:worker_threads';
import { inBackground } from '@westgate/base';
import type { CutAnswer, CutQuestion } from './segment.worker.ts';

/** Cuts Chinese into words, in a thread of its own: its dictionary takes long to load. */
export class Segmenter {
  #worker: Worker | null = null;
  #last = 0;
  #isClosed = false;
  readonly #waiting = new Map<number, (words: readonly string[]) => void>();
  readonly #onError: (error: Error, name: string) => void;

  /** `onError` is told when the thread fails; it is begun anew for the next text. */
  constructor(onError: (error: Error, name: string) => void) {
    this.#onError = onError;
  }

  /** The words of a Chinese text; none where it cannot be cut. `names` are words from now on. */
  cut(text: string, names: readonly string[]): Promise<readonly string[]> {
    if (this.#isClosed) return Promise.resolve([]);
    const worker = this.#start();
    this.#last += 1;
    const question: CutQuestion = { id: this.#last, text, names };
    return new Promise((resolve) => {
      this.#waiting.set(question.id, resolve);
      worker.postMessage(question);
    });
  }

  /** Lets the dictionary load before the first text comes. */
  wake(): void {
    if (this.#worker === null) inBackground('waking the dictionary', () => this.cut('', []), this.#onError);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./segment.worker.js', import.meta.url), { execArgv: [] });
    worker.unref();
    worker.on('message', ({ id, words }: CutAnswer) => {
      this.#waiting.get(id)?.(words);
      this.#waiting.delete(id);
    });
    worker.on('error', (error) => this.#onError(error instanceof Error ? error : new Error(String(error)), 'cutting Chinese'));
    worker.on('exit', () => this.#end(worker));
    this.#worker = worker;
    return worker;
  }

  /** Whoever waits is told no words, so that a search goes on without them. */
  #end(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
    for (const resolve of this.#waiting.values()) resolve([]);
    this.#waiting.clear();
  }
}
