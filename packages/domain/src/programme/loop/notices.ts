import { addDays, type DayString } from '@westgate/base';
import { periodAfter, periodAt, type ReportPeriod } from './report-period.ts';
import { daysOf, firstPeriod, periodsReported, type ReportTerms } from './report-standing.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What is told of a report that is owed: it is near, due today, past its reply window, stale, or goes to the superiors. */
export type NoticeName = 'near' | 'due' | 'window' | 'escalate' | 'stale';

/** A notice, and the day it falls on. */
export interface Notice {
  readonly name: NoticeName;
  readonly on: DayString;
  readonly period: ReportPeriod;
}

/**
 * The notices that fall after `after` up to and with `upTo`, in the order of their days: each name once for each period, and none for a period
 * that has its report by then. `reports`: the days on which the record was reported. Asking day by day, or for a year at once, tells
 * the same, so that what was not told while Westgate stood still is told when it runs again.
 */
export function noticesBetween(
  terms: ReportTerms,
  reports: readonly DayString[],
  calendar: WorkingCalendar,
  span: { readonly after: DayString; readonly upTo: DayString },
): readonly Notice[] {
  const { cadence, askedFrom } = terms;
  const notices: Notice[] = [];
  const [, earliest = askedFrom] = [askedFrom, longBefore(span.after, terms)].sort();
  const first = firstPeriod(terms, calendar).first;
  const given = reports.toSorted();
  const counted = periodsReported(terms, given, calendar).map(({ first: from }, index) => ({ on: given[index] ?? askedFrom, from }));
  for (let period = periodAt(cadence, earliest, calendar); period.first <= longAfter(span.upTo, terms); ) {
    for (const notice of noticesOf(period, terms, calendar)) {
      const isAnswered = counted.some(({ on, from }) => from >= period.first && on <= notice.on);
      if (!isAnswered && period.first >= first && notice.on > span.after && notice.on <= span.upTo && notice.on >= askedFrom)
        notices.push(notice);
    }
    period = periodAfter(cadence, period, calendar);
  }
  return notices.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : ORDER.indexOf(a.name) - ORDER.indexOf(b.name)));
}

const ORDER: readonly NoticeName[] = ['stale', 'escalate', 'window', 'due', 'near'];

function noticesOf(period: ReportPeriod, terms: ReportTerms, calendar: WorkingCalendar): readonly Notice[] {
  const { nearOn, windowEnds, escalatesOn, staleOn } = daysOf(period, terms, calendar);
  const pastWindow = calendar.addWorkingDays(windowEnds, 1);
  return [
    { name: 'near', on: nearOn, period },
    { name: 'due', on: period.dueOn, period },
    { name: 'window', on: pastWindow, period },
    // Whatever a rule says: the superiors are told of nothing that the department may still answer.
    { name: 'escalate', on: escalatesOn > pastWindow ? escalatesOn : pastWindow, period },
    { name: 'stale', on: staleOn, period },
  ];
}

/** Working days stretch to at most three times as many days, long holidays included. */
const STRETCH = 3;
/** Days of the longest period and the one after it. */
const TWO_PERIODS = 370;

function longBefore(day: DayString, { windowDays, escalateDays }: ReportTerms): DayString {
  return addDays(day, -(TWO_PERIODS + STRETCH * (Math.max(windowDays, escalateDays) + 15)));
}

function longAfter(day: DayString, { nearDays }: ReportTerms): DayString {
  return addDays(day, STRETCH * (nearDays + 15));
}
