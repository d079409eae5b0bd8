import { day } from '../register/fields/fields.ts';
import { action, called } from './action.ts';

/** What is done with meetings and their decisions. */
export const MEETING_ACTIONS = {
  'conclude-meeting': action({
    on: 'meeting',
    path: 'conclude',
    label: { zh: '印发纪要并交办', en: 'Issue minutes and assign' },
    done: { zh: '印发了会议纪要，交办了议定事项', en: 'issued the minutes and assigned the decisions of' },
    about: {
      zh: '印发会议纪要：议定事项逐项立项督办，所解决的问题据此登记议定事项；缺少落实单位或完成时限的，不予印发',
      en: 'Issue the minutes of a meeting: each of its decisions becomes an action item, and an issue that one settles takes its decision from it; refused where a decision has no owner or due date',
    },
    hint: {
      zh: '每条议定事项须有责任单位和完成时限；印发后各自列入督办，由责任单位签收、反馈。',
      en: 'Each decision needs an owner and a due date; each becomes an action item, which its owner acknowledges and reports on.',
    },
    right: 'edit-all',
    isPlaced: true,
    fields: { on: called(day('纪要印发日期', 'the day the minutes were issued'), '印发日期', 'Issued on') },
  }),
  'assign-decision': action({
    on: 'decision',
    path: 'assign',
    label: { zh: '交办', en: 'Assign' },
    done: { zh: '交办了', en: 'assigned' },
    about: {
      zh: '将议定事项立项督办，如纪要印发后补登的议定事项',
      en: 'Make a decision an action item, such as one that was entered after the minutes were issued',
    },
    right: 'edit-all',
    isPlaced: true,
    fields: {},
  }),
};
