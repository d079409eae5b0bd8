import { day, ref } from '../register/fields/fields.ts';
import { action, called, calledPair } from './action.ts';

/** What is done with the enterprises of the district. */
export const ENTERPRISE_ACTIONS = {
  'record-move': action({
    on: 'enterprise',
    path: 'move',
    label: { zh: '登记迁入', en: 'Record a move' },
    done: { zh: '登记了迁入', en: 'recorded the move of' },
    about: { zh: '登记企业迁入另一园区，并写明理由', en: 'Record that an enterprise moved to another park, with the reason' },
    why: { zh: '为什么迁入', en: 'Why it moved' },
    right: 'edit',
    fields: {
      park: called(ref('park', '迁入的园区', 'the park it moved to'), '迁入园区', 'Park it moved to'),
      on: called(day('迁入日期', 'the day it moved'), '迁入日期', 'Day it moved'),
      ...calledPair('words', '备注', 'a remark', '备注', 'Note'),
    },
  }),
};
