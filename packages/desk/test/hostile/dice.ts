/** Draws numbers below `most`, the same for the same seed. */
export type Dice = (most: number) => number;

/** The dice of a seed. */
export function diceOf(seed: number): Dice {
  let state = (seed * 7_919 + 17) >>> 0;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** A size below `most`: one in eight is large, the others are a tenth of that, so that many can be tried in a short time. */
export function sizeOf(dice: Dice, most: number): number {
  return dice(8) === 0 ? dice(most) : dice(Math.ceil(most / 10));
}
