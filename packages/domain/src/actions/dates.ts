import { day } from '../register/fields/fields.ts';
import { action, called } from './action.ts';

/** What is done with the dates of a project. */
export const DATE_ACTIONS = {
  'freeze-dates': action({
    on: 'project',
    path: 'dates/freeze',
    label: { zh: '锁定计划节点', en: 'Freeze baseline' },
    done: { zh: '锁定了计划节点', en: 'froze the baseline' },
    about: {
      zh: '将项目的预计日期锁定为计划节点：须签署并写明理由',
      en: 'Freeze the expected days of a project as its baseline: a signed act, with the reason',
    },
    hint: {
      zh: '将各关键节点的预计日期锁定为计划节点；签名即负责。',
      en: 'The expected dates become the baseline, signed by you.',
    },
    why: { zh: '锁定理由', en: 'Reason for freezing' },
    undo: {
      label: { zh: '撤销锁定', en: 'Undo freeze' },
      done: { zh: '撤销了锁定', en: 'undid the freeze of the baseline' },
    },
    key: 'F',
    right: 'edit',
    isPlaced: true,
    fields: { on: called(day('办理日期', 'the day it is done'), '锁定日期', 'Date of freeze') },
  }),
};
