import { invariant } from '@westgate/base';
import { commonSchema, districtSchema, supervisionSchema } from '@westgate/contract';
import { registerMatter, takeStep } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { asOfOnly, idParam, noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { nameNow } from '../people/caller.ts';
import { receiptOf } from '../present/deed.ts';
import { historyOf } from '../present/history.ts';
import { matterDetailOf, mattersPage } from '../present/matter.ts';

/** Adds the matters under supervision: the ledger, one with its steps, its history, a new one, and the next step. */
export function addSupervision(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, '/supervision', {
    summary: 'Matters under supervision: the overdue first, with where each stands and its light',
    tag: 'supervision',
    params: noParams,
    query: supervisionSchema.matterQuery,
    answer: supervisionSchema.matters,
    present: (view, { query }) => mattersPage(view, query),
  });
  read(app, office, '/supervision/:id', {
    summary: 'A matter under supervision with its steps, each with its stamp',
    tag: 'supervision',
    params: idParam,
    query: asOfOnly,
    answer: supervisionSchema.matterDetail,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params: { id } }) => matterDetailOf(view, desk, id),
  });
  read(app, office, '/supervision/:id/history', {
    summary: 'The deeds that touched a matter under supervision, its steps or its files, newest first',
    tag: 'supervision',
    params: idParam,
    query: districtSchema.deedQuery,
    answer: commonSchema.history,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params: { id }, query }) => historyOf(office, view, 'supervision', id, query),
  });
  write(app, '/supervision', {
    summary: 'Put a record under supervision, as of today',
    tag: 'supervision',
    params: noParams,
    body: supervisionSchema.matterRequest,
    answer: supervisionSchema.matterReceipt,
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
    act: async ({ body: { who, reason, ...draft }, idem }) => {
      const { deed, id } = await desk.write(registerMatter(draft, office.today()), { who, reason, idem });
      invariant(deed, 'a matter that is registered is a deed');
      return { seq: deed.seq, at: deed.at, id };
    },
  });
  write(app, '/supervision/:id/steps', {
    summary: 'Take the next step with a matter; refused where it does not follow, or where who verifies is who reported',
    tag: 'supervision',
    params: idParam,
    body: supervisionSchema.stepRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NOT_FOUND', 'WG_STEP_REFUSED', 'WG_STALE_RECORD', 'WG_NO_DISTRICT'],
    act: async ({ params: { id }, body: { who, reason, ...step }, idem }) => {
      const by = { who, reason, idem };
      return receiptOf(await takeStep(desk, { ...step, matter: id }, by, { name: nameNow() ?? who, today: office.today() }), null);
    },
  });
}
