import { type DayString, daysBetween } from '@westgate/base';

/** The three days of a milestone. */
export interface ThreeDays {
  readonly baseline: DayString | null;
  readonly forecast: DayString | null;
  readonly actual: DayString | null;
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

/** The day that counts for a milestone now: that on which it was, else expected, else promised. */
export function dayThatCounts({ baseline, forecast, actual }: ThreeDays): DayString | null {
  return actual ?? forecast ?? baseline;
}
