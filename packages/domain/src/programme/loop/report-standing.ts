import { addDays, type DayString } from '@westgate/base';
import { periodAfter, periodAt, type ReportCadence, type ReportPeriod } from './report-period.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** How reports on one record are asked for: its cadence, and the working days of the rule of its kind. */
export interface ReportTerms {
  readonly cadence: ReportCadence;
  readonly askedFrom: DayString;
  readonly nearDays: number;
  readonly windowDays: number;
  readonly escalateDays: number;
}

/**
 * Where a record stands with its reports: `given`: this period, or the one before while it may be answered, has its report; `ahead`: it has none, and its due date is not close; `near`: the due
 * date is close; `due`: it is today; `late`: it is past, within the reply window; `overdue`: past the window, and a light shows; `stale`: a whole further period has gone by without a report.
 */
export type StandingName = 'given' | 'ahead' | 'near' | 'due' | 'late' | 'overdue' | 'stale';

/** What is owed next, and how it stands on a day. */
export interface ReportStanding {
  readonly name: StandingName;
  /** The first period without a report. */
  readonly owed: ReportPeriod;
  /** The last day on which the department may answer before a light shows to others. */
  readonly windowEnds: DayString;
  /** It has gone, or goes, to the superiors on this day. */
  readonly escalatesOn: DayString;
  readonly isEscalated: boolean;
  /** Working days past the due date; 0 up to and with it. */
  readonly lateBy: number;
}

/**
 * How a record last reported on `lastOn` stands on `asOf`. The one owed is the first after the period that report counts for, or the period reports
 * were first asked for in. Null before that.
 */
export function reportStanding(
  terms: ReportTerms,
  lastOn: DayString | null,
  calendar: WorkingCalendar,
  asOf: DayString,
): ReportStanding | null {
  if (asOf < terms.askedFrom) return null;
  const { cadence } = terms;
  const isCounted = lastOn !== null && lastOn >= periodAt(cadence, terms.askedFrom, calendar).first;
  const reported = isCounted ? reportedPeriod(terms, lastOn, calendar) : null;
  const owed = reported ? periodAfter(cadence, reported, calendar) : firstPeriod(terms, calendar);
  const { nearOn, windowEnds, escalatesOn, staleOn } = daysOf(owed, terms, calendar);
  const isPast = asOf > owed.dueOn;
  return {
    name:
      asOf >= staleOn
        ? 'stale'
        : asOf > windowEnds
          ? 'overdue'
          : isPast
            ? 'late'
            : asOf === owed.dueOn
              ? 'due'
              : asOf >= nearOn
                ? 'near'
                : reported && (asOf < owed.first || asOf <= calendar.addWorkingDays(reported.dueOn, terms.windowDays))
                  ? 'given'
                  : 'ahead',
    owed,
    windowEnds,
    escalatesOn,
    isEscalated: asOf >= escalatesOn,
    lateBy: isPast ? calendar.workingDaysBetween(owed.dueOn, asOf) : 0,
  };
}

/**
 * The period that a report given on `day` counts for: the one it is given in, or the one before while that may still be answered. Whoever reports a
 * day late each month would else be asked every other month alone.
 */
export function reportedPeriod(terms: ReportTerms, day: DayString, calendar: WorkingCalendar): ReportPeriod {
  const period = periodAt(terms.cadence, day, calendar);
  const before = periodAt(terms.cadence, addDays(period.first, -1), calendar);
  const isOpen = before.dueOn >= terms.askedFrom && day <= calendar.addWorkingDays(before.dueOn, terms.windowDays);
  return isOpen ? before : period;
}

/** The first period a report is owed for: that in which it is first asked for, or the next where its due date is past by then. */
export function firstPeriod({ cadence, askedFrom }: ReportTerms, calendar: WorkingCalendar): ReportPeriod {
  const period = periodAt(cadence, askedFrom, calendar);
  return period.dueOn < askedFrom ? periodAfter(cadence, period, calendar) : period;
}

/** The days that follow from what is owed for a period. */
export function daysOf(
  period: ReportPeriod,
  { cadence, nearDays, windowDays, escalateDays }: ReportTerms,
  calendar: WorkingCalendar,
): { readonly nearOn: DayString; readonly windowEnds: DayString; readonly escalatesOn: DayString; readonly staleOn: DayString } {
  return {
    nearOn: calendar.addWorkingDays(period.dueOn, -nearDays),
    windowEnds: calendar.addWorkingDays(period.dueOn, windowDays),
    escalatesOn: calendar.addWorkingDays(period.dueOn, escalateDays),
    staleOn: calendar.addWorkingDays(periodAfter(cadence, period, calendar).dueOn, 1),
  };
}
