import { PIPELINE_STAGES, REVIEW_STANDINGS } from '../register/fields/vocabulary.ts';
import type { Row } from '../register/tables.ts';
import { NAMES } from '../register/vocabulary-names.ts';
import { pipelineOf } from '../results/pipeline.ts';
import type { Computed } from './computed.ts';

const NOT_IN_PIPELINE = { zh: '未列入培育', en: 'not in the pipeline' };

/** How far an industry is that is being raised, and how its quarterly review stands. */
export const INDUSTRY_COLUMNS: readonly Computed<Row<'industry'>>[] = [
  {
    id: 'stage',
    field: {
      kind: 'enum',
      optional: true,
      about: {
        zh: '截至当日最近一次评议所定的阶段；未评议时为空',
        en: 'how far it is, as its last review up to the day says; empty where it was not reviewed',
      },
      label: { zh: '培育阶段', en: 'Pipeline stage' },
      values: PIPELINE_STAGES,
      names: NAMES.pipelineStage,
    },
    rests: ['industry_review'],
    byDay: true,
    of: (row, { register, asOf }) => pipelineOf(register, row, asOf).stage,
  },
  {
    id: 'review_due',
    field: {
      kind: 'day',
      optional: true,
      about: { zh: '下次评议的时限', en: 'the day by which it is to be reviewed again' },
      label: { zh: '下次评议时限', en: 'Next review due' },
      none: NOT_IN_PIPELINE,
    },
    rests: ['industry_review'],
    byDay: true,
    of: (row, { register, asOf }) => pipelineOf(register, row, asOf).due,
  },
  {
    id: 'review',
    field: {
      kind: 'enum',
      optional: true,
      about: { zh: '截至当日季度评议的状态', en: 'how its quarterly review stands on the day' },
      label: { zh: '季度评议', en: 'Quarterly review' },
      values: REVIEW_STANDINGS,
      names: NAMES.reviewStanding,
      none: NOT_IN_PIPELINE,
    },
    rests: ['industry_review'],
    byDay: true,
    of: (row, { register, asOf }) => pipelineOf(register, row, asOf).standing,
  },
];
