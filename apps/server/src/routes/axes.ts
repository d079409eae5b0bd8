import { axisSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office.ts';
import { axisTreeIn } from '../present/axis-tree.ts';
import { statesReady } from '../states-ready.ts';

/** Adds the tree of a plan axis. */
export function addAxes(app: FastifyInstance, office: Office): void {
  read(app, office, '/axes/:axis', {
    summary:
      'The commitments under each value of a plan axis with their projects, what is past its due date first; which values no project joins',
    tag: 'district',
    params: axisSchema.axisParam,
    query: axisSchema.axisQuery,
    answer: axisSchema.axisTree,
    errors: ['WG_NOT_FOUND'],
    prepare: statesReady,
    present: (view, { params: { axis } }) => axisTreeIn(view, axis),
  });
}
