import type { ProjectComponents } from '@westgate/contract';
import { componentsOn, stageOfComponents } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { findThing, missing } from './thing.ts';

/** The components of a project as they were known on the day shown, with the stage that follows. Throws `WG_NOT_FOUND` where there is no such project. */
export function projectComponentsOf({ register, asOf }: View, id: string): ProjectComponents {
  const project = findThing(register, 'project', id);
  if (!project) throw missing('project', id);
  const rows = componentsOn(register, id, asOf);
  return {
    project,
    stage: stageOfComponents(rows.map(({ stage }) => stage)),
    items: rows.map((row) => ({
      id: row.id,
      position: row.position,
      name: pair(row.name_zh, row.name_en),
      stage: row.stage,
      stageOn: row.stage_on,
      source: sourceAt(register, row),
      note: pair(row.note_zh, row.note_en),
      geometry: row.geometry,
      rev: row.rev,
    })),
  };
}
