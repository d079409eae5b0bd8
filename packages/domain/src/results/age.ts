import { addDays, addMonths, type DayString, isPeriod, type Period, periodSpan } from '@westgate/base';
import { type Said, say } from './say.ts';

/** How old a value is: whole further stretches as long as its own that have ended since without another. 0: it is the last there can be. */
export interface Age {
  readonly count: number;
  /** What is counted. A value of one date, or of a stretch shorter than a month, is taken for one of a year. */
  readonly unit: 'month' | 'quarter' | 'half-year' | 'year' | 'period';
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

const SHORTEST_DAYS = 27;

/** How old the value of a period is on a day, against its own frequency: one of a year is stale once another whole year is over. */
export function ageOf(period: Period, asOf: DayString): Age {
  const [, last] = periodSpan(period);
  const months = periodMonths(period);
  const count = Math.max(0, Math.floor(monthsFrom(addDays(last, 1), addDays(asOf, 1)) / months));
  return { count, unit: unitOf(months) };
}

/** How many months the period of a value is long. One date, or a stretch shorter than a month, is taken for a year. */
export function periodMonths(period: Period): number {
  const [first, last] = periodSpan(period);
  return last < addDays(first, SHORTEST_DAYS) ? 12 : Math.max(1, monthsFrom(first, addDays(last, 1)));
}

function unitOf(months: number): Age['unit'] {
  for (const unit of ['month', 'quarter', 'half-year', 'year'] as const) if (MONTHS[unit] === months) return unit;
  return 'period';
}

/** What may be old: a value, the newest evidence of a state, a target. */
export type Aged = 'value' | 'evidence' | 'target';

/**
 * How old something of the period `on` is on a day, in words for beside it: `已 2 年无新值`, `no new value for 2 years`; of a target, that its
 * period is over. Null while there is nothing to say, and where no period is known.
 */
export function sayAge(on: string | null, asOf: DayString, of: Aged = 'value'): Said | null {
  if (on === null || !isPeriod(on)) return null;
  if (of === 'target') return periodSpan(on)[1] < asOf ? TARGET_OVER : null;
  const { count, unit } = ageOf(on, asOf);
  if (count === 0) return null;
  const years = unit === 'period' ? 0 : Math.floor((count * MONTHS[unit]) / 12);
  const [told, [zh, en]] = years >= MANY_YEARS ? [years, WORDS.year] : [count, WORDS[unit]];
  return say(`已 ${told} ${zh}无${AGED[of].zh}`, `no ${AGED[of].en} for ${told} ${told === 1 ? en : `${en}s`}`);
}

const AGED = { value: say('新值', 'new value'), evidence: say('新依据', 'new evidence') } as const;
const TARGET_OVER = say('目标期已过，其后没有目标', 'its period is over, and no target follows');

/** From so many years on, months, quarters and half-years are told in years. */
const MANY_YEARS = 2;
const WORDS: Readonly<Record<Age['unit'], readonly [string, string]>> = {
  month: ['个月', 'month'],
  quarter: ['个季度', 'quarter'],
  'half-year': ['个半年', 'half-year'],
  year: ['年', 'year'],
  period: ['期', 'period'],
};

/** Whole months from one day to another. */
function monthsFrom(from: DayString, to: DayString): number {
  let months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  if (months > 0 && addMonths(from, months) > to) months -= 1;
  return months;
}
