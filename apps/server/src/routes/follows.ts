import { followSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { noParams, read } from '../http/route.ts';
import type { Office } from '../office.ts';
import { followedOf } from '../present/followed.ts';

/** Adds what became of records that are followed. Which those are is kept with the account, or in the browser. */
export function addFollows(app: FastifyInstance, office: Office): void {
  read(app, office, '/followed', {
    summary: 'Of the records named those that deeds touched since, the last touched first',
    tag: 'follows',
    params: noParams,
    query: followSchema.followedQuery,
    answer: followSchema.followed,
    isFresh: true,
    present: async (view, { query: { of, after } }) => ({ items: await followedOf(office, view, of, after) }),
  });
}
