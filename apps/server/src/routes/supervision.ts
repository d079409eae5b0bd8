import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { historyOf } from '../present/history.ts';
import { matterDetailOf, mattersPage } from '../present/matter.ts';

/** Adds the matters under supervision: the ledger, one with its steps, and its history. */
export function addSupervision(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'supervision', { isNoted: true, present: (view, { query }) => mattersPage(view, query) });
  read(app, office, 'matter', { isNoted: true, present: (view, { params: { id } }) => matterDetailOf(view, desk, id) });
  read(app, office, 'supervision-history', {
    present: (view, { params: { id }, query }) => historyOf(office, view, 'supervision', id, query),
  });
}
