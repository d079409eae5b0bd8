import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { spaceBoardIn } from '../present/space-board.ts';

/** Adds the board of parks and their space. */
export function addSpace(app: FastifyInstance, office: Office): void {
  read(app, office, 'space-board', { isNoted: true, present: (view, { query }) => spaceBoardIn(view, query.need ?? '') });
}
