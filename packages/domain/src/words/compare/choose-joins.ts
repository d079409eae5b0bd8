import { findJoins, type Join } from './find-joins.ts';
import type { Like } from './likeness.ts';
import type { LooseLikes } from './loose-likes.ts';

/** Splits (an old whole, new parts) and merges (a new whole, old parts), each in the order of the wholes. No sentence stands in two. */
export interface Joins {
  readonly splits: readonly Join[];
  readonly merges: readonly Join[];
}

/** The splits and merges among the loose sentences; where two need the same sentence, the clearer one. */
export function chooseJoins(likes: LooseLikes): Joins {
  const [looseOld, looseNew] = [new Set(likes.looseOld), new Set(likes.looseNew)];
  const [isLooseOld, isLooseNew] = [new Set(looseOld), new Set(looseNew)];
  const oldLikes = memo((index) => likes.ofOld(index).filter((like) => isLooseNew.has(like.index)));
  const newLikes = memo((index) => likes.ofNew(index).filter((like) => isLooseOld.has(like.index)));
  const found = [
    ...findJoins(likes.looseOld, oldLikes, newLikes).map((join) => ({ join, isSplit: true })),
    ...findJoins(likes.looseNew, newLikes, oldLikes).map((join) => ({ join, isSplit: false })),
  ].sort((a, b) => b.join.similarity - a.join.similarity);
  const chosen = found.filter(({ join: { whole, parts }, isSplit }) => {
    const [wholes, others] = isSplit ? [looseOld, looseNew] : [looseNew, looseOld];
    if (!wholes.has(whole) || !parts.every((part) => others.has(part))) return false;
    wholes.delete(whole);
    for (const part of parts) others.delete(part);
    return true;
  });
  const inOrder = (isSplit: boolean): readonly Join[] =>
    chosen
      .filter((each) => each.isSplit === isSplit)
      .map(({ join }) => join)
      .sort((a, b) => a.whole - b.whole);
  return { splits: inOrder(true), merges: inOrder(false) };
}

function memo(make: (index: number) => readonly Like[]): (index: number) => readonly Like[] {
  const made = new Map<number, readonly Like[]>();
  return (index) => {
    const known = made.get(index) ?? make(index);
    made.set(index, known);
    return known;
  };
}
