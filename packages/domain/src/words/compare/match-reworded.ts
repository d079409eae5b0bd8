import { assignBest, type Edge } from './assign.ts';
import type { Like } from './likeness.ts';
import type { LooseLikes } from './loose-likes.ts';
import type { Match } from './match-equal.ts';

/** When a changed sentence is taken for the same one. */
export const REWORDED = {
  /** At least this alike where a neighbour is still the same … */
  least: 0.24,
  /** … and this alike elsewhere. */
  leastElsewhere: 0.3,
  /** More alike than any other pair that either of the two could make, by this much … */
  lead: 0.1,
  /** … and the other pair at most this share as alike. */
  rivalShare: 0.75,
  /** A rival that stands where the old sentence stood, while this one does not, need only be this alike to raise a doubt. */
  rivalInPlace: 0.2,
} as const;

/** Sentences that are weighed for each one in the assignment. */
const CHOICES = 8;
/** What order is worth where two assignments are as alike. */
const ORDER_VALUE = 0.001;

/** The best assignment of these loose sentences, as far as it is beyond doubt. */
export function matchReworded(likes: LooseLikes, olds: readonly number[], news: ReadonlySet<number>): readonly Match[] {
  const [oldRank, newRank] = [rankOf(olds), rankOf([...news])];
  const orderValue = (old: number, fresh: number): number =>
    ORDER_VALUE * (1 - Math.abs((oldRank.get(old) ?? 0) - (newRank.get(fresh) ?? 0)));
  const edges = olds.flatMap((old) =>
    likes
      .ofOld(old)
      .filter(({ index, similarity }) => news.has(index) && similarity >= REWORDED.least)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, CHOICES)
      .map(({ index, similarity }): Edge => ({ old, fresh: index, value: similarity + orderValue(old, index) })),
  );
  return assignBest(edges).filter((match) => isBeyondDoubt(likes, match));
}

/** The sentences most like the two of a pair, beside each other. */
export function rivalsOf(likes: LooseLikes, { old, fresh }: Match): { readonly ofOld: Like | null; readonly ofNew: Like | null } {
  return { ofOld: mostAlike(likes.ofOld(old), fresh), ofNew: mostAlike(likes.ofNew(fresh), old) };
}

function isBeyondDoubt(likes: LooseLikes, match: Match): boolean {
  const own = likes.similarity(match.old, match.fresh);
  const rivals = rivalsOf(likes, match);
  const rival = Math.max(rivals.ofOld?.similarity ?? 0, rivals.ofNew?.similarity ?? 0);
  if (own - rival < REWORDED.lead || rival > REWORDED.rivalShare * own) return false;
  if (likes.isInPlace(match.old, match.fresh)) return true;
  const loose = new Set(likes.looseNew);
  if (own < REWORDED.leastElsewhere) return false;
  return !likes
    .ofOld(match.old)
    .some(({ index, similarity }) => similarity >= REWORDED.rivalInPlace && loose.has(index) && likes.isInPlace(match.old, index));
}

function mostAlike(likes: readonly Like[], not: number): Like | null {
  let best: Like | null = null;
  for (const like of likes) if (like.index !== not && like.similarity > (best?.similarity ?? 0)) best = like;
  return best;
}

/** Where each stands among all: 0 to 1. */
function rankOf(indexes: readonly number[]): ReadonlyMap<number, number> {
  return new Map(indexes.map((index, rank) => [index, rank / indexes.length]));
}
