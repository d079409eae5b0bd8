import { day, emptyIs, maybeDay, maybeRef, pair } from '../register/fields/fields.ts';
import { action, called, calledPair } from './action.ts';

/** What is done with an issue after it was raised. */
export const ISSUE_ACTIONS = {
  'decide-issue': action({
    on: 'issue',
    path: 'decide',
    label: { zh: '登记议定事项', en: 'Record decision' },
    done: { zh: '登记了议定事项', en: 'recorded the decision on' },
    about: {
      zh: '登记问题的议定事项、落实单位和完成时限',
      en: 'Record what was decided on an issue, who carries it out and by when',
    },
    right: 'edit-all',
    whileEmpty: ['closed_on'],
    fields: {
      ...pair('decision', '议定内容，至少填一种语言', 'what was decided, in one language at least'),
      owner: called(
        emptyIs(maybeRef('department', '落实单位；不填：与原来相同', 'the department that carries it out; empty: as it was'), {
          zh: '不变',
          en: 'as it was',
        }),
        '责任单位',
        'Owner',
      ),
      due_on: maybeDay('解决时限；不填：与原来相同', 'the day by which it is to be settled; empty: as it was'),
      on: called(day('决定日期', 'the day it was decided'), '议定日期', 'Decided on'),
      source: maybeRef('source', '议定的来源', 'where the decision was read'),
    },
  }),
  'close-issue': action({
    on: 'issue',
    path: 'close',
    label: { zh: '销号', en: 'Close issue' },
    done: { zh: '销号了', en: 'closed' },
    about: {
      zh: '凭解决依据将问题销号；由指标发现的问题，须后续数值达到序时进度方可销号',
      en: 'Close an issue by what shows that it is settled; one that an indicator shows is closed only by a later value on its path',
    },
    right: 'update',
    whileEmpty: ['closed_on'],
    fields: {
      ...calledPair(
        'closing',
        '销号依据，至少填一种语言',
        'what shows that it is settled, in one language at least',
        '销号依据',
        'Evidence of closure',
      ),
      on: called(day('解决日期', 'the day it was settled'), '销号日期', 'Closed on'),
      source: maybeRef('source', '来源', 'where that was read'),
    },
  }),
};
