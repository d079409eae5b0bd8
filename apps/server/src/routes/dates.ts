import { invariant } from '@westgate/base';
import { freezeDates, toldChanges } from '@westgate/desk';
import type { Register } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { projectComponentsOf } from '../present/component.ts';
import { projectDatesOf } from '../present/dates.ts';
import { receiptOf } from '../present/deed.ts';

/** Adds the components and dates of projects, and the act that freezes dates. Their rows are made and changed by `/edits`. */
export function addDates(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'project-dates', { present: (view, { params: { id } }) => projectDatesOf(view, desk, id) });
  read(app, office, 'project-components', { present: (view, { params: { id } }) => projectComponentsOf(view, id) });
  write(app, 'freeze-dates', {
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
