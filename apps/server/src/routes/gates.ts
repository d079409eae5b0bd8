import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import { dayAsked, type Office } from '../office/office.ts';
import { rulebookOf, standingOf } from '../present/gate.ts';
import { gateBoardOf } from '../present/gate-board.ts';

/** Adds the rulebook, and where each project stands among its gates. */
export function addGates(app: FastifyInstance, office: Office): void {
  read(app, office, 'rulebook', {
    isNoted: true,
    present: (view, { query }) => rulebookOf(view, query.kind, dayAsked(query) ?? view.today),
  });
  read(app, office, 'gates', { isNoted: true, present: (view, { query }) => gateBoardOf(view, query.after ?? 0) });
  read(app, office, 'project-gates', { isNoted: true, present: (view, { params: { id } }) => standingOf(view, id) });
}
