import { DEAL_STANDINGS, OUTPUT_STANDINGS } from '../register/fields/vocabulary.ts';
import type { Row } from '../register/tables.ts';
import { NAMES } from '../register/vocabulary-names.ts';
import { dealOn } from '../results/deals.ts';
import { outputOn } from '../results/outputs.ts';
import type { Computed } from './computed.ts';

const OUTPUT_RESTS = ['delivery'] as const;
const DEAL_RESTS = ['deal_step'] as const;

/** How much of an output was delivered on the day, and how that stands to what was planned. */
export const OUTPUT_COLUMNS: readonly Computed<Row<'output'>>[] = [
  {
    id: 'standing',
    field: {
      kind: 'enum',
      optional: true,
      about: {
        zh: '截至当日的状态，由计划交付时间和交付记录算出',
        en: 'how it stands on the day, worked out of what is planned by when and of the delivery records',
      },
      label: { zh: '交付状态', en: 'Status' },
      values: OUTPUT_STANDINGS,
      names: NAMES.outputStanding,
    },
    rests: OUTPUT_RESTS,
    byDay: true,
    of: (row, { register, asOf }) => outputOn(register, row, asOf).name,
  },
  {
    id: 'delivered',
    field: {
      kind: 'number',
      optional: true,
      about: {
        zh: '最近一次记录的累计交付量，以该产出的单位计；无记录时为空',
        en: 'delivered in all by the latest record, in the unit of the output; empty where nothing is recorded',
      },
      label: { zh: '累计交付数量', en: 'Delivered in all' },
    },
    rests: OUTPUT_RESTS,
    byDay: true,
    of: (row, { register, asOf }) => outputOn(register, row, asOf).delivered,
  },
  {
    id: 'delivered_on',
    field: {
      kind: 'day',
      optional: true,
      about: { zh: '首次记录计划全部交付的日期', en: 'the day of the first record by which all that was planned was delivered' },
      label: { zh: '全部交付日期', en: 'All delivered on' },
    },
    rests: OUTPUT_RESTS,
    byDay: true,
    of: (row, { register, asOf }) => outputOn(register, row, asOf).reachedOn,
  },
];

/** What became of a deal by the day. */
export const DEAL_COLUMNS: readonly Computed<Row<'deal'>>[] = [
  {
    id: 'standing',
    field: {
      kind: 'enum',
      optional: true,
      about: {
        zh: '截至当日的状态，即最近一步；无记录时情况不明',
        en: 'how it stands on the day: its last step; not known where none is recorded',
      },
      label: { zh: '履约状态', en: 'Status' },
      values: DEAL_STANDINGS,
      names: NAMES.dealStanding,
    },
    rests: DEAL_RESTS,
    byDay: true,
    of: (row, { register, asOf }) => dealOn(register, row, asOf).name,
  },
  {
    id: 'since',
    field: {
      kind: 'day',
      optional: true,
      about: { zh: '最近一步的日期', en: 'the day of its last step' },
      label: { zh: '状态日期', en: 'Since' },
    },
    rests: DEAL_RESTS,
    byDay: true,
    of: (row, { register, asOf }) => dealOn(register, row, asOf).since,
  },
  {
    id: 'realised',
    field: {
      kind: 'number',
      optional: true,
      about: {
        zh: '最近一次填有金额的记录所列累计落实额，以该签约项目的单位计；均未填时为空',
        en: 'realised in all by the latest step that says an amount, in the unit of the deal; empty where none does',
      },
      label: { zh: '累计落地金额', en: 'Realised in all' },
    },
    rests: DEAL_RESTS,
    byDay: true,
    of: (row, { register, asOf }) => dealOn(register, row, asOf).realised,
  },
];
