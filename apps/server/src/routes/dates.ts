import { freezeDates } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { projectComponentsOf } from '../present/component.ts';
import { projectDatesOf } from '../present/dates.ts';
import { moveProject } from './project-move.ts';

/** Adds the components and dates of projects, and the act that freezes dates. Their rows are made and changed by `/edits`. */
export function addDates(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'project-dates', { present: (view, { params: { id } }) => projectDatesOf(view, desk, id) });
  read(app, office, 'project-components', { present: (view, { params: { id } }) => projectComponentsOf(view, id) });
  write(app, 'freeze-dates', {
    act: ({ params: { id }, body: { who, on, reason }, idem }) =>
      moveProject(desk, ['freeze-dates', id], (held) => freezeDates(held, { project: id, on }), { who, reason, idem }),
  });
}
