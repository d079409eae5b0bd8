import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { axisTreeIn } from '../present/axis-tree.ts';
import { gatheringIn, placeGatheringIn } from '../present/gathering.ts';
import { leaderPageIn } from '../present/leader.ts';
import { statesReady } from '../view/states-ready.ts';

/** Adds the tree of a plan axis, what is gathered under one of its values or in a place, and the leader's page. */
export function addAxes(app: FastifyInstance, office: Office): void {
  read(app, office, 'axis', { prepare: statesReady, isNoted: true, present: (view, { params: { axis } }) => axisTreeIn(view, axis) });
  read(app, office, 'gathering', { prepare: statesReady, isNoted: true, present: (view, { params }) => gatheringIn(view, params) });
  read(app, office, 'place-gathering', {
    prepare: statesReady,
    isNoted: true,
    present: (view, { params: { id } }) => placeGatheringIn(view, id),
  });
  read(app, office, 'leader-page', { prepare: statesReady, isNoted: true, present: leaderPageIn });
}
