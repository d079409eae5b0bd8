import type { DayString } from '@westgate/base';
import type { ProblemStanding } from '../../register/fields/vocabulary.ts';
import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';
import { methodOf, type PlacesOn } from './nearby.ts';
import { type CheckFinding, checkFinding } from './survey.ts';

/** A problem of the health check: an issue that an indicator shows in a place, what was measured when it was raised and what was measured since. */
export interface CheckProblem {
  readonly issue: Row<'issue'>;
  readonly indicator: Row<'indicator'>;
  readonly standing: ProblemStanding;
  /** What was known of the place by the day it was raised; of what is worked out from places, and was not mended by them, what is known now. */
  readonly before: CheckFinding;
  /** What was measured after that day; null where nothing was. */
  readonly after: CheckFinding | null;
}

/** The problems of the health check that were raised by a day, in the order of the folder; of one indicator, where one is named. */
export function checkProblems(register: Register, on: PlacesOn, of?: string): readonly CheckProblem[] {
  return [...register.issue.values()].flatMap((issue) => {
    const indicator = issue.indicator === null ? undefined : register.indicator.get(issue.indicator);
    if (of !== undefined && issue.indicator !== of) return [];
    const isRaised = issue.raised_on === null || issue.raised_on <= on.asOf;
    return indicator && indicator.check_level !== null && isRaised ? [problemOf(register, issue, indicator, on)] : [];
  });
}

function problemOf(register: Register, issue: Row<'issue'>, indicator: Row<'indicator'>, on: PlacesOn): CheckProblem {
  const after = measuredAgain(register, issue, indicator, on);
  // The places held tell how it is now, not how it was before they were changed.
  const isOfPlaces = after?.rests.some(([, { row }]) => row === null) ?? false;
  const raised = checkFinding(register, isOfPlaces ? { ...indicator, place_method: null } : indicator, issue.place, {
    ...on,
    asOf: issue.raised_on ?? on.asOf,
  });
  const isUnknown = after === null && raised.rests.length === 0 && raised.entered === null && methodOf(indicator) !== null;
  const before = isUnknown ? checkFinding(register, indicator, issue.place, on) : raised;
  return { issue, indicator, before, after, standing: standingOf(issue, after, on.asOf) };
}

/** What was measured of the place of an issue after it was raised, by a day; null where nothing was. */
export function measuredAgain(register: Register, issue: Row<'issue'>, indicator: Row<'indicator'>, on: PlacesOn): CheckFinding | null {
  if (issue.raised_on === null) return null;
  const now = checkFinding(register, indicator, issue.place, on);
  // What is worked out from places is no new measurement: a change of them that mends the problem is.
  if (now.rests.some(([, { row }]) => row === null)) return now.standing === 'met' ? now : null;
  const days = now.entered === null ? now.rests.map(([, { last }]) => last) : [now.on ?? on.asOf];
  const raised = issue.raised_on;
  return days.length > 0 && days.every((day) => day > raised) ? now : null;
}

function standingOf(issue: Row<'issue'>, after: CheckFinding | null, asOf: DayString): ProblemStanding {
  if (issue.closed_on !== null && issue.closed_on <= asOf) return 'closed';
  if (after?.standing === 'met') return 'met';
  if (after?.standing === 'below') return 'failed-again';
  if (issue.due_on !== null && issue.due_on < asOf) return 'overdue';
  if (issue.project !== null) return 'under-way';
  return issue.no_project_reason_zh !== null || issue.no_project_reason_en !== null ? 'no-works' : 'no-project';
}
