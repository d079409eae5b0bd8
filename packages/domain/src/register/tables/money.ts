import {
  between,
  day,
  fen,
  id,
  maybeFen,
  maybeNumber,
  maybeRef,
  maybeWords,
  maybeYear,
  oneOf,
  pair,
  past,
  period,
  ref,
} from '../fields/fields.ts';
import { CONFIDENCES, DECIDING_LEVELS } from '../fields/vocabulary.ts';
import { byAction, label, note, table } from './table.ts';

/** What projects are to cost, and how far they are month by month. */
export const MONEY_TABLES = {
  planned_amount: table({
    label: label('计划投资', 'planned amount', 'planned amounts', '笔'),
    file: 'programme/planned-amounts.csv',
    since: 11,
    key: ['id'],
    about: {
      zh: '项目的计划投资：总投资，或某一年的计划',
      en: 'what a project is to cost: in all, or in one year',
    },
    of: ['project'],
    goesWith: ['project'],
    audience: 'office',
    written: 'form',
    form: { first: ['amount_fen', 'year', 'source', 'confidence'], without: ['id', 'project'] },
    based: [{ value: ['amount_fen', 'year', 'project'], basis: ['source', 'confidence', 'note_zh', 'note_en'], words: 'note' }],
    fields: {
      id: id<'planned_amount'>('固定编号', 'stable id'),
      project: ref('project', '项目', 'the project'),
      year: maybeYear('计划年度；不填：项目总投资', 'the year it is planned for; empty: the total investment of the project'),
      amount_fen: fen('金额，分', 'the amount, in fen'),
      source: maybeRef('source', '来源', 'where it was read'),
      confidence: oneOf(CONFIDENCES, '可信度', 'how sure it is'),
      ...note(),
    },
  }),
  monthly_progress: table({
    label: label('月度进展', 'monthly return', 'monthly returns', '次'),
    file: 'programme/monthly-progress.csv',
    since: 11,
    was: { coordination_words: null, next_words: null, month_fen: null, year_fen: null },
    key: ['project', 'month'],
    about: {
      zh: '牵头单位填报的项目月度进展：累计完成投资、形象进度、存在问题',
      en: 'what the lead of a project reported of a month: money completed to date, the work on site, what stands in the way',
    },
    of: ['project'],
    goesWith: ['project'],
    audience: 'office',
    written: byAction(
      '由 POST /api/v1/monthly 填报，撤销那次操作即收回',
      'a report is given by POST /api/v1/monthly, and goes by undoing that',
    ),
    right: 'update',
    isFact: true,
    fields: {
      project: ref('project', '项目', 'the project'),
      month: past(period('月份，如 2024-12', 'the month, such as 2024-12')),
      completed_fen: maybeFen(
        '自开工至月末累计完成投资，分；未知时为空',
        'investment completed from the start to the end of the month, in fen; empty where it is not known',
      ),
      share: between(
        0,
        1,
        maybeNumber('形象进度，0 至 1；未知时为空', 'how much of the work on site is done, 0 to 1; empty where it is not known'),
      ),
      ...pair('words', '形象进度的文字说明', 'the work on site in words'),
      ...pair('problem', '存在问题', 'what stands in the way'),
      level: { ...oneOf(DECIDING_LEVELS, '需协调层级', 'who must decide on it'), standard: 'none' },
      ...pair('fall_reason', '累计值较以前月份减少的原因', 'why less is completed to date than was reported of an earlier month'),
      reported_on: past(day('填报日期', 'the day it was reported')),
      reporter: maybeRef('department', '填报单位', 'the department that reported'),
      coordination_words: maybeWords('调度表所列需协调事项及时限', 'what others are asked to settle, and by when, as the sheet states it'),
      next_words: maybeWords('调度表所列下月计划', 'what is planned for the month that follows, as the sheet states it'),
      month_fen: maybeFen(
        '调度表所列本月完成投资，分；可由上月累计推算时为空',
        'investment completed in the month as the sheet states it, in fen; empty where it follows from the month before',
      ),
      year_fen: maybeFen(
        '调度表所列本年完成投资，分；可由上年累计推算时为空',
        'investment completed in the year as the sheet states it, in fen; empty where it follows from the year before',
      ),
    },
  }),
} as const;
