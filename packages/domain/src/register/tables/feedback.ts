import { id, maybeDay, maybeOneOf, maybeRef, maybeText, NONE, pair, past } from '../fields/fields.ts';
import { FEEDBACK_DISMISSALS } from '../fields/vocabulary.ts';
import { label, note, table, visibility } from './table.ts';

/** What people outside write about a published record, and what the office answers. Who wrote lies sealed elsewhere, under a key that can be destroyed. */
export const FEEDBACK_TABLE = table({
  label: label('意见反馈', 'feedback', 'feedback', '条'),
  file: 'programme/feedback.csv',
  isRare: true,
  since: 32,
  key: ['id'],
  named: 'name',
  about: 'what somebody outside wrote about a published record, by when it is to be answered, and the answer',
  of: [],
  goesWith: [],
  owner: 'owner',
  audience: 'own',
  // Who wrote, and what opens the page on which they read the answer, is the office's alone.
  forDistrict: ['contact', 'secret_hash'],
  written: 'form',
  right: 'update',
  address: 'feedback-items',
  page: 'plain',
  icon: 'M3 4h14v9H9l-4 3.5V13H3zM6 7h8M6 10h5',
  search: { name: 'name', words: 'text', answer: 'text', note: 'remark' },
  list: ['name', 'standing', 'words', 'owner', 'due_on', 'received_on', 'commitment', 'project', 'place', 'park'],
  order: 'due_on',
  form: {
    first: ['name', 'words', 'commitment', 'project', 'place', 'park', 'received_on', 'owner', 'due_on'],
    // Answered and set aside by actions of their own; the sender is known to the public form alone.
    without: ['contact', 'secret_hash', 'answer_zh', 'answer_en', 'answered_on', 'dismissed', 'dismissal_zh', 'dismissal_en'],
  },
  fields: {
    id: id<'feedback'>('stable id'),
    ...pair('name', 'its reference number, as whoever wrote was told it'),
    ...pair('words', 'what was written, in the language of the page it came from'),
    commitment: { ...maybeRef('commitment', 'the commitment it is about'), none: NONE },
    project: { ...maybeRef('project', 'the project it is about'), none: NONE },
    place: { ...maybeRef('place', 'the place it is about'), none: NONE },
    park: { ...maybeRef('park', 'the park it is about'), none: NONE },
    received_on: { ...past(maybeDay('the day it came')), label: { zh: '收到日期', en: 'Received on' } },
    owner: { ...maybeRef('department', 'the department that answers it'), label: { zh: '答复单位', en: 'Answered by' } },
    due_on: { ...maybeDay('the day by which it is to be answered'), label: { zh: '答复时限', en: 'Answer due' } },
    ...pair('answer', 'the public answer'),
    answered_on: {
      ...past(maybeDay('the day it was answered')),
      label: { zh: '答复日期', en: 'Answered on' },
      none: { zh: '未答复', en: 'not yet' },
    },
    dismissed: {
      ...maybeOneOf(FEEDBACK_DISMISSALS, 'why it gets no answer, where it gets none'),
      label: { zh: '不予答复', en: 'Not answered as' },
      names: { spam: { zh: '垃圾信息', en: 'spam' }, 'out-of-scope': { zh: '不在受理范围', en: 'out of scope' } },
      none: NONE,
    },
    ...pair('dismissal', 'the reason, as whoever wrote is told it'),
    contact: maybeText('whose sealed record holds how to reach the sender, by the id of that person; empty where nobody left it'),
    secret_hash: maybeText(
      'SHA-256 of the secret in the address on which the sender reads the answer, in hex; the secret itself is kept nowhere',
    ),
    ...note(),
    ...visibility(),
  },
});
