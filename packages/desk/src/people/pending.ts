interface Kept<Asked> {
  readonly asked: Asked;
  readonly untilMs: number;
}

/**
 * What was asked and is not answered yet: each can be answered once, for a while. In memory, as much as is said here; beyond it the oldest go. After
 * a restart one asks anew.
 */
export class Pending<Asked> {
  readonly #kept = new Map<string, Kept<Asked>>();
  readonly #lifeMs: number;
  readonly #most: number;

  constructor(lifeMs: number, most: number) {
    this.#lifeMs = lifeMs;
    this.#most = most;
  }

  /** Keeps what is asked under a word that nobody can guess. */
  put(key: string, asked: Asked, nowMs: number): void {
    this.#kept.set(key, { asked, untilMs: nowMs + this.#lifeMs });
    for (const [each, { untilMs }] of this.#kept) {
      if (untilMs > nowMs && this.#kept.size <= this.#most) break;
      this.#kept.delete(each);
    }
  }

  /** What was asked under `key`, and forgets it; null where nothing was, it was answered already, or too long ago. */
  take(key: string, nowMs: number): Asked | null {
    const kept = this.#kept.get(key);
    this.#kept.delete(key);
    return kept && nowMs < kept.untilMs ? kept.asked : null;
  }
}
