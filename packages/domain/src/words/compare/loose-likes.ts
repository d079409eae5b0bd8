import type { Like } from './likeness.ts';
import { likenessOf } from './likeness.ts';
import type { Match } from './match-equal.ts';

/** The sentences for which no equal text was found, and how alike each is to all of the other side, those with an equal text too. */
export interface LooseLikes {
  /** Positions, in order. */
  readonly looseOld: readonly number[];
  readonly looseNew: readonly number[];
  /** Of a loose sentence to every sentence of the other side that is at all like it. */
  ofOld(index: number): readonly Like[];
  ofNew(index: number): readonly Like[];
  similarity(old: number, fresh: number): number;
  /** The sentence before or the one after is the same text for both. */
  isInPlace(old: number, fresh: number): boolean;
}

/** Compares the normal texts of two sides but for what `equal` has paired. */
export function looseLikes(old: readonly string[], fresh: readonly string[], equal: readonly Match[]): LooseLikes {
  const oldPaired = new Set(equal.map((match) => match.old));
  const newPaired = new Set(equal.map((match) => match.fresh));
  const looseOld = [...old.keys()].filter((index) => !oldPaired.has(index));
  const looseNew = [...fresh.keys()].filter((index) => !newPaired.has(index));
  const likeness = likenessOf(old, fresh);
  const oldLikes = new Map(looseOld.map((index) => [index, likeness.ofOld(index)]));
  const newLikes = new Map(looseNew.map((index) => [index, likeness.ofNew(index)]));
  return {
    looseOld,
    looseNew,
    ofOld: (index) => oldLikes.get(index) ?? [],
    ofNew: (index) => newLikes.get(index) ?? [],
    similarity: (from, to) => oldLikes.get(from)?.find(({ index }) => index === to)?.similarity ?? 0,
    isInPlace: (from, to) => old[from - 1] === fresh[to - 1] || old[from + 1] === fresh[to + 1],
  };
}
