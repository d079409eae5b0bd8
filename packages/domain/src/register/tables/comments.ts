import { anyRef, day, emptyIs, id, list, maybeRef, oneOf, pair, past, ref } from '../fields/fields.ts';
import { NOUNS } from '../fields/vocabulary.ts';
import { byAction, label, table } from './table.ts';

/** What people of the office say of a record, and whom they mention. Who said it is told by the deed. */
export const COMMENTS_TABLES = {
  comment: table({
    label: label('批注', 'comment', 'comments', '条'),
    file: 'programme/comments.csv',
    isRare: true,
    since: 12,
    key: ['id'],
    about: {
      zh: '对记录的内部批注；没有文字的为已撤回',
      en: 'a comment of the office on a record; one without words was withdrawn',
    },
    of: ['subject_id'],
    goesWith: ['subject_id', 'reply_to'],
    audience: 'office',
    address: 'comments',
    written: byAction(
      '由 POST /api/v1/comments 写下，由作者撤回',
      'a comment is made by POST /api/v1/comments, and withdrawn by its author',
    ),
    right: 'read',
    fields: {
      id: id<'comment'>('固定编号', 'stable id'),
      subject_kind: oneOf(NOUNS, '记录种类', 'kind of the record'),
      subject_id: anyRef('subject_kind', '记录', 'the record'),
      reply_to: emptyIs(maybeRef('comment', '所回复的批注', 'the comment it answers')),
      on: past(day('批注日期', 'the day it was written')),
      ...pair('words', '批注内容，用输入时的语言', 'what was said, in the language it was typed in'),
      accounts: list('提到的人员，填账号编号', 'the persons mentioned, by the ids of their accounts'),
    },
  }),
  comment_department: table({
    label: label('提到的部门', 'mentioned department', 'mentioned departments', '个'),
    file: 'programme/comment-departments.csv',
    isRare: true,
    since: 12,
    key: ['comment', 'department'],
    about: {
      zh: '批注中提及的单位',
      en: 'a department that a comment mentions',
    },
    of: ['comment'],
    goesWith: ['comment', 'department'],
    audience: 'office',
    written: byAction(
      '由 POST /api/v1/comments 写下，由作者撤回',
      'a comment is made by POST /api/v1/comments, and withdrawn by its author',
    ),
    right: 'read',
    fields: {
      comment: ref('comment', '批注', 'the comment'),
      department: ref('department', '单位', 'the department'),
    },
  }),
} as const;
