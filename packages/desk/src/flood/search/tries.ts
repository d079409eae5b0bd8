import type { RuleOutcome, RuleSearchAsk, RuleValues } from '@westgate/domain';
import { latinPoints } from './lots.ts';

/** The share of the tries that is spread over all ranges; the others look about the best, each round nearer. */
const SPREAD = 0.6;
const ROUND = 10;
/** Digits that a number keeps: a mm of opening or level. */
const DIGITS = 3;

/** The next numbers to be tried: first spread over the ranges, each range evenly, then in a box about the best that halves with each round. */
export function nextTries(
  { ranges, tries }: Pick<RuleSearchAsk, 'ranges' | 'tries'>,
  tried: readonly { readonly values: RuleValues; readonly coarse: RuleOutcome }[],
  lot: () => number,
): readonly RuleValues[] {
  const first = Math.ceil(tries * SPREAD);
  const isFirst = tried.length === 0;
  const count = isFirst ? first : Math.min(ROUND, tries - tried.length);
  const [best] = isFirst ? [] : tried.toSorted(byRank(({ coarse }) => coarse));
  const half = 0.25 / 2 ** Math.floor(Math.max(0, tried.length - first) / ROUND);
  return latinPoints(count, ranges.length, lot).map((point) =>
    Object.fromEntries(
      ranges.map(({ name, from, to }, side) => {
        const part = point[side] ?? 0;
        const middle = best?.values[name];
        if (middle === undefined) return [name, rounded(from + part * (to - from), from, to)];
        const reach = half * (to - from);
        const [least, most] = [Math.max(from, middle - reach), Math.min(to, middle + reach)];
        return [name, rounded(least + part * (most - least), from, to)];
      }),
    ),
  );
}

/** The order of what was tried: what keeps within what is built first, then the lower peak, then what was tried earlier. */
export function byRank<T>(outcomeOf: (each: T) => RuleOutcome): (a: T, b: T) => number {
  return (a, b) => {
    const [first, second] = [outcomeOf(a), outcomeOf(b)];
    if (first.excess.isWithin !== second.excess.isWithin) return first.excess.isWithin ? -1 : 1;
    return first.peakM3s - second.peakM3s;
  };
}

/** Rounded, and in the range still. */
function rounded(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, Number(value.toFixed(DIGITS))));
}
