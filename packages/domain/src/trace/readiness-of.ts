import type { DayString } from '@westgate/base';
import { milestonesOf } from '../programme/dates/waiting.ts';
import { calendarOf } from '../programme/loop/working-calendar.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import { wholeBehind } from '../register/whole-behind.ts';
import { latest } from '../results/days.ts';
import { evidenceOn } from '../results/evidence.ts';
import { openingOf, type Readiness, readiness } from '../results/readiness.ts';
import { projectStage } from './project-stage.ts';

/** Why the finish of an item is what it is. */
export type FinishBasis = 'done' | 'works-done' | 'works' | 'works-silent' | 'said' | 'passed' | 'silent';

interface WorksFinish {
  readonly on: DayString | null;
  readonly isDone: boolean;
}

const SILENT: WorksFinish = { on: null, isDone: false };

/**
 * When works are done: the day on which evidence shows them finished, else the last day that is expected of a milestone. That every milestone recorded so far was reached
 * finishes nothing, and a milestone that nobody expects leaves it not known.
 */
export function worksFinish(register: Register, project: string, asOf: DayString): WorksFinish {
  const finished = finishedOn(register, project, asOf);
  if (finished !== null) return { on: finished, isDone: true };
  const forecasts = milestonesOf(register, project, asOf)
    .filter(({ actual }) => actual === null)
    .map(({ forecast }) => forecast);
  return forecasts.includes(null) ? SILENT : { on: latest(forecasts.filter((day) => day !== null)), isDone: false };
}

/** Where an item of the register stands on a day, and on what its finish rests. Of works that a reader may not know of nothing is expected. */
export function readinessOf(register: Register, row: Row<'readiness_item'>, asOf: DayString): Readiness & { readonly basis: FinishBasis } {
  const works = row.project !== null ? worksFinish(register, row.project, asOf) : hasHiddenWorks(register, row) ? SILENT : null;
  const isDone = row.done_on !== null && row.done_on <= asOf;
  const doneOn = isDone ? row.done_on : works?.isDone ? works.on : null;
  const expectedOn = works ? works.on : row.expected_on;
  const found = readiness(
    calendarOf(register),
    { opening: openingOf(register, row.event), daysBefore: row.days_before, doneOn, expectedOn },
    asOf,
  );
  return { ...found, basis: basis() };

  function basis(): FinishBasis {
    if (isDone) return 'done';
    if (works?.isDone) return 'works-done';
    if (expectedOn === null) return works ? 'works-silent' : 'silent';
    if (found.finish === null) return 'passed';
    return works ? 'works' : 'said';
  }
}

/** Whether an item waits for works of which whoever reads this register may not know. */
function hasHiddenWorks(register: Register, { id }: Row<'readiness_item'>): boolean {
  const items: ReadonlyMap<string, Row<'readiness_item'>> | undefined = wholeBehind(register)?.whole.readiness_item;
  return (items?.get(id)?.project ?? null) !== null;
}

/** The day by which evidence shows that works are finished; null where it does not, or names no day. */
function finishedOn(register: Register, id: string, asOf: DayString): DayString | null {
  const projects: ReadonlyMap<string, Row<'project'>> = register.project;
  const project = projects.get(id);
  const shown = project ? projectStage(register, project, asOf).shown : null;
  if (shown === null || shown.reached === 'begun') return null;
  const known = evidenceOn(register, 'project', id).filter(({ fault, knownOn }) => fault === null && knownOn <= asOf);
  const denied = known.findLast(({ row }) => row.what === 'not-done')?.on ?? null;
  const finished = known.find(({ row, on }) => (row.what === 'completed' || row.what === 'accepted') && (denied === null || on > denied));
  return finished?.on ?? shown.on;
}
