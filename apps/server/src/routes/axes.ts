import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { axisTreeIn } from '../present/axis-tree.ts';
import { statesReady } from '../view/states-ready.ts';

/** Adds the tree of a plan axis. */
export function addAxes(app: FastifyInstance, office: Office): void {
  read(app, office, 'axis', { prepare: statesReady, isNoted: true, present: (view, { params: { axis } }) => axisTreeIn(view, axis) });
}
