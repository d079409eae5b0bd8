import { READINESS_STANDINGS } from '../register/fields/vocabulary.ts';
import type { Row } from '../register/tables.ts';
import { NAMES } from '../register/vocabulary-names.ts';
import { readinessOf } from '../trace/readiness-of.ts';
import type { Computed } from './computed.ts';

const RESTS = ['event', 'project', 'milestone', 'outcome', 'component', 'monthly_progress', 'calendar_day'] as const;

/** Where a readiness item stands, counted back from the opening of its event. */
export const READINESS_COLUMNS: readonly Computed<Row<'readiness_item'>>[] = [
  {
    id: 'standing',
    field: {
      kind: 'enum',
      optional: true,
      about: {
        zh: '截至当日的状态，由开幕日、工作日历和预计完成日期算出',
        en: 'where it stands on the day, worked out of the opening, the working calendar and the day it is expected',
      },
      label: { zh: '筹备状态', en: 'Status' },
      values: READINESS_STANDINGS,
      names: NAMES.readinessStanding,
    },
    rests: RESTS,
    byDay: true,
    of: (row, { register, asOf }) => readinessOf(register, row, asOf).name,
  },
  {
    id: 'latest',
    field: {
      kind: 'day',
      optional: true,
      about: {
        zh: '最迟完成日期，由开幕日按工作日倒排',
        en: 'the last day on which it may be done, counted back from the opening in working days',
      },
      label: { zh: '最迟完成日期', en: 'Latest finish' },
    },
    rests: RESTS,
    of: (row, { register, asOf }) => readinessOf(register, row, asOf).latest,
  },
  {
    id: 'slack',
    field: {
      kind: 'integer',
      optional: true,
      about: {
        zh: '完成或预计完成日期距最迟完成日期的工作日数；低于 0 为过迟',
        en: 'working days between the day it was done, or is expected to be, and the last day; below 0 where it is too late',
      },
      label: { zh: '机动工作日', en: 'Slack' },
    },
    unit: { zh: '个工作日', en: 'working days' },
    rests: RESTS,
    byDay: true,
    of: (row, { register, asOf }) => readinessOf(register, row, asOf).slack,
  },
];
