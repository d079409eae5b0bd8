import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { indicatorBoardIn } from '../present/indicator-board.ts';
import { statesReady } from '../view/states-ready.ts';

/** Adds the board of indicators. */
export function addIndicators(app: FastifyInstance, office: Office): void {
  read(app, office, 'indicator-board', { prepare: statesReady, isNoted: true, present: (view) => indicatorBoardIn(view) });
}
