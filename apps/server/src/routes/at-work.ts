import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { colleaguesKnown } from '../present/colleagues.ts';
import { commentsOf, mentionsOf } from '../present/comment.ts';
import { followedOf } from '../present/followed.ts';
import { pendingChangesIn } from '../present/pending-change.ts';

/**
 * Adds what people of the office know of each other's work: changes that wait for the programme office, the comments of a record, where one is mentioned,
 * what became of records that are followed, who may be named for a record. What is done there are actions.
 */
export function addAtWork(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'pending-changes', { present: (view, { query }) => pendingChangesIn(view, desk, query) });
  read(app, office, 'comments', { present: async (view, { query: { of } }) => ({ items: [...(await commentsOf(view, desk, of))] }) });
  read(app, office, 'mentions', {
    present: async (view, { query: { department } }) => ({ items: [...(await mentionsOf(view, desk, department))] }),
  });
  read(app, office, 'followed', {
    present: async (view, { query: { of, after } }) => ({ items: await followedOf(office, view, of, after) }),
  });
  read(app, office, 'colleagues', { present: async () => ({ items: await colleaguesKnown(desk.people) }) });
}
