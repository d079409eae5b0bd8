import { invariant } from '@westgate/base';
import { registerMatter, takeStep } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { nameNow } from '../people/caller.ts';
import { receiptOf } from '../present/deed.ts';
import { historyOf } from '../present/history.ts';
import { matterDetailOf, mattersPage } from '../present/matter.ts';

/** Adds the matters under supervision: the ledger, one with its steps, its history, a new one, and the next step. */
export function addSupervision(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'supervision', { present: (view, { query }) => mattersPage(view, query) });
  read(app, office, 'matter', { present: (view, { params: { id } }) => matterDetailOf(view, desk, id) });
  read(app, office, 'supervision-history', {
    present: (view, { params: { id }, query }) => historyOf(office, view, 'supervision', id, query),
  });
  write(app, 'register-matter', {
    act: async ({ body: { who, reason, ...draft }, idem }) => {
      const { deed, id } = await desk.write(registerMatter(draft, office.today()), { who, reason, idem });
      invariant(deed, 'a matter that is registered is a deed');
      return { seq: deed.seq, at: deed.at, id };
    },
  });
  write(app, 'take-step', {
    act: async ({ params: { id }, body: { who, reason, ...step }, idem }) => {
      const by = { who, reason, idem };
      return receiptOf(await takeStep(desk, { ...step, matter: id }, by, { name: nameNow() ?? who, today: office.today() }), null);
    },
  });
}
