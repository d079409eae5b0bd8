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
  about: {
    zh: '公众对已公开记录的意见、答复时限和答复',
    en: 'what somebody outside wrote about a published record, by when it is to be answered, and the answer',
  },
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
    id: id<'feedback'>('固定编号', 'stable id'),
    ...pair('name', '告知来件人的受理编号', 'its reference number, as the sender was told it'),
    ...pair('words', '来件内容，用来件页面的语言', 'what was written, in the language of the page it came from'),
    commitment: { ...maybeRef('commitment', '所涉及的承诺', 'the commitment it is about'), none: NONE },
    project: { ...maybeRef('project', '所涉及的项目', 'the project it is about'), none: NONE },
    place: { ...maybeRef('place', '所涉及的地点', 'the place it is about'), none: NONE },
    park: { ...maybeRef('park', '所涉及的园区', 'the park it is about'), none: NONE },
    received_on: { ...past(maybeDay('收到日期', 'the day it came')), label: { zh: '收到日期', en: 'Received on' } },
    owner: { ...maybeRef('department', '答复单位', 'the department that answers it'), label: { zh: '答复单位', en: 'Answered by' } },
    due_on: { ...maybeDay('答复时限', 'the day by which it is to be answered'), label: { zh: '答复时限', en: 'Answer due' } },
    ...pair('answer', '公开答复', 'the public answer'),
    answered_on: {
      ...past(maybeDay('答复日期', 'the day it was answered')),
      label: { zh: '答复日期', en: 'Answered on' },
      none: { zh: '未答复', en: 'not yet' },
    },
    dismissed: {
      ...maybeOneOf(FEEDBACK_DISMISSALS, '不予答复的原因，不予答复时填写', 'why it gets no answer, where it gets none'),
      label: { zh: '不予答复', en: 'Not answered as' },
      names: { spam: { zh: '垃圾信息', en: 'spam' }, 'out-of-scope': { zh: '不在受理范围', en: 'out of scope' } },
      none: NONE,
    },
    ...pair('dismissal', '告知来件人的理由', 'the reason, as the sender is told it'),
    contact: maybeText(
      '保存来件人联系方式的个人信息记录，填该人员的编号；未留联系方式时为空',
      'whose sealed record holds how to reach the sender, by the id of that person; empty where nobody left it',
    ),
    secret_hash: maybeText(
      '来件人查看答复的地址密钥的 SHA-256，十六进制；密钥本身不保存',
      'SHA-256 of the secret in the address on which the sender reads the answer, in hex; the secret itself is kept nowhere',
    ),
    ...note(),
    ...visibility(),
  },
});
