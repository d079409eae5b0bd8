import { day } from '../register/fields/fields.ts';
import { action, called } from './action.ts';

/** What is done with the dates of a project. */
export const DATE_ACTIONS = {
  'freeze-dates': action({
    on: 'project',
    path: 'dates/freeze',
    label: { zh: '冻结基线', en: 'Freeze the baseline' },
    done: { zh: '冻结了基线', en: 'froze the baseline' },
    about: 'Freeze the expected days of a project as its baseline: a signed act, with the reason',
    hint: {
      zh: '把各里程碑的预计日期定为基线；签名即负责。',
      en: 'The expected days become the baseline. Whoever does it signs for it.',
    },
    why: { zh: '为什么冻结', en: 'Why it is frozen' },
    undo: {
      label: { zh: '撤销冻结', en: 'Take the freezing back' },
      done: { zh: '撤销了冻结', en: 'took back the freezing of the baseline' },
    },
    key: 'F',
    right: 'edit',
    isPlaced: true,
    fields: { on: called(day('the day it is done'), '冻结日期', 'Day it is frozen') },
  }),
};
