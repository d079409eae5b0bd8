const MINUTE_MS = 60_000;
/** Owners counted apart in a minute; those who come later are counted together. */
const MOST_OWNERS = 10_000;
const OTHERS = 'others';

/** Counts what each owner does in a minute, in memory that stays small however many come. */
export class MinuteCounts {
  readonly #counts = new Map<string, number>();
  #sinceMs = performance.now();

  /** How often it was done in this minute. */
  of(owner: string): number {
    if (performance.now() - this.#sinceMs >= MINUTE_MS) {
      this.#counts.clear();
      this.#sinceMs = performance.now();
    }
    return this.#counts.get(owner) ?? (this.#counts.size < MOST_OWNERS ? 0 : (this.#counts.get(OTHERS) ?? 0));
  }

  /** Counts it once more. */
  add(owner: string): void {
    const was = this.of(owner);
    this.#counts.set(this.#counts.has(owner) || this.#counts.size < MOST_OWNERS ? owner : OTHERS, was + 1);
  }

  /** Whole seconds until it is counted anew, at least one. */
  secondsLeft(): number {
    return Math.max(1, Math.ceil((this.#sinceMs + MINUTE_MS - performance.now()) / 1000));
  }
}
