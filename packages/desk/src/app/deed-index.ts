import { noteDeed } from '@westgate/domain';
import type { DeedSummary } from '@westgate/store';

/** Which deed was taken back by which, kept as deeds come in. */
export class DeedIndex {
  readonly #undoneBy = new Map<number, number>();

  /** Takes a deed into account. */
  add({ seq, undoes }: Pick<DeedSummary, 'seq' | 'undoes'>): void {
    if (undoes !== null) this.#undoneBy.set(undoes, Math.max(seq, this.#undoneBy.get(undoes) ?? 0));
  }

  /** The deed that took `seq` back and still stands; null where it holds. */
  undoneBy(seq: number): number | null {
    noteDeed(seq);
    const undo = this.#undoneBy.get(seq);
    return undo !== undefined && this.undoneBy(undo) === null ? undo : null;
  }
}
