import { addDays, addMonths, type DayString, dayNumber, dayOf, weekdayOf } from '@westgate/base';
import type { Cadence } from '../../register/fields/vocabulary.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A stretch of time in which one report is owed. */
export interface ReportPeriod {
  readonly first: DayString;
  readonly last: DayString;
  /** Its last working day; its last day where none of it is worked. */
  readonly dueOn: DayString;
}

/** A cadence at which reports are owed. */
export type ReportCadence = Exclude<Cadence, 'none'>;

/** Months of the cadences that are counted in months. */
const MONTHS = { monthly: 1, quarterly: 3, 'half-yearly': 6 } as const satisfies Record<Exclude<ReportCadence, 'weekly'>, number>;

/** The period that `day` lies in: a week from Monday to Sunday, a calendar month, quarter or half-year. */
export function periodAt(cadence: ReportCadence, day: DayString, calendar: WorkingCalendar): ReportPeriod {
  const [first, last] = cadence === 'weekly' ? weekOf(day) : monthsOf(day, MONTHS[cadence]);
  return { first, last, dueOn: calendar.lastWorkingDay(first, last) ?? last };
}

/** The period after `period`. */
export function periodAfter(cadence: ReportCadence, period: ReportPeriod, calendar: WorkingCalendar): ReportPeriod {
  return periodAt(cadence, addDays(period.last, 1), calendar);
}

function weekOf(day: DayString): readonly [DayString, DayString] {
  const first = addDays(day, -weekdayOf(dayNumber(day)));
  return [first, addDays(first, 6)];
}

function monthsOf(day: DayString, months: number): readonly [DayString, DayString] {
  const month = Number(day.slice(5, 7)) - 1;
  const first = dayOf(`${day.slice(0, 4)}-${String(month - (month % months) + 1).padStart(2, '0')}-01`);
  return [first, addDays(addMonths(first, months), -1)];
}
