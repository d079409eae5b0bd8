// Random choices that are the same for the same seed.

/** A source of choices. `seed` is a whole number. */
export function seeded(seed) {
  let state = seed >>> 0;
  /** 0 ≤ x < 1 (mulberry32). */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return {
    next,
    /** A whole number, 0 ≤ n < `n`. */
    below,
    between: (from, to) => from + next() * (to - from),
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)],
    /** A row of `rows` by the shares in column 1. */
    weighted: (rows) => {
      let left = next() * rows.reduce((sum, row) => sum + row[1], 0);
      for (const row of rows) {
        left -= row[1];
        if (left < 0) return row;
      }
      return rows[0];
    },
    /** About normal, mean 0, deviation 1. */
    bell: () => next() + next() + next() + next() + next() + next() - 3,
  };
}
