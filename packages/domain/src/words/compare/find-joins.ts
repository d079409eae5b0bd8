import type { Like } from './likeness.ts';

/** A sentence of one side that several neighbours of the other side seem to make up. */
export interface Join {
  readonly whole: number;
  /** In order, next to each other. */
  readonly parts: readonly number[];
  /** Of the whole and its parts taken together, 0 to 1. */
  readonly similarity: number;
}

const LIMITS = {
  /** How much of a part must stand in the whole. */
  contained: 0.6,
  /** How alike whole and parts must be. */
  least: 0.5,
  /** How much better the parts together must be than the best of them alone. */
  gain: 0.04,
  mostParts: 4,
} as const;

/**
 * Wholes with the run of 2 to 4 parts that fits each best, where it fits better than any part alone. `likes` are those of a whole to the
 * loose sentences of the other side, `likesOfPart` the other way.
 */
export function findJoins(
  wholes: readonly number[],
  likes: (whole: number) => readonly Like[],
  likesOfPart: (part: number) => readonly Like[],
): readonly Join[] {
  const claims = new Map<number, Claim>();
  const claimOn = (part: number): Claim => {
    const claim = claims.get(part) ?? strongestClaim(likesOfPart(part));
    claims.set(part, claim);
    return claim;
  };
  return wholes.flatMap((whole) => {
    const parts = likes(whole).filter((like) => isPart(whole, like, claimOn));
    const single = Math.max(0, ...parts.map(({ similarity }) => similarity));
    let best: Join | null = null;
    for (const run of runsOf(parts)) {
      const similarity = joinedSimilarity(run);
      if (similarity < Math.max(LIMITS.least, single + LIMITS.gain, best?.similarity ?? 0)) continue;
      best = { whole, parts: run.map(({ index }) => index), similarity };
    }
    return best === null ? [] : [best];
  });
}

/** The whole in which most of a part stands, how much of it, and how much in any other whole. */
interface Claim {
  readonly whole: number;
  readonly shared: number;
  readonly next: number;
}

function strongestClaim(likes: readonly Like[]): Claim {
  let claim: Claim = { whole: -1, shared: Number.NEGATIVE_INFINITY, next: Number.NEGATIVE_INFINITY };
  for (const { index, shared } of likes) {
    if (shared > claim.shared) claim = { whole: index, shared, next: claim.shared };
    else if (shared > claim.next) claim = { ...claim, next: shared };
  }
  return claim;
}

/** Most of the part stands in the whole, and in no other whole as much of it. */
function isPart(whole: number, { index, shared, other }: Like, claimOn: (part: number) => Claim): boolean {
  if (shared < LIMITS.contained * other) return false;
  const claim = claimOn(index);
  return (claim.whole === whole ? claim.next : claim.shared) < shared;
}

/** Every run of 2 to 4 neighbours. */
function runsOf(parts: readonly Like[]): readonly (readonly Like[])[] {
  const runs: (readonly Like[])[] = [];
  for (let from = 0; from < parts.length; from += 1) {
    for (let to = from + 1; to < Math.min(parts.length, from + LIMITS.mostParts); to += 1) {
      if (parts[to]?.index !== (parts[to - 1]?.index ?? 0) + 1) break;
      runs.push(parts.slice(from, to + 1));
    }
  }
  return runs;
}

function joinedSimilarity(run: readonly Like[]): number {
  const whole = run[0]?.own ?? 0;
  const parts = run.reduce((sum, { other }) => sum + other, 0);
  const shared = run.reduce((sum, like) => sum + like.shared, 0);
  return (2 * Math.min(shared, whole, parts)) / (whole + parts);
}
