import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office.ts';
import { followedOf } from '../present/followed.ts';

/** Adds what became of records that are followed. Which those are is kept with the account, or in the browser. */
export function addFollows(app: FastifyInstance, office: Office): void {
  read(app, office, 'followed', {
    present: async (view, { query: { of, after } }) => ({ items: await followedOf(office, view, of, after) }),
  });
}
