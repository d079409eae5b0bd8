import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { projectComponentsOf } from '../present/component.ts';
import { projectDatesOf } from '../present/dates.ts';

/** Adds the components and dates of projects. Their rows are made and changed by `/edits`. */
export function addDates(app: FastifyInstance, office: Office): void {
  read(app, office, 'project-dates', { present: (view, { params: { id } }) => projectDatesOf(view, office.desk, id) });
  read(app, office, 'project-components', { present: (view, { params: { id } }) => projectComponentsOf(view, id) });
}
