import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { checkUnitsIn, healthCheckIn } from '../present/health-check.ts';
import { indicatorBoardIn } from '../present/indicator-board.ts';
import { statesReady } from '../view/states-ready.ts';

/** Adds the board of indicators. */
export function addIndicators(app: FastifyInstance, office: Office): void {
  read(app, office, 'health-check', {
    prepare: statesReady,
    isNoted: true,
    present: (view, { query: { place } }) => healthCheckIn(view, place),
  });
  read(app, office, 'check-units', {
    isNoted: true,
    present: (view, { params: { id }, query: { place } }) => checkUnitsIn(view, id, place),
  });
  read(app, office, 'indicator-board', { prepare: statesReady, isNoted: true, present: (view) => indicatorBoardIn(view) });
}
