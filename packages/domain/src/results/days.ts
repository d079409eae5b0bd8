import type { DayString } from '@westgate/base';

/** The earliest of the days; null of none. */
export function earliest(days: readonly DayString[]): DayString | null {
  return days.toSorted()[0] ?? null;
}

/** The latest of the days; null of none. */
export function latest(days: readonly DayString[]): DayString | null {
  return days.toSorted().at(-1) ?? null;
}
