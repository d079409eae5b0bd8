import type { DayString } from '@westgate/base';
import { type Groups, grouped, regrouped } from '../../register/groups.ts';
import type { Register } from '../../register/register.ts';
import { registerIndex } from '../../register/register-index.ts';
import type { Row } from '../../register/tables.ts';
import type { LostWhy } from '../gates/lost-basis.ts';
import { type GateStanding, type Need, standingHeld } from '../gates/standing.ts';
import { calendarOf } from '../loop/working-calendar.ts';

type AskRow = Row<'supervision'>;

/**
 * Why an ask is not open any more. `supplied`: what it asks for is there, by the certificate `by` of its day `on`. `answered`: since it was asked the
 * answer was no. `passed`: the gate was passed. `not-asked`: the gate asks for it no more, as the project was refused, or the rules, its kind or its
 * land changed.
 */
export interface AskAnswer {
  readonly why: 'supplied' | 'answered' | 'passed' | 'not-asked';
  readonly by: string | null;
  readonly on: DayString | null;
}

/** An answer that an ask had and has no more: the gate was passed on it on the day `on`, and it was lost since. The day of the loss is not held. */
export interface LostAnswer {
  readonly on: DayString;
  readonly why: Exclude<LostWhy, 'rule-changed'>;
}

/** Working days that are offered for an answer. */
export const ASK_DAYS = [1, 3, 5, 10, 15, 20] as const;

/** Working days that an answer usually has, by how often the project is reported on: it comes before the next report but one. */
const USUAL_DAYS: Readonly<Record<string, (typeof ASK_DAYS)[number]>> = { weekly: 3, monthly: 5, quarterly: 10, 'half-yearly': 15 };
const USUAL = 5;

const keyOfAsk = ({ subject_id, requirement }: Pick<AskRow, 'subject_id' | 'requirement'>): string => `${subject_id}|${requirement ?? ''}`;
const asksByNeed = registerIndex<Groups<AskRow>>({
  basis: { supervision: 'rows' },
  build: (register) => grouped(register.supervision.values(), keyOfAsk),
  grow: (held, { supervision: changes = [] }) => regrouped(held, changes, keyOfAsk),
});

/** The asks for one thing that a gate asks of a project, in the order they were made, those answered too. */
export function asksFor(register: Register, project: string, requirement: string): readonly AskRow[] {
  return asksByNeed(register).get(keyOfAsk({ subject_id: project, requirement } as AskRow)) ?? [];
}

/** What answered an ask by `asOf`, from what is dated up to it. Null while it is open, and for a matter that is no ask. */
export function answerOf(
  register: Register,
  { subject_id, requirement, registered_on }: Pick<AskRow, 'subject_id' | 'requirement' | 'registered_on'>,
  asOf: DayString,
): AskAnswer | null {
  const asked = askedAt(register, { subject_id, requirement }, asOf);
  if (!asked) return null;
  const answer = answerIn(asked.standing, asked.gate, asked.requirement);
  // A no of before is why it is asked anew.
  return answer?.why === 'answered' && (answer.on === null || answer.on < registered_on) ? null : answer;
}

/** The answer that an open ask had by `asOf`, where a gate was passed on it since it was asked and it was lost; null for none. */
export function lostAnswerOf(
  register: Register,
  { subject_id, requirement, registered_on }: Pick<AskRow, 'subject_id' | 'requirement' | 'registered_on'>,
  asOf: DayString,
): LostAnswer | null {
  const asked = askedAt(register, { subject_id, requirement }, asOf);
  const reopened = asked?.standing.rungs.find(({ gate }) => gate.id === asked.gate)?.reopened;
  const loss = reopened?.lost.find((each) => each.requirement === requirement);
  if (!reopened || !loss || loss.why === 'rule-changed' || reopened.pass.on < registered_on) return null;
  return { on: reopened.pass.on, why: loss.why };
}

/** The day from which an ask that is open on `asOf` was answered for a time: its gate was passed since it was asked, whatever became of the pass; null for none. */
export function passedSince(
  register: Register,
  { subject_id, requirement, registered_on }: Pick<AskRow, 'subject_id' | 'requirement' | 'registered_on'>,
  asOf: DayString,
): DayString | null {
  const asked = askedAt(register, { subject_id, requirement }, asOf);
  if (!asked) return null;
  const { rungs, former } = asked.standing;
  const passes = [...rungs.flatMap(({ reopened }) => reopened?.pass ?? []), ...former];
  const days = passes.flatMap((pass) => (pass.gate === asked.gate && pass.on >= registered_on ? [pass.on] : []));
  return days.sort()[0] ?? null;
}

/** The gate for which something is asked of a project, and where the project stands on a day; null where nothing is, or the project is not there. */
function askedAt(
  register: Register,
  { subject_id, requirement }: Pick<AskRow, 'subject_id' | 'requirement'>,
  asOf: DayString,
): { readonly requirement: string; readonly gate: string | undefined; readonly standing: GateStanding } | null {
  const projects: ReadonlyMap<string, Row<'project'>> = register.project;
  const project = projects.get(subject_id);
  if (requirement === null || !project) return null;
  return { requirement, gate: register.requirement.get(requirement)?.gate, standing: standingHeld(register, project, asOf) };
}

/** The ask of `asOf` or before that is open for one thing that a gate asks of a project; null for none. */
export function openAsk(register: Register, project: string, requirement: string, asOf: DayString): AskRow | null {
  return (
    asksFor(register, project, requirement).findLast((row) => row.registered_on <= asOf && answerOf(register, row, asOf) === null) ?? null
  );
}

/**
 * The departments that may be asked for what a gate asks for, who can supply it first: these, and the lead department, which brings what others
 * supply. What is to be decided is asked of those who decide it. Nobody is asked who may not know of the project.
 */
export function mayBeAsked(project: Row<'project'>, { requirement, supplier }: Pick<Need, 'requirement' | 'supplier'>): readonly string[] {
  const lead = project.lead === null ? [] : [project.lead];
  const beside = requirement.kind === 'approval' && supplier.departments.length > 0 ? [] : lead;
  const isTheirsAlone = project.visibility === 'department' || project.visibility === 'confidential';
  return [...new Set([...supplier.departments, ...beside])].filter((department) => !isTheirsAlone || department === project.lead);
}

/** The days by which an answer may be asked for, each so many working days from `asOf` on, and which is usual for the project. */
export function askDays(
  register: Register,
  project: Row<'project'>,
  asOf: DayString,
): readonly { readonly days: number; readonly on: DayString; readonly isUsual: boolean }[] {
  const calendar = calendarOf(register);
  const rules: ReadonlyMap<string, Row<'update_rule'>> = register.update_rule;
  const usual = USUAL_DAYS[project.cadence ?? rules.get('project')?.cadence ?? ''] ?? USUAL;
  return ASK_DAYS.map((days) => ({ days, on: calendar.addWorkingDays(asOf, days), isUsual: days === usual }));
}

function answerIn({ rungs, admission }: GateStanding, gate: string | undefined, requirement: string): AskAnswer | null {
  const rung = rungs.find((each) => each.gate.id === gate);
  if (rung?.pass) return { why: 'passed', by: null, on: rung.pass.on };
  const need = rung?.needs.find((each) => each.requirement.id === requirement);
  if (need && (need.why === 'refused' || need.why === 'answered-no')) return { why: 'answered', by: null, on: need.on };
  if (!need || admission?.decision === 'refused') return { why: 'not-asked', by: null, on: null };
  return need.by === null ? null : { why: 'supplied', by: need.by, on: need.on };
}
