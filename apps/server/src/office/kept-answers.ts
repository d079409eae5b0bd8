/** Bytes of all answers that are kept, and of the largest that is. */
const [MOST_BYTES, LARGEST] = [8 * 1024 * 1024, 512 * 1024];

/** Answers of which it is known what they rest on. */
const MOST_NAMES = 20_000;

/** An answer as it was sent. */
export interface KeptAnswer {
  readonly bytes: Buffer;
  /** By what a caller knows it again. */
  readonly tag: string;
  /** Whom it is the answer of: one, or all that are answered alike. */
  readonly who: string;
  /** What it rests on, as its header tells. */
  readonly reads: string;
}

/** Answers in the bytes they were sent in, for who asks the same before the next deed; of these the last asked for. */
export class KeptAnswers {
  readonly #held = new Map<string, KeptAnswer>();
  /** What each answer rests on, of those that are not kept as well. */
  readonly #reads = new Map<string, string>();
  #bytes = 0;
  /** The deed after which they were made. */
  #seq = 0;

  /** The answer called `name` after the deed `seq`; null where none is kept. */
  of(name: string, seq: number): KeptAnswer | null {
    this.#begin(seq);
    const answer = this.#held.get(name);
    if (answer === undefined) return null;
    this.#held.delete(name);
    this.#held.set(name, answer);
    return answer;
  }

  /** What the answer called `name` rests on; null where none of that name was made after the deed `seq`. */
  readsOf(name: string, seq: number): string | null {
    this.#begin(seq);
    return this.#reads.get(name) ?? null;
  }

  /** Keeps an answer that was made after the deed `seq`, where none was done since and it is not too large. */
  keep(name: string, seq: number, answer: KeptAnswer): void {
    this.#begin(seq);
    if (seq === this.#seq && this.#reads.size < MOST_NAMES) this.#reads.set(name, answer.reads);
    if (seq < this.#seq || answer.bytes.length > LARGEST || this.#held.has(name)) return;
    this.#held.set(name, answer);
    this.#bytes += answer.bytes.length;
    for (const [oldest, { bytes }] of this.#held) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#held.delete(oldest);
      this.#bytes -= bytes.length;
    }
  }

  /** What was made before the last deed is of no use to anyone, and may tell what nobody may know any more. */
  #begin(seq: number): void {
    if (seq <= this.#seq) return;
    this.#held.clear();
    this.#reads.clear();
    this.#bytes = 0;
    this.#seq = seq;
  }
}
