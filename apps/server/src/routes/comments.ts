import { invariant } from '@westgate/base';
import { commentSchema, districtSchema } from '@westgate/contract';
import { commentOn, withdrawComment } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { idParam, noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { nameNow } from '../people/caller.ts';
import { commentsOf, mentionsOf, requireComment } from '../present/comment.ts';
import { receiptOf } from '../present/deed.ts';

/** Adds comments on the five nouns: those of a record, a new one, withdrawing one's own, where one is mentioned. */
export function addComments(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, '/comments', {
    summary: 'The comments of the office on a record, newest last',
    tag: 'comments',
    params: noParams,
    query: commentSchema.commentQuery,
    answer: commentSchema.comments,
    errors: ['WG_NOT_FOUND'],
    isFresh: true,
    present: async (view, { query: { of } }) => ({ items: [...(await commentsOf(view, desk, of))] }),
  });
  read(app, office, '/mentions', {
    summary: 'Comments of the last days that mention whoever asks, or the department',
    tag: 'comments',
    params: noParams,
    query: commentSchema.mentionQuery,
    answer: commentSchema.mentions,
    isFresh: true,
    present: async (view, { query: { department } }) => ({ items: [...(await mentionsOf(view, desk, department))] }),
  });
  write(app, '/comments', {
    summary: 'Comment on a record, or answer a comment; mentions are named beside the words',
    tag: 'comments',
    params: noParams,
    body: commentSchema.commentRequest,
    answer: commentSchema.commentReceipt,
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
    act: async ({ body: { who, reason, ...draft }, idem }) => {
      const { deed, id } = await desk.write(commentOn(draft, office.today()), { who, reason, idem });
      invariant(deed, 'a comment is a deed');
      return { seq: deed.seq, at: deed.at, id };
    },
  });
  write(app, '/comments/:id/withdrawal', {
    summary: 'Withdraw a comment of one’s own: its words go, its place among the replies stays',
    tag: 'comments',
    params: idParam,
    body: commentSchema.commentWithdrawal,
    answer: districtSchema.receipt,
    errors: ['WG_NOT_FOUND', 'WG_NOT_ALLOWED'],
    act: async ({ params: { id }, body: { who, reason }, idem }) => {
      requireComment(office.view(), id);
      return receiptOf(await withdrawComment(desk, id, { who, reason, idem }, nameNow() ?? who), null);
    },
  });
}
