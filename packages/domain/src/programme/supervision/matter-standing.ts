import type { DayString } from '@westgate/base';
import type { SupervisionLight, SupervisionStep } from '../../register/fields/vocabulary.ts';
import type { Row } from '../../register/tables.ts';
import type { WorkingCalendar } from '../loop/working-calendar.ts';

/** What is done with a matter: registered, or the last step taken with it. */
export type MatterName = 'registered' | SupervisionStep;
/** Where a matter stands. An ask for what a gate asks for takes no steps: it is answered once that is there, or is asked for no more. */
export type MatterStands = MatterName | 'answered';
/** Who owes the next step: the lead department, the office, or of a request the department that asked. */
export type MatterOwer = 'lead' | 'office' | 'asker';

/** What may follow from where a matter stands. What is returned is reported anew; what is closed is over. */
const FOLLOWS: Readonly<Record<MatterName, readonly SupervisionStep[]>> = {
  registered: ['signed-for'],
  'signed-for': ['reported'],
  reported: ['verified', 'returned'],
  returned: ['reported'],
  verified: ['closed'],
  closed: [],
};

/** Who takes each step. */
const TAKEN_BY: Readonly<Record<SupervisionStep, MatterOwer>> = {
  'signed-for': 'lead',
  reported: 'lead',
  returned: 'office',
  verified: 'office',
  closed: 'office',
};

/** Working days before the due date from which a light says that it is near. */
const NEAR_DAYS = 3;

/** Where a matter stands on a day; computed from its steps, and kept nowhere. */
export interface MatterStanding {
  readonly name: MatterStands;
  /** The day of the last step, or of its registration. */
  readonly since: DayString;
  /** The steps that may follow; none once it is closed. */
  readonly next: readonly SupervisionStep[];
  readonly owedBy: MatterOwer | null;
  readonly light: SupervisionLight;
  /** Working days past the due date until it was reported; until the day asked for while it is not. 0: in time. */
  readonly lateBy: number;
}

/** The days of a matter; null for one that cannot be, which nothing is counted from. */
type Matter = { readonly [column in 'due_on' | 'registered_on']: Row<'supervision'>[column] | null };
type StepTaken = Pick<Row<'supervision_step'>, 'step' | 'on'>;

/**
 * Where a matter stands on `asOf`, from its steps in their order; null before it was registered. The department has done its part with a report,
 * so that its lateness ends there; a report that is returned counts as none. Without a due date it is overdue until it is verified: nobody knows that
 * it is in time.
 */
export function matterStanding(
  matter: Matter,
  steps: readonly StepTaken[],
  calendar: WorkingCalendar,
  asOf: DayString,
): MatterStanding | null {
  const { due_on: due, registered_on: registered } = matter;
  if (registered !== null && asOf < registered) return null;
  const taken = steps.filter(({ on }) => on <= asOf);
  const last = taken.at(-1);
  const name = last?.step ?? 'registered';
  const next = FOLLOWS[name];
  const isWaiting = name === 'registered' || name === 'signed-for' || name === 'returned';
  const until = isWaiting ? asOf : (taken.findLast(({ step }) => step === 'reported')?.on ?? asOf);
  const lateBy = due === null ? 0 : Math.max(0, calendar.workingDaysBetween(due, until));
  const [first] = next;
  return {
    name,
    since: last?.on ?? registered ?? asOf,
    next,
    owedBy: first === undefined ? null : TAKEN_BY[first],
    light: lightOf(name, due === null || lateBy > 0, due !== null && asOf >= calendar.addWorkingDays(due, -NEAR_DAYS)),
    lateBy,
  };
}

/**
 * Where an ask stands on a day: open until what it asks for is there. How late it was answered is not known: what is brought has no day of its own.
 * Of one that is open again after its gate was passed on the day `passedOn`, lateness ends with that day: nobody is late by the time in which it was
 * answered, and from when it is not any more is not held.
 */
export function askStanding(
  matter: Matter,
  { answer, passedOn }: { readonly answer: object | null; readonly passedOn: DayString | null },
  calendar: WorkingCalendar,
  asOf: DayString,
): MatterStanding | null {
  const open = matterStanding(matter, [], calendar, asOf);
  if (!open) return null;
  if (answer) return { ...open, name: 'answered', next: [], owedBy: null, light: 'closed', lateBy: 0 };
  const until =
    passedOn !== null && matter.due_on !== null ? Math.max(0, calendar.workingDaysBetween(matter.due_on, passedOn)) : open.lateBy;
  return { ...open, next: [], lateBy: until };
}

/** Whether a step may follow where a matter stands. */
export function mayFollow(name: MatterName, step: SupervisionStep): boolean {
  return FOLLOWS[name].includes(step);
}

/** Whether the office has found done what a matter asks. */
export function isSettled(stands: MatterStands): boolean {
  return stands === 'verified' || stands === 'closed';
}

/** Who takes a step. */
export function takenBy(step: SupervisionStep): MatterOwer {
  return TAKEN_BY[step];
}

/** What follows from a step, or from the registration. */
export function followsOn(name: MatterName): readonly SupervisionStep[] {
  return FOLLOWS[name];
}

/** Once the office has verified, no light shows: what is late stays told in working days. */
function lightOf(name: MatterName, isOverdue: boolean, isNear: boolean): SupervisionLight {
  if (name === 'closed') return 'closed';
  if (name === 'verified') return 'in-time';
  if (isOverdue) return 'overdue';
  return isNear && name !== 'reported' ? 'near' : 'in-time';
}
