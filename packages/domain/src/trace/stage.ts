import type { DayString } from '@westgate/base';
import { relationsOf } from '../programme/relations.ts';
import type { Register } from '../register/register.ts';
import type { StateName } from '../results/finding.ts';
import { stateOf } from '../results/state.ts';

export type Stage = 'candidate' | 'under-way' | 'done' | 'not-known';

/**
 * How far a place is on the day `asOf`, from the states of the projects that stand on it: any of them moving (late and slipped too), or
 * some done while others have not begun, is `under-way`; all done is `done`; none begun, or a site without a project, is `candidate`; else
 * `not-known`. `stateOfProject` may hand in states computed already.
 */
export function stageOf(
  register: Register,
  place: string,
  asOf: DayString,
  stateOfProject: (id: string) => StateName = (id) => stateOf(register, { kind: 'project', id }, asOf).name,
): Stage {
  const states = relationsOf(register)
    .projectsOn(place)
    .filter((id) => register.project.has(id))
    .map(stateOfProject);
  if (states.length === 0) return register.place.get(place)?.is_site ? 'candidate' : 'not-known';
  if (states.some((state) => state === 'under-way' || state === 'late' || state === 'slipped')) return 'under-way';
  if (states.every((state) => state === 'done')) return 'done';
  if (states.every((state) => state === 'not-started')) return 'candidate';
  const isSettled = states.every((state) => state === 'done' || state === 'not-started');
  return isSettled ? 'under-way' : 'not-known';
}
