import type { Deed } from '../journal/deed.ts';

/** Tells deeds to whoever listens: in order of their numbers, each once, however often it comes in. */
export class DigestNotice {
  readonly #listeners = new Set<(deed: Deed) => void>();
  #last: number;

  /** `last`: the deed after which telling begins. */
  constructor(last: number) {
    this.#last = last;
  }

  /** The last deed told. */
  get last(): number {
    return this.#last;
  }

  listen(listener: (deed: Deed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells `deed` unless it was told. Whoever calls this sees to it that the deeds before it were told. */
  tell(deed: Deed): void {
    if (deed.seq <= this.#last) return;
    this.#last = deed.seq;
    for (const listener of this.#listeners) {
      try {
        listener(deed);
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }
}
