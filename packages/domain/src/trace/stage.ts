import type { DayString } from '@westgate/base';
import { relationsOf } from '../programme/relations.ts';
import { columnsIn, type Register } from '../register/register.ts';
import { wholeBehind } from '../register/whole-behind.ts';
import type { StateName } from '../results/finding.ts';
import { stateOf } from '../results/state/state.ts';

export type Stage = 'candidate' | 'under-way' | 'done' | 'not-known';

/**
 * How far a place is on the day `asOf`, from the states of the projects that stand on it: any of them moving (late and slipped too), or
 * some done while others have not begun, is `under-way`; all done is `done`; none begun, or a site without a project, is `candidate`; else
 * `not-known`, and so is for a reader what would be another stage with the projects withheld from them. `stateOfProject` may hand in states
 * computed already.
 */
export function stageOf(
  register: Register,
  place: string,
  asOf: DayString,
  stateOfProject: (id: string) => StateName = (id) => stateOf(register, { kind: 'project', id }, asOf).name,
): Stage {
  const own = projectsOn(register, place);
  const stage = stageFrom(register, place, own.map(stateOfProject));
  const whole = wholeBehind(register)?.whole;
  if (!whole || projectsOn(whole, place).length === own.length) return stage;
  return stageOf(whole, place, asOf) === stage ? stage : 'not-known';
}

function projectsOn(register: Register, place: string): readonly string[] {
  return relationsOf(register)
    .projectsOn(place)
    .filter((id) => register.project.has(id));
}

function stageFrom(register: Register, place: string, states: readonly StateName[]): Stage {
  if (states.length === 0) return columnsIn(register, 'place', ['is_site']).get(place)?.is_site ? 'candidate' : 'not-known';
  if (states.some((state) => state === 'under-way' || state === 'late' || state === 'slipped')) return 'under-way';
  if (states.every((state) => state === 'done')) return 'done';
  if (states.every((state) => state === 'not-started')) return 'candidate';
  const isSettled = states.every((state) => state === 'done' || state === 'not-started');
  return isSettled ? 'under-way' : 'not-known';
}
