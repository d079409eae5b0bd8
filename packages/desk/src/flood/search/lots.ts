/** Draws numbers from 0 to 1, the same for the same seed. */
export function lotsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number of the normal distribution with mean 0 and deviation 1. */
export function normalLot(lot: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - lot())) * Math.cos(2 * Math.PI * lot());
}

/** Points in a box of as many sides as `sides`, from 0 to 1: of each side, one lies in each of `count` equal parts (a Latin hypercube). */
export function latinPoints(count: number, sides: number, lot: () => number): readonly (readonly number[])[] {
  const orders = Array.from({ length: sides }, () => shuffled(count, lot));
  return Array.from({ length: count }, (_, index) => orders.map((order) => ((order[index] ?? 0) + lot()) / count));
}

function shuffled(count: number, lot: () => number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(lot() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
