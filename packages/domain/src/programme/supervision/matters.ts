import { type Bilingual, byText, type DayString } from '@westgate/base';
import { daySpanOf, dayTextFault, districtOf } from '../../register/day-span.ts';
import type { ESCALATION_LEVELS, MatterOrigin } from '../../register/fields/vocabulary.ts';
import { type Groups, grouped, regrouped } from '../../register/groups.ts';
import type { Register } from '../../register/register.ts';
import { registerIndex } from '../../register/register-index.ts';
import type { Row } from '../../register/tables.ts';
import { calendarOf } from '../loop/working-calendar.ts';
import { type AskAnswer, answerOf, type LostAnswer, lostAnswerOf, passedSince } from './asks.ts';
import { askStanding, type MatterStanding, matterStanding } from './matter-standing.ts';
import { stepsHeld } from './step-basis.ts';

type StepRow = Row<'supervision_step'>;

/** A matter under supervision with where it stands on a day. */
export interface Matter {
  readonly row: Row<'supervision'>;
  readonly standing: MatterStanding;
  /** What answered an ask; null while it is open, and for what is no ask. */
  readonly answer: AskAnswer | null;
  /** The answer that an open ask had and lost; null for none. */
  readonly lostAnswer: LostAnswer | null;
  /** The places of its steps that count no more, as what they rested on was withdrawn; empty where the last step counts. */
  readonly lost: readonly number[];
}

const matterOf = ({ supervision }: StepRow): string => supervision;
const stepsByMatter = registerIndex<Groups<StepRow>>({
  basis: { supervision_step: 'rows' },
  build: (register) => grouped(register.supervision_step.values(), matterOf),
  grow: (held, { supervision_step: changes = [] }) => regrouped(held, changes, matterOf),
});

/** The steps of a matter in their order. */
export function stepsOf(register: Register, matter: string): readonly StepRow[] {
  return [...(stepsByMatter(register).get(matter) ?? [])].sort((a, b) => a.position - b.position);
}

/** The steps of a matter that count by `asOf`, and those after the last of them that do not. */
export function stepsToday(
  register: Register,
  matter: Row<'supervision'>,
  asOf: DayString,
): { readonly steps: readonly StepRow[]; readonly lost: readonly number[] } {
  const taken = stepsOf(register, matter.id).filter(({ on }) => on <= asOf);
  const steps = stepsHeld(register, matter, taken);
  const last = steps.at(-1)?.position ?? 0;
  return { steps, lost: taken.flatMap(({ position }) => (position > last ? [position] : [])) };
}

/**
 * Every matter that was registered by `asOf`, as it stands then: the longest overdue first, then by due date, what is closed last. A held day that
 * cannot be is none.
 */
export function mattersOn(register: Register, asOf: DayString): readonly Matter[] {
  const standing = standingIn(register, asOf);
  return [...register.supervision.values()]
    .flatMap((row) => standing(row) ?? [])
    .sort((a, b) => rank(a) - rank(b) || byText(a.row.due_on, b.row.due_on));
}

/** A matter as it stands on `asOf`; null before it was registered. A held day that cannot be is none. */
export function matterOn(register: Register, row: Row<'supervision'>, asOf: DayString): Matter | null {
  return standingIn(register, asOf)(row);
}

/** How matters stand on a day: what they share is looked up once. */
function standingIn(register: Register, asOf: DayString): (row: Row<'supervision'>) => Matter | null {
  const calendar = calendarOf(register);
  const span = daySpanOf(districtOf(register));
  const countedDay = (day: DayString): DayString | null => (dayTextFault('day', day, span) === null ? day : null);
  return (row) => {
    const days = { due_on: countedDay(row.due_on), registered_on: countedDay(row.registered_on) };
    const answer = answerOf(register, row, asOf);
    const [lostAnswer, passedOn] = answer === null ? [lostAnswerOf(register, row, asOf), passedSince(register, row, asOf)] : [null, null];
    const { steps, lost } = stepsToday(register, row, asOf);
    const standing =
      row.requirement === null ? matterStanding(days, steps, calendar, asOf) : askStanding(days, { answer, passedOn }, calendar, asOf);
    if (!standing) return null;
    // What another department asked for is verified and closed there.
    const isAskers = row.asked_by !== null && standing.owedBy === 'office';
    return { row, standing: isAskers ? { ...standing, owedBy: 'asker' } : standing, answer, lostAnswer, lost };
  };
}

/** How a matter came under supervision. */
export function originOf({ requirement, asked_by, decision }: Row<'supervision'>): MatterOrigin {
  if (requirement !== null) return 'gate';
  if (asked_by !== null) return 'request';
  return decision === null ? 'instruction' : 'decision';
}

/** To whom a matter was escalated, and when; null where it was not by that day. */
export function escalationOf(
  { escalated_on: on, escalated_level: level, escalated_to_zh: zh, escalated_to_en: en }: Row<'supervision'>,
  asOf: DayString,
): { readonly level: (typeof ESCALATION_LEVELS)[number]; readonly to: Bilingual; readonly on: DayString } | null {
  return on === null || on > asOf || level === null ? null : { level, to: { zh, en }, on };
}

function rank({ standing: { light } }: Matter): number {
  return light === 'closed' ? 2 : light === 'overdue' ? 0 : 1;
}
