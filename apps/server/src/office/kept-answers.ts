import type { Rest } from '@westgate/domain';

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
  /** The same as it is: a deed that touches nothing of it leaves the answer as it stands. Null where it is good until the next deed. */
  readonly rest: Rest | null;
}

/** Knows of answers that were made before the last deed whether they hold. */
export interface Standing<Mark> {
  readonly seq: number;
  readonly mark: () => Mark;
  readonly holds: (rest: Rest, since: Mark) => boolean;
}

/** Answers in the bytes they were sent in, for who asks the same as long as nothing they rest on changes; of these the last asked for. */
export class KeptAnswers<Mark> {
  readonly #standing: () => Standing<Mark>;
  readonly #held = new Map<string, KeptAnswer>();
  /** The last deed that an answer was found to hold after. */
  readonly #heldAt = new WeakMap<KeptAnswer, { readonly seq: number; readonly mark: Mark }>();
  /** What each answer rests on, of those that are not kept as well. */
  readonly #reads = new Map<string, string>();
  #bytes = 0;
  /** The deed after which {@link #reads} were noted. */
  #seq = 0;

  /** `standing` tells of now. */
  constructor(standing: () => Standing<Mark>) {
    this.#standing = standing;
  }

  /** The answer kept under a key, where it holds now; null where none is. */
  of(key: string): KeptAnswer | null {
    const answer = this.#held.get(key);
    if (answer === undefined) return null;
    this.#held.delete(key);
    if (!this.stands(answer)) {
      this.#bytes -= answer.bytes.length;
      return null;
    }
    this.#held.set(key, answer);
    return answer;
  }

  /** Whether an answer that was kept would be made the same now, but for the number of the last deed. */
  stands(answer: KeptAnswer): boolean {
    const at = this.#heldAt.get(answer);
    if (at === undefined) return false;
    const now = this.#standing();
    if (at.seq === now.seq) return true;
    if (answer.rest === null || !now.holds(answer.rest, at.mark)) {
      this.#heldAt.delete(answer);
      return false;
    }
    this.#heldAt.set(answer, { seq: now.seq, mark: now.mark() });
    return true;
  }

  /** What the answer called `name` rests on; null where none of that name was made after the deed `seq`. */
  readsOf(name: string, seq: number): string | null {
    this.#begin(seq);
    return this.#reads.get(name) ?? null;
  }

  /** Keeps an answer that was made after the deed `seq` under a key, where none was done since and it is not too large. */
  keep(key: string, seq: number, { name, answer }: { readonly name: string; readonly answer: KeptAnswer }): void {
    this.#begin(seq);
    if (seq === this.#seq && this.#reads.size < MOST_NAMES) this.#reads.set(name, answer.reads);
    const now = this.#standing();
    if (seq !== now.seq) return;
    if (!this.#heldAt.has(answer)) this.#heldAt.set(answer, { seq, mark: now.mark() });
    if (answer.bytes.length > LARGEST || this.#held.has(key)) return;
    this.#held.set(key, answer);
    this.#bytes += answer.bytes.length;
    for (const [oldest, { bytes }] of this.#held) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#held.delete(oldest);
      this.#bytes -= bytes.length;
    }
  }

  #begin(seq: number): void {
    if (seq <= this.#seq) return;
    this.#reads.clear();
    this.#seq = seq;
  }
}
