import { STORE_PERIODS } from '../limits/periods.ts';
import type { Deed } from './deed.ts';

/** A deed of fewer changes is soon read from the journal. */
const LARGE = 500;

/**
 * The last large deed that this process did itself, as it was written: whoever takes it back need not wait until thousands of changes are read, proven and
 * handed over. Its rows are those that are held anyway.
 */
export class LargeLately {
  #deed: Deed | null = null;
  #forgetting: NodeJS.Timeout | undefined;

  /** Keeps a deed that was just done; a small one is not kept. */
  note(deed: Deed): void {
    if (deed.changes.length <= LARGE) return;
    this.forget();
    this.#deed = deed;
    this.#forgetting = setTimeout(() => this.forget(), STORE_PERIODS.largeKeptMs).unref();
  }

  /** The deed of this number, where it is the one that is kept. */
  find(seq: number): Deed | null {
    return this.#deed?.seq === seq ? this.#deed : null;
  }

  /** Keeps none: names in it may have been erased, or the journal was mended. */
  forget(): void {
    clearTimeout(this.#forgetting);
    this.#deed = null;
  }
}
