import { invariant } from '@westgate/base';
import { dropView, saveView } from '@westgate/desk';
import { policy, viewsFor } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { change, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { accountNow, callerReader } from '../people/caller.ts';
import { receiptOf } from '../present/deed.ts';
import { savedViewShown } from '../present/saved-view.ts';

/** Adds the views that people keep under a name: they are the office's, and each is offered those that are one's own or shared. */
export function addViews(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'views', {
    present: (_view, { query: { screen } }) => {
      const reader = callerReader();
      const mayDropAll = reader === null || policy.reachesAll(reader, 'edit');
      const offered = viewsFor(desk.register, reader).filter((row) => screen === undefined || row.screen === screen);
      return { items: offered.map((row) => savedViewShown(row, mayDropAll || row.owner === accountNow())) };
    },
  });
  write(app, 'save-view', {
    act: async ({ body: { who, reason, ...view }, idem }) => {
      const draft = { ...view, owner: accountNow(), department: callerReader()?.department ?? null };
      const { deed, id } = await desk.write(saveView(draft), { who, reason, idem });
      return { seq: deed?.seq ?? desk.seq, id };
    },
  });
  change(app, 'drop-view', {
    act: async ({ params: { id }, body: { who, reason }, rev, idem }) => {
      const { deed } = await desk.write(dropView(id, rev, callerReader()), { who, reason, idem });
      invariant(deed, 'dropping a view is a deed');
      return receiptOf(deed, null);
    },
  });
}
