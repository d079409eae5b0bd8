import { isPerson } from './caller.ts';

/** Addresses counted apart in a window; those that come later are counted together. People are as many as there are accounts. */
const MOST_ADDRESSES = 10_000;
const OTHERS = 'others';
const MINUTE_MS = 60_000;

/** Counts what each owner does, window after window, in memory that stays small however many come. */
export class WindowCounts {
  readonly #windowMs: number;
  readonly #people = new Map<string, number>();
  readonly #addresses = new Map<string, number>();
  #all = 0;
  #sinceMs = performance.now();

  /** `minutes`: how long a window is. */
  constructor(minutes = 1) {
    this.#windowMs = minutes * MINUTE_MS;
  }

  /** How often it was done in this window, by whomever. */
  get all(): number {
    this.#begin();
    return this.#all;
  }

  /** How often an owner did it in this window. */
  of(owner: string): number {
    this.#begin();
    const counts = this.#countsWith(owner);
    return counts.get(this.#nameOf(owner)) ?? 0;
  }

  /** Counts it once more. */
  add(owner: string): void {
    const was = this.of(owner);
    this.#countsWith(owner).set(this.#nameOf(owner), was + 1);
    this.#all += 1;
  }

  /** Whole seconds until it is counted anew, at least one. */
  secondsLeft(): number {
    return Math.max(1, Math.ceil((this.#sinceMs + this.#windowMs - performance.now()) / 1000));
  }

  #begin(): void {
    if (performance.now() - this.#sinceMs < this.#windowMs) return;
    this.#people.clear();
    this.#addresses.clear();
    this.#all = 0;
    this.#sinceMs = performance.now();
  }

  #countsWith(owner: string): Map<string, number> {
    return isPerson(owner) ? this.#people : this.#addresses;
  }

  #nameOf(owner: string): string {
    const isApart = isPerson(owner) || this.#addresses.has(owner) || this.#addresses.size < MOST_ADDRESSES;
    return isApart ? owner : OTHERS;
  }
}
