import { type DayString, periodSpan } from '@westgate/base';
import { componentsOn } from '../programme/components/component-stage.ts';
import { type GateStanding, type Rung, standingHeld } from '../programme/gates/standing.ts';
import { monthsOf } from '../programme/money/money-of.ts';
import { GATE_LEVELS, type GateLevel, type OutcomeKind } from '../register/fields/vocabulary.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import { wholeBehind } from '../register/whole-behind.ts';
import { evidenceOn } from '../results/evidence.ts';

/** How far evidence shows the work of a project: it began, it is finished, it is open or in use; in this order. */
export const WORK_REACHED = ['begun', 'finished', 'in-use'] as const;
export type WorkReached = (typeof WORK_REACHED)[number];

/** The level of the programme at which what evidence shows is done. */
export const SHOWN_AT: Readonly<Record<WorkReached, GateLevel>> = { begun: 'delivery', finished: 'acceptance', 'in-use': 'operation' };

/** What shows it: an outcome, a component or a month of the project, by its key. */
export interface WorkShown {
  readonly reached: WorkReached;
  readonly kind: 'outcome' | 'component' | 'monthly_progress';
  readonly key: string;
  /** The day from which it is known; null where the component names none. */
  readonly on: DayString | null;
}

/** How far a project is, from everything that is recorded of it. Computed, never stored. */
export interface ProjectStage {
  /** The furthest gate of its ladder that it passed; null for none. */
  readonly passed: Row<'gate'> | null;
  /** How far evidence shows the work; null where nothing shows that it began. */
  readonly shown: WorkShown | null;
  /**
   * What the passes of up to that day leave out: `all` where work is shown and no pass is recorded; `some` where the work is finished and the
   * first gate without a pass is of a level below the one that is shown, or of none. What was passed is then not known: it is not taken for
   * nothing.
   */
  readonly unrecorded: 'none' | 'some' | 'all';
  /** The work is held at `begun` for this reader: what is withheld from them shows less than their own rows. */
  readonly withheld: boolean;
}

const REACHED: Readonly<Partial<Record<OutcomeKind, WorkReached>>> = {
  started: 'begun',
  progress: 'begun',
  completed: 'finished',
  accepted: 'finished',
  opened: 'in-use',
  'in-use': 'in-use',
};

/**
 * How far a project is on `asOf`: the furthest that an outcome known by then, a component or a month shows. A later row that says it is not
 * done, and a component that is not done, hold it at `begun`, and so does for a reader what is withheld from them: the stage is never better than the
 * whole supports. `standing`: where it stands among its gates, where that is known already.
 */
export function projectStage(
  register: Register,
  project: Row<'project'>,
  asOf: DayString,
  standing: GateStanding = standingHeld(register, project, asOf),
): ProjectStage {
  const passed = standing.rungs.findLast((rung) => rung.state === 'passed' && isPassedBy(rung, asOf))?.gate ?? null;
  const whole = stageBehind(register, project.id, asOf);
  const own = workShown(register, project.id, asOf);
  const withheld = whole !== null && own !== null && rankOf(own) > rankOf(whole.shown);
  const shown: WorkShown | null = withheld ? { ...own, reached: 'begun' } : own;
  const unrecorded = whole?.unrecorded === 'none' ? 'none' : unrecordedOf(standing, shown, asOf);
  return { passed, shown, unrecorded, withheld };
}

/** How far a project is in what a reader's register was cut from; null where nothing is withheld. */
function stageBehind(register: Register, id: string, asOf: DayString): ProjectStage | null {
  const whole = wholeBehind(register)?.whole;
  const projects: ReadonlyMap<string, Row<'project'>> | undefined = whole?.project;
  const project = projects?.get(id);
  return whole && project ? projectStage(whole, project, asOf) : null;
}

function rankOf(shown: WorkShown | null): number {
  return shown === null ? -1 : WORK_REACHED.indexOf(shown.reached);
}

/** Whether a gate has a pass that counts, of that day or before. */
export function isPassedBy({ pass }: Pick<Rung, 'pass'>, asOf: DayString): boolean {
  return pass !== null && pass.on <= asOf;
}

function unrecordedOf({ rungs }: GateStanding, shown: WorkShown | null, asOf: DayString): ProjectStage['unrecorded'] {
  if (shown === null || rungs.length === 0) return 'none';
  if (!rungs.some((rung) => isPassedBy(rung, asOf) || (rung.reopened && isPassedBy(rung.reopened, asOf)))) return 'all';
  const open = rungs.find((rung) => !isPassedBy(rung, asOf));
  if (shown.reached === 'begun' || !open) return 'none';
  const { level } = open.gate;
  return level === null || GATE_LEVELS.indexOf(level) < GATE_LEVELS.indexOf(SHOWN_AT[shown.reached]) ? 'some' : 'none';
}

function workShown(register: Register, project: string, asOf: DayString): WorkShown | null {
  const signs = [...byOutcomes(register, project, asOf), ...byComponents(register, project, asOf), ...byMonths(register, project, asOf)];
  const furthest = signs.toSorted((a, b) => rankOf(b) - rankOf(a))[0] ?? null;
  return furthest && !areAllPartsDone(register, project, asOf) ? { ...furthest, reached: 'begun' } : furthest;
}

function byOutcomes(register: Register, project: string, asOf: DayString): readonly WorkShown[] {
  const known = evidenceOn(register, 'project', project).filter(({ fault, knownOn }) => fault === null && knownOn <= asOf);
  const denied = known.findLast(({ row }) => row.what === 'not-done');
  return known.flatMap(({ row, on }): readonly WorkShown[] => {
    const reached = REACHED[row.what];
    if (reached === undefined) return [];
    return [{ reached: denied && on <= denied.on ? 'begun' : reached, kind: 'outcome', key: row.id, on }];
  });
}

function byComponents(register: Register, project: string, asOf: DayString): readonly WorkShown[] {
  return componentsOn(register, project, asOf)
    .filter(({ stage }) => stage === 'done' || stage === 'under-way')
    .map(({ id, stage, stage_on }) => ({ reached: stage === 'done' ? 'finished' : 'begun', kind: 'component', key: id, on: stage_on }));
}

function byMonths(register: Register, project: string, asOf: DayString): readonly WorkShown[] {
  return monthsOf(register, project)
    .filter(({ month, share, completed_fen }) => periodSpan(month)[1] <= asOf && ((share ?? 0) > 0 || (completed_fen ?? 0) > 0))
    .map(({ month, share }) => ({
      reached: share === 1 ? 'finished' : 'begun',
      kind: 'monthly_progress',
      key: `${project}|${month}`,
      on: periodSpan(month)[1],
    }));
}

/** True where no part of the project is other than done; one of which it is not known is not done. */
function areAllPartsDone(register: Register, project: string, asOf: DayString): boolean {
  return componentsOn(register, project, asOf).every(({ stage }) => stage === 'done');
}
