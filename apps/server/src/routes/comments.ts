import { invariant } from '@westgate/base';
import { commentOn, withdrawComment } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { nameNow } from '../people/caller.ts';
import { commentsOf, mentionsOf, requireComment } from '../present/comment.ts';
import { receiptOf } from '../present/deed.ts';

/** Adds comments on the five nouns: those of a record, a new one, withdrawing one's own, where one is mentioned. */
export function addComments(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'comments', { present: async (view, { query: { of } }) => ({ items: [...(await commentsOf(view, desk, of))] }) });
  read(app, office, 'mentions', {
    present: async (view, { query: { department } }) => ({ items: [...(await mentionsOf(view, desk, department))] }),
  });
  write(app, 'comment', {
    act: async ({ body: { who, reason, ...draft }, idem }) => {
      const { deed, id } = await desk.write(commentOn(draft, office.today()), { who, reason, idem });
      invariant(deed, 'a comment is a deed');
      return { seq: deed.seq, at: deed.at, id };
    },
  });
  write(app, 'withdraw-comment', {
    act: async ({ params: { id }, body: { who, reason }, idem }) => {
      requireComment(office.view(), id);
      return receiptOf(await withdrawComment(desk, id, { who, reason, idem }, nameNow() ?? who), null);
    },
  });
}
