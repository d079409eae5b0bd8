import { invariant } from '@westgate/base';
import { districtSchema, reviewSchema } from '@westgate/contract';
import { decideChange, proposeChange } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { idParam, noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { nameNow } from '../people/caller.ts';
import { receiptOf } from '../present/deed.ts';
import { pendingChangesIn } from '../present/pending-change.ts';

/** Adds changes that wait for the programme office: those that wait, a new one, and what is decided of one. */
export function addReview(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, '/pending-changes', {
    summary: 'Changes that wait for the programme office, the oldest first, and the columns that are changed by a proposal',
    tag: 'review',
    params: noParams,
    query: reviewSchema.pendingQuery,
    answer: reviewSchema.pendingChanges,
    errors: ['WG_NOT_FOUND'],
    isFresh: true,
    present: (view, { query }) => pendingChangesIn(view, desk, query),
  });
  write(app, '/pending-changes', {
    summary: 'Propose another value for a column under review; the record keeps its own until that is accepted',
    tag: 'review',
    params: noParams,
    body: reviewSchema.proposalRequest,
    answer: reviewSchema.proposalReceipt,
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
    act: async ({ body: { who, reason, ...draft }, idem }) => {
      const { deed, id } = await desk.write(proposeChange(draft, office.today()), { who, reason, idem });
      invariant(deed, 'a proposal is a deed');
      return { seq: deed.seq, at: deed.at, id };
    },
  });
  write(app, '/pending-changes/:id/decision', {
    summary: 'Accept or refuse a change that waits; accepted, the record takes the value',
    tag: 'review',
    params: idParam,
    body: reviewSchema.decisionRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NOT_FOUND', 'WG_STEP_REFUSED', 'WG_STALE_RECORD', 'WG_NO_DISTRICT'],
    act: async ({ params: { id }, body: { who, reason, ...draft }, idem }) => {
      const deed = await decideChange(desk, { ...draft, id }, { who, reason, idem }, { name: nameNow() ?? who, today: office.today() });
      return receiptOf(deed, null);
    },
  });
}
