import { invariant } from '@westgate/base';
import { decideChange, proposeChange } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { nameNow } from '../people/caller.ts';
import { receiptOf } from '../present/deed.ts';
import { pendingChangesIn } from '../present/pending-change.ts';

/** Adds changes that wait for the programme office: those that wait, a new one, and what is decided of one. */
export function addReview(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'pending-changes', { present: (view, { query }) => pendingChangesIn(view, desk, query) });
  write(app, 'propose-change', {
    act: async ({ body: { who, reason, ...draft }, idem }) => {
      const { deed, id } = await desk.write(proposeChange(draft, office.today()), { who, reason, idem });
      invariant(deed, 'a proposal is a deed');
      return { seq: deed.seq, at: deed.at, id };
    },
  });
  write(app, 'decide-change', {
    act: async ({ params: { id }, body: { who, reason, ...draft }, idem }) => {
      const deed = await decideChange(desk, { ...draft, id }, { who, reason, idem }, { name: nameNow() ?? who, today: office.today() });
      return receiptOf(deed, null);
    },
  });
}
