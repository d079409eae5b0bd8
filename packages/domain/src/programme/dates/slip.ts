import { type DayString, daysBetween } from '@westgate/base';

/** The three days of a milestone. */
export interface ThreeDays {
  readonly baseline: DayString | null;
  readonly forecast: DayString | null;
  readonly actual: DayString | null;
}

/**
 * A milestone as it was known on a day: what was frozen or reached later is not there yet. What it is expected for is told as it is held, since
 * nothing says from when.
 */
export function knownOn<Milestone extends ThreeDays & { readonly frozen_on: DayString | null }>(
  row: Milestone,
  asOf: DayString,
): Milestone {
  const [isFrozenLater, isReachedLater] = [(row.frozen_on ?? asOf) > asOf, (row.actual ?? asOf) > asOf];
  if (!isFrozenLater && !isReachedLater) return row;
  return { ...row, ...(isFrozenLater ? { baseline: null, frozen_on: null } : {}), ...(isReachedLater ? { actual: null } : {}) };
}

/** How far a milestone is from its baseline. */
export interface Slip {
  /** Later than promised: above 0; earlier: below. */
  readonly days: number;
  /** The day it is counted to: that on which it was, else that on which it is expected. */
  readonly by: 'actual' | 'forecast';
}

/** How far a milestone is from its baseline; null where there is no baseline, or no other day. */
export function slipOf({ baseline, forecast, actual }: ThreeDays): Slip | null {
  const day = actual ?? forecast;
  if (baseline === null || day === null) return null;
  return { days: daysBetween(baseline, day), by: actual === null ? 'forecast' : 'actual' };
}

/**
 * The largest slip among milestones, in days. Null where none has both a promised day and another one; also where none of those is late but a
 * promised day before `asOf` has passed with nothing said of it: whether that one is late is not known.
 */
export function largestSlip(milestones: readonly ThreeDays[], asOf: DayString): number | null {
  const slips = milestones.flatMap((each) => slipOf(each)?.days ?? []);
  if (slips.length === 0) return null;
  const largest = Math.max(...slips);
  const isSilent = milestones.some(
    ({ baseline, forecast, actual }) => baseline !== null && baseline < asOf && forecast === null && actual === null,
  );
  return largest <= 0 && isSilent ? null : largest;
}

/** The day that counts for a milestone now: that on which it was, else expected, else promised. */
export function dayThatCounts({ baseline, forecast, actual }: ThreeDays): DayString | null {
  return actual ?? forecast ?? baseline;
}
