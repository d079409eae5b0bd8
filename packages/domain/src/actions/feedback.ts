import { day, emptyIs, maybeRef, oneOf } from '../register/fields/fields.ts';
import { FEEDBACK_DISMISSALS } from '../register/fields/vocabulary.ts';
import { action, called, calledPair } from './action.ts';

/** What is done with feedback after it came. */
export const FEEDBACK_ACTIONS = {
  'answer-feedback': action({
    on: 'feedback',
    path: 'answer',
    label: { zh: '答复', en: 'Answer' },
    done: { zh: '答复了', en: 'answered' },
    about: {
      zh: '答复公众意见：提出人凭受理编号查看答复；记录公开后，公众可见',
      en: 'Answer feedback: the sender reads the answer on the page of its reference number; the public reads it once the record is public',
    },
    hint: {
      zh: '反馈人凭编号链接可看到答复。把“可见范围”改为公开后，答复在下次发布时出现在公开网页上。',
      en: 'The sender reads the answer on the page of the reference number. Set Visibility to public, and the next publication shows it on the public page.',
    },
    right: 'update',
    fields: {
      ...calledPair('answer', '答复内容，至少填一种语言', 'the answer, in one language at least', '答复内容', 'Answer'),
      on: called(day('答复日期', 'the day it is answered'), '答复日期', 'Answered on'),
      owner: called(
        emptyIs(maybeRef('department', '答复单位；不填：与原来相同', 'the department that answers; empty: as it was'), {
          zh: '不变',
          en: 'as it was',
        }),
        '答复单位',
        'Answered by',
      ),
    },
  }),
  'dismiss-feedback': action({
    on: 'feedback',
    path: 'dismissal',
    label: { zh: '不予答复', en: 'Close without answer' },
    done: { zh: '未予答复', en: 'closed without an answer' },
    about: {
      zh: '将不予答复的公众意见办结：属垃圾信息或不属受理范围，并写明理由',
      en: 'Close feedback that gets no answer, as spam or as out of scope, with the reason',
    },
    right: 'update',
    fields: {
      as: {
        ...called(oneOf(FEEDBACK_DISMISSALS, '不予答复的原因', 'why it gets no answer'), '不予答复的情形', 'Closed as'),
        names: { spam: { zh: '垃圾信息', en: 'spam' }, 'out-of-scope': { zh: '不在受理范围', en: 'out of scope' } },
      },
      ...calledPair(
        'dismissal',
        '理由，至少填一种语言，来件人可以看到',
        'the reason, in one language at least: the sender reads it',
        '理由',
        'Reason',
      ),
    },
  }),
};
