import type { DayString } from '@westgate/base';
import { sayAge } from './age.ts';
import type { DatedValue, IndicatorSeries } from './dated-value.ts';
import { lastFreshDayOf } from './fresh.ts';
import { type Said, say, sayDay } from './say.ts';
import { isMet, latestMeasured, targetOn } from './series.ts';

/** The target that the latest value of a series is held against: that of its own time, not that of the day shown. */
export function targetFor(series: IndicatorSeries, latest: DatedValue | null, asOf: DayString): DatedValue | null {
  return targetOn(series, latest?.last ?? asOf);
}

/** From the day after this one on the latest value of a series is out of date; null where none is asked for any more. */
export function freshUntilOf(series: IndicatorSeries, latest: DatedValue, target: DatedValue | null): DayString | null {
  const isReached = target !== null && target === series.targets.at(-1) && isReachedForGood(series, latest, target);
  const { frequency } = series.indicator;
  return isReached && frequency === null ? null : lastFreshDayOf(frequency, latest.row.period);
}

/** That the latest value is out of date on a day, in words: `已 2 年无新值`, `no new value for 2 years`; null where it is not. */
export function sayOutOfDate({ row }: DatedValue, freshUntil: DayString | null, asOf: DayString): Said | null {
  if (freshUntil === null || asOf <= freshUntil) return null;
  return sayAge(row.period, asOf) ?? say(`${sayDay(freshUntil).zh}后应有新值`, `a new value was due by ${sayDay(freshUntil).en}`);
}

/** That a value is the last of its series and out of date on a day; null where it is not. A value before the last is a record of its own time. */
export function ageOfLast(series: IndicatorSeries, value: DatedValue, asOf: DayString): Said | null {
  if (value !== latestMeasured(series, asOf)) return null;
  return sayOutOfDate(value, freshUntilOf(series, value, targetFor(series, value, asOf)), asOf);
}

/**
 * A target upwards stays reached once a value of its own period, or a later one, meets it; a limit, and a value from before that period, tell only of their own time.
 */
function isReachedForGood(series: IndicatorSeries, value: DatedValue, target: DatedValue): boolean {
  if (value.row.kind !== 'actual' || series.indicator.direction !== 'up' || target.row.qualifier === 'at-most') return false;
  return value.last >= target.first && isMet(series, value, target.row.value);
}
