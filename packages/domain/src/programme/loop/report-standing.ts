import { addDays, type DayString } from '@westgate/base';
import { keptByCalendar } from './kept-by-calendar.ts';
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
 * How a record reported on `reports`, earliest first, stands on `asOf`: the last few days say it. The one owed is the first after the period that the
 * last of them counts for, or the period reports were first asked for in. Null before that.
 */
export function reportStanding(
  terms: ReportTerms,
  reports: readonly DayString[],
  calendar: WorkingCalendar,
  asOf: DayString,
): ReportStanding | null {
  if (asOf < terms.askedFrom) return null;
  const { cadence } = terms;
  const lastOn = reports.at(-1) ?? null;
  const isCounted = lastOn !== null && lastOn >= periodAt(cadence, terms.askedFrom, calendar).first;
  const reported = isCounted ? (periodsReported(terms, reports, calendar).at(-1) ?? null) : null;
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
 * The period that each report counts for, `reports` earliest first: the one it is given in, or the one before where that has none yet, may still be answered, and the own
 * one is not close to its due date. Whoever reports a day late each month would else be asked every other month alone.
 */
export function periodsReported(terms: ReportTerms, reports: readonly DayString[], calendar: WorkingCalendar): readonly ReportPeriod[] {
  let last: ReportPeriod | null = null;
  return reports.map((on) => {
    const before = openBefore(terms, on, calendar);
    const counted: ReportPeriod = before && (last === null || last.first < before.first) ? before : periodAt(terms.cadence, on, calendar);
    last = counted;
    return counted;
  });
}

/** The last reports by which it is told what period the last of all counts for: those from the last one on that counts for its own whatever came before. */
export function lastThatTell(terms: ReportTerms, reports: readonly DayString[], calendar: WorkingCalendar): readonly DayString[] {
  return reports.slice(
    Math.max(
      0,
      reports.findLastIndex((on) => openBefore(terms, on, calendar) === null),
    ),
  );
}

/** The period before that of `on`, while a report given then may still be for it. */
function openBefore(terms: ReportTerms, on: DayString, calendar: WorkingCalendar): ReportPeriod | null {
  const { cadence, askedFrom, nearDays, windowDays } = terms;
  return periodsBefore(calendar, [cadence, askedFrom, nearDays, windowDays, on], () => {
    const own = periodAt(cadence, on, calendar);
    const before = periodAt(cadence, addDays(own.first, -1), calendar);
    const isOpen =
      before.dueOn >= askedFrom && on <= daysOf(before, terms, calendar).windowEnds && on < daysOf(own, terms, calendar).nearOn;
    return isOpen ? before : null;
  });
}

const periodsBefore = keptByCalendar<ReportPeriod | null>();

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
