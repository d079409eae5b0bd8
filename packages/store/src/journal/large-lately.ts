import { STORE_PERIODS } from '../limits/periods.ts';
import { CHANGES_IN_LINE } from './batch.ts';
import type { Deed } from './deed.ts';

/**
 * The last large deed that this process did itself, as it was written: whoever takes it back need not wait until thousands of changes are read, proven and
 * handed over. Its rows are those that are held anyway.
 */
export class LargeLately {
  #deed: Deed | null = null;
  #forgetting: NodeJS.Timeout | undefined;

  /** Keeps a deed that was just done; one that stands in a line of the journal is soon read from there. */
  note(deed: Deed): void {
    if (deed.changes.length <= CHANGES_IN_LINE) return;
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
