import { addDays, type DayString, dayAtNumber, dayNumber, weekdayOf } from '@westgate/base';
import type { Register } from '../../register/register.ts';
import { registerIndex } from '../../register/register-index.ts';
import type { Row } from '../../register/tables.ts';

/** Which days are worked: Monday to Friday, but for the days off and the make-up days of the notices that the district holds. */
export interface WorkingCalendar {
  readonly isWorkingDay: (day: DayString) => boolean;
  /** Working days after `from` up to and with `to`; negative where `to` is earlier, 0 on the same day. */
  readonly workingDaysBetween: (from: DayString, to: DayString) => number;
  /** The working day that is `count` working days after `day` (before it where negative); `day` itself for 0. */
  readonly addWorkingDays: (day: DayString, count: number) => DayString;
  /** The last working day from `first` to `last`; null where none of them is worked. */
  readonly lastWorkingDay: (first: DayString, last: DayString) => DayString | null;
  /** Whether a notice for the year of `day` is held; where none is, only the days of the week are known. */
  readonly isKnown: (day: DayString) => boolean;
}

type CalendarRow = Pick<Row<'calendar_day'>, 'day' | 'kind'>;

/** The working calendar of a district, from its table `calendar_day`. */
export const calendarOf: (register: Register) => WorkingCalendar = registerIndex<WorkingCalendar>({
  basis: { calendar_day: ['day', 'kind'] },
  build: (register) => workingCalendar([...register.calendar_day.values()]),
});

/**
 * The working calendar of these departures from Monday to Friday. A day off that falls on a weekend, and a make-up day that falls on a weekday,
 * change nothing. Every answer takes O(log n) of the number of departures.
 */
export function workingCalendar(rows: readonly CalendarRow[]): WorkingCalendar {
  const years = new Set(rows.map(({ day }) => day.slice(0, 4)));
  const departures = new Map<number, 1 | -1>();
  for (const { day, kind } of rows) {
    const number = dayNumber(day);
    if (isWeekday(number) !== (kind === 'make-up-day')) departures.set(number, kind === 'make-up-day' ? 1 : -1);
  }
  const numbers = [...departures.keys()].sort((a, b) => a - b);
  const sums = [0];
  for (const number of numbers) sums.push((sums.at(-1) ?? 0) + (departures.get(number) ?? 0));

  const isWorked = (number: number): boolean => isWeekday(number) !== departures.has(number);
  /** Working days from the beginning of time up to and with a day, but for a constant. */
  const countedTo = (number: number): number => weekdaysTo(number) + (sums[rankOf(numbers, number)] ?? 0);
  const nthAfter = (number: number, count: number): number => {
    const wanted = countedTo(number) + count;
    let [low, high] = count > 0 ? [number, number + count * 2 + 30] : [number + count * 2 - 30, number];
    while (countedTo(low) >= wanted) low -= 30;
    while (countedTo(high) < wanted) high += 30;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (countedTo(middle) >= wanted) high = middle;
      else low = middle;
    }
    return high;
  };
  return {
    isWorkingDay: (day) => isWorked(dayNumber(day)),
    workingDaysBetween: (from, to) => countedTo(dayNumber(to)) - countedTo(dayNumber(from)),
    addWorkingDays(day, count) {
      if (count === 0) return day;
      const number = dayNumber(day);
      // Counted back from a day that is not worked, the first working day before it is the first.
      return dayAtNumber(nthAfter(number, count < 0 && !isWorked(number) ? count + 1 : count));
    },
    lastWorkingDay(first, last) {
      for (let day = last; day >= first; day = addDays(day, -1)) if (isWorked(dayNumber(day))) return day;
      return null;
    },
    isKnown: (day) => years.has(day.slice(0, 4)),
  };
}

function isWeekday(number: number): boolean {
  return weekdayOf(number) < 5;
}

/** Mondays to Fridays from Monday 1969-12-29 up to and with a day; negative before it. */
function weekdaysTo(number: number): number {
  const days = number + 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(5, days - weeks * 7);
}

/** How many of the sorted numbers are at most `number`. */
function rankOf(sorted: readonly number[], number: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}
