import type { SavedView } from '@westgate/contract';
import { policy, type Row, viewsFor } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { accountNow, callerReader } from '../caller/caller.ts';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { pair } from '../present/text.ts';

/** Adds the views that people keep under a name: they are the office's, and each is offered those that are one's own or shared. */
export function addViews(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'views', {
    isNoted: true,
    present: (_view, { query: { screen } }) => {
      const reader = callerReader();
      const mayDropAll = reader === null || policy.reachesAll(reader, 'edit');
      const offered = viewsFor(desk.register, reader).filter((row) => screen === undefined || row.screen === screen);
      return { items: offered.map((row) => savedViewShown(row, mayDropAll || row.owner === accountNow())) };
    },
  });
}

/** A view kept under a name, as it is offered. */
function savedViewShown(row: Row<'saved_view'>, isOwn: boolean): SavedView {
  return {
    id: row.id,
    name: pair(row.name_zh, row.name_en),
    screen: row.screen,
    query: row.query === '-' ? '' : row.query,
    sharedWith: row.visibility === 'district' ? 'all' : row.visibility === 'department' ? 'department' : 'me',
    isOwn,
    rev: row.rev,
  };
}
