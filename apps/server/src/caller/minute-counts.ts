import { isPerson } from './caller.ts';

const MINUTE_MS = 60_000;
/** Addresses counted apart in a minute; those that come later are counted together. People are as many as there are accounts. */
const MOST_ADDRESSES = 10_000;
const OTHERS = 'others';

/** Counts what each owner does in a minute, in memory that stays small however many come. */
export class MinuteCounts {
  readonly #people = new Map<string, number>();
  readonly #addresses = new Map<string, number>();
  #sinceMs = performance.now();

  /** How often it was done in this minute. */
  of(owner: string): number {
    if (performance.now() - this.#sinceMs >= MINUTE_MS) {
      this.#people.clear();
      this.#addresses.clear();
      this.#sinceMs = performance.now();
    }
    const counts = this.#countsWith(owner);
    return counts.get(this.#nameOf(owner)) ?? 0;
  }

  /** Counts it once more. */
  add(owner: string): void {
    const was = this.of(owner);
    this.#countsWith(owner).set(this.#nameOf(owner), was + 1);
  }

  /** Whole seconds until it is counted anew, at least one. */
  secondsLeft(): number {
    return Math.max(1, Math.ceil((this.#sinceMs + MINUTE_MS - performance.now()) / 1000));
  }

  #countsWith(owner: string): Map<string, number> {
    return isPerson(owner) ? this.#people : this.#addresses;
  }

  #nameOf(owner: string): string {
    const isApart = isPerson(owner) || this.#addresses.has(owner) || this.#addresses.size < MOST_ADDRESSES;
    return isApart ? owner : OTHERS;
  }
}
