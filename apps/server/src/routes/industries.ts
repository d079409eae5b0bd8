import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { industryBoardIn } from '../present/industry-board.ts';
import { statesReady } from '../view/states-ready.ts';

/** Adds the board of industries. */
export function addIndustries(app: FastifyInstance, office: Office): void {
  read(app, office, 'industry-board', {
    prepare: statesReady,
    isNoted: true,
    present: (view, { query: { axis } }) => industryBoardIn(view, axis),
  });
}
