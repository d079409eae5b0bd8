import { decisionStanding, decisionsIn } from '../programme/meetings/decisions.ts';
import { DECISION_STANDINGS } from '../register/fields/vocabulary.ts';
import type { Row } from '../register/tables.ts';
import { NAMES } from '../register/vocabulary-names.ts';
import type { Computed } from './computed.ts';

const OF_MATTERS = ['supervision', 'supervision_step', 'calendar_day', 'evidence', 'outcome', 'district'] as const;

/** How many decisions a meeting made, and how many of them are overdue. */
export const MEETING_COLUMNS: readonly Computed<Row<'meeting'>>[] = [
  {
    id: 'decisions',
    field: {
      kind: 'integer',
      optional: false,
      about: { zh: '会议的议定事项数', en: 'how many decisions it made' },
      label: { zh: '议定事项数', en: 'Decisions' },
    },
    rests: ['decision'],
    of: ({ id }, { register }) => decisionsIn(register, id).length,
  },
  {
    id: 'overdue',
    field: {
      kind: 'integer',
      optional: false,
      about: { zh: '截至当日逾期的议定事项数', en: 'how many of its decisions are overdue on the day' },
      label: { zh: '逾期事项数', en: 'Overdue decisions' },
    },
    rests: ['decision', ...OF_MATTERS],
    byDay: true,
    of: ({ id }, { register, asOf }) =>
      decisionsIn(register, id).filter((row) => decisionStanding(register, row, asOf) === 'overdue').length,
  },
];

/** Where a decision of a meeting stands. */
export const DECISION_COLUMNS: readonly Computed<Row<'decision'>>[] = [
  {
    id: 'standing',
    field: {
      kind: 'enum',
      optional: true,
      about: {
        zh: '截至当日的状态，与落实该议定事项的督办事项一致',
        en: 'where it stands on the day, as the action item that carries it out does',
      },
      label: { zh: '办理状态', en: 'Status' },
      values: DECISION_STANDINGS,
      names: NAMES.decisionStanding,
    },
    rests: ['meeting', ...OF_MATTERS],
    byDay: true,
    of: (row, { register, asOf }) => decisionStanding(register, row, asOf),
  },
];
