/** Bytes of all answers that are kept, and of the largest that is. */
const [MOST_BYTES, LARGEST] = [8 * 1024 * 1024, 512 * 1024];

/** Answers in the bytes they were sent in, for who asks the same before the next deed; of these the last asked for. */
export class KeptAnswers {
  readonly #held = new Map<string, Buffer>();
  #bytes = 0;
  /** The deed after which they were made. */
  #seq = 0;

  /** The answer called `name` after the deed `seq`; null where none is kept. */
  of(name: string, seq: number): Buffer | null {
    this.#begin(seq);
    const answer = this.#held.get(name);
    if (answer === undefined) return null;
    this.#held.delete(name);
    this.#held.set(name, answer);
    return answer;
  }

  /** Keeps an answer that was made after the deed `seq`, where none was done since and it is not too large. */
  keep(name: string, seq: number, answer: Buffer): void {
    this.#begin(seq);
    if (seq < this.#seq || answer.length > LARGEST || this.#held.has(name)) return;
    this.#held.set(name, answer);
    this.#bytes += answer.length;
    for (const [oldest, { length }] of this.#held) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#held.delete(oldest);
      this.#bytes -= length;
    }
  }

  /** What was made before the last deed is of no use to anyone, and may tell what nobody may know any more. */
  #begin(seq: number): void {
    if (seq <= this.#seq) return;
    this.#held.clear();
    this.#bytes = 0;
    this.#seq = seq;
  }
}
