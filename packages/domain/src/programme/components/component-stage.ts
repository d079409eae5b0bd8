import type { DayString } from '@westgate/base';
import { grouped } from '../../register/groups.ts';
import { registerMemo } from '../../register/memo.ts';
import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';

export type ComponentStage = Row<'component'>['stage'];

const componentsByProject = registerMemo((register) => grouped(register.component.values(), ({ project }) => project));

/** The components of a project as they were known on `asOf`, in order: how far one was before the day it names is not known. */
export function componentsOn(register: Register, project: string, asOf: DayString): readonly Row<'component'>[] {
  return componentsOf(register, project).map((row) =>
    row.stage_on === null || row.stage_on <= asOf ? row : { ...row, stage: 'not-known', stage_on: null, source: null },
  );
}

/** The components of a project, in order. */
export function componentsOf(register: Register, project: string): readonly Row<'component'>[] {
  return (componentsByProject(register).get(project) ?? []).toSorted((a, b) => a.position - b.position);
}

/**
 * The stage of a project from those of its components: any of them under way, or some done while others have not begun, is under way; all done
 * is done; none begun is not started; else it is not known. Null where it has no components.
 */
export function stageOfComponents(stages: readonly ComponentStage[]): ComponentStage | null {
  if (stages.length === 0) return null;
  const has = (stage: ComponentStage): boolean => stages.includes(stage);
  if (has('under-way') || (has('done') && has('not-started'))) return 'under-way';
  if (has('not-known')) return 'not-known';
  return has('done') ? 'done' : 'not-started';
}
