import { FEEDBACK_STANDINGS } from '../register/fields/vocabulary.ts';
import type { Row } from '../register/tables.ts';
import { feedbackStanding } from '../trace/feedback-standing.ts';
import type { Computed } from './computed.ts';

/** Where feedback stands. */
export const FEEDBACK_COLUMNS: readonly Computed<Row<'feedback'>>[] = [
  {
    id: 'standing',
    field: {
      kind: 'enum',
      optional: true,
      about: { zh: '截至当日的办理状态', en: 'where it stands on the day' },
      label: { zh: '办理状态', en: 'Status' },
      values: FEEDBACK_STANDINGS,
      names: {
        overdue: { zh: '逾期未答复', en: 'answer overdue' },
        'no-owner': { zh: '未明确答复单位或时限', en: 'no unit or due date' },
        open: { zh: '待答复', en: 'to be answered' },
        answered: { zh: '已答复', en: 'answered' },
        'out-of-scope': { zh: '不在受理范围', en: 'out of scope' },
        spam: { zh: '垃圾信息', en: 'spam' },
      },
    },
    rests: [],
    byDay: true,
    of: (row, { asOf }) => feedbackStanding(row, asOf),
  },
];
