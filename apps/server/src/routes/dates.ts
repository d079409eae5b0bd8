import { invariant } from '@westgate/base';
import { componentSchema, dateSchema, districtSchema } from '@westgate/contract';
import { freezeDates, toldChanges } from '@westgate/desk';
import type { Register } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { asOfOnly, idParam, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { projectComponentsOf } from '../present/component.ts';
import { projectDatesOf } from '../present/dates.ts';
import { receiptOf } from '../present/deed.ts';

/** Adds the components and dates of projects, and the act that freezes dates. Their rows are made and changed by `/edits`. */
export function addDates(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, '/projects/:id/dates', {
    summary: 'The dates of a project: milestones with baseline, forecast and actual, what it waits for and what waits for it',
    tag: 'dates',
    params: idParam,
    query: asOfOnly,
    answer: dateSchema.projectDates,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params: { id } }) => projectDatesOf(view, desk, id),
  });
  read(app, office, '/projects/:id/components', {
    summary: 'The components of a project with shape and stage, and the stage of the project that follows',
    tag: 'projects',
    params: idParam,
    query: asOfOnly,
    answer: componentSchema.projectComponents,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params: { id } }) => projectComponentsOf(view, id),
  });
  write(app, '/projects/:id/dates/freeze', {
    summary: 'Freeze the expected days of a project as its baseline: a signed act, with the reason',
    tag: 'dates',
    params: idParam,
    body: dateSchema.freezeRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
    act: async ({ params: { id }, body: { who, on, reason }, idem }) => {
      const draft = { project: id, on };
      const work = {
        verb: 'freeze-dates',
        about: [['project', id]] as const,
        on: (held: Register) => freezeDates(held, draft),
        told: toldChanges,
      };
      const { deed } = await desk.write(work, { who, reason, idem });
      invariant(deed, 'a freezing that changes something is a deed');
      return receiptOf(deed, null);
    },
  });
}
