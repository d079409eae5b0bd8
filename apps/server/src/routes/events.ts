import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { eventDealsOf } from '../present/deals.ts';
import { eventReadinessOf } from '../present/event-readiness.ts';

/** Adds what must be ready before an event, and what was agreed on at it. */
export function addEvents(app: FastifyInstance, office: Office): void {
  read(app, office, 'event-readiness', { isNoted: true, present: (view, { params: { id } }) => eventReadinessOf(view, id) });
  read(app, office, 'event-deals', { isNoted: true, present: (view, { params: { id } }) => eventDealsOf(view, id) });
}
