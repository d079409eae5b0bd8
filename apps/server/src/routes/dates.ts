import type { ProjectComponents } from '@westgate/contract';
import { componentsOn, stageOfComponents } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { projectDatesOf } from '../present/dates.ts';
import { sourceAt } from '../present/source.ts';
import { pair } from '../present/text.ts';
import { findThing, missing } from '../present/thing.ts';
import type { View } from '../view/view.ts';

/** Adds the components and dates of projects. Their rows are made and changed by `/edits`. */
export function addDates(app: FastifyInstance, office: Office): void {
  read(app, office, 'project-dates', { isNoted: true, present: (view, { params: { id } }) => projectDatesOf(view, office.desk, id) });
  read(app, office, 'project-components', { isNoted: true, present: (view, { params: { id } }) => projectComponentsOf(view, id) });
}

/** The components of a project as they were known on the day shown, with the stage that follows. Throws `WG_NOT_FOUND` where there is no such project. */
function projectComponentsOf({ register, asOf }: View, id: string): ProjectComponents {
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
