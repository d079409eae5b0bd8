import type { JobSite } from '@westgate/desk';

/** What is drawn: so many rounds, from lots that begin with `seed`. */
interface Lots {
  readonly seed: number;
  readonly rounds: number;
  /** Megabytes that it holds meanwhile. */
  readonly holdsMb: number;
}

interface Drawn {
  readonly round: number;
  readonly of: number;
  readonly best: number;
}

/** Draws of one round: some 50 ms of work on a machine of these years, so that 1,200 rounds take a minute. */
const DRAWS = 10_000_000;

/** Jobs for the tests of runs: one that computes, and two that break. */
export const jobs = {
  draw: async ({ seed, rounds, holdsMb }: Lots, site: JobSite<Drawn>): Promise<{ readonly best: number }> => {
    const held = Array.from({ length: holdsMb }, () => new Uint8Array(1_000_000).fill(1));
    let [state, best] = [seed | 1, 0];
    for (let round = 1; round <= rounds; round += 1) {
      for (let draw = 0; draw < DRAWS; draw += 1) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        if (state > best) best = state;
      }
      await site.hand({ round, of: rounds, best });
    }
    return { best: best + (held.length - holdsMb) };
  },
  die: (): never => process.exit(3),
  break: (): never => {
    throw new Error('a fault of ours');
  },
} as const;
