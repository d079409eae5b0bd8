import { anyRef, day, id, list, maybeRef, oneOf, pair, past, ref } from '../fields.ts';
import { table } from '../table.ts';
import { NOUNS } from '../vocabulary.ts';

/** What people of the office say of a record, and whom they mention. Who said it is told by the deed. */
export const COMMENTS_TABLES = {
  comment: table({
    name: 'comment',
    file: 'programme/comments.csv',
    key: ['id'],
    about: 'a comment of the office on a record; one without words was withdrawn',
    fields: {
      id: id<'comment'>('stable id'),
      subject_kind: oneOf(NOUNS, 'kind of the record'),
      subject_id: anyRef('subject_kind', 'the record'),
      reply_to: maybeRef('comment', 'the comment it answers'),
      on: past(day('the day it was written')),
      ...pair('words', 'what was said, in the language it was typed in'),
      accounts: list('the persons mentioned, by the ids of their accounts'),
    },
  }),
  comment_department: table({
    name: 'comment_department',
    file: 'programme/comment-departments.csv',
    key: ['comment', 'department'],
    about: 'a department that a comment mentions',
    fields: {
      comment: ref('comment', 'the comment'),
      department: ref('department', 'the department'),
    },
  }),
} as const;
