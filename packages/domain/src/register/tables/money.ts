import { day, fen, id, maybeFen, maybeNumber, maybeRef, maybeYear, oneOf, pair, past, period, ref } from '../fields.ts';
import { note, table } from '../table.ts';
import { CONFIDENCES, DECIDING_LEVELS } from '../vocabulary.ts';

/** What projects are to cost, and how far they are month by month. */
export const MONEY_TABLES = {
  planned_amount: table({
    name: 'planned_amount',
    file: 'programme/planned-amounts.csv',
    key: ['id'],
    about: 'what a project is to cost: in all, or in one year',
    based: [{ value: ['amount_fen', 'year', 'project'], basis: ['source', 'confidence', 'note_zh', 'note_en'], words: 'note' }],
    fields: {
      id: id<'planned_amount'>('stable id'),
      project: ref('project', 'the project'),
      year: maybeYear('the year it is planned for; empty: the total investment of the project'),
      amount_fen: fen('the amount, in fen'),
      source: maybeRef('source', 'where it was read'),
      confidence: oneOf(CONFIDENCES, 'how sure it is'),
      ...note(),
    },
  }),
  monthly_progress: table({
    name: 'monthly_progress',
    file: 'programme/monthly-progress.csv',
    key: ['project', 'month'],
    about: 'what the lead of a project reported of a month: money completed to date, the work on site, what stands in the way',
    fields: {
      project: ref('project', 'the project'),
      month: past(period('the month, such as 2024-12')),
      completed_fen: maybeFen('investment completed from the start to the end of the month, in fen; empty where it is not known'),
      share: maybeNumber('how much of the work on site is done, 0 to 1; empty where it is not known'),
      ...pair('words', 'the work on site in words'),
      ...pair('problem', 'what stands in the way'),
      level: { ...oneOf(DECIDING_LEVELS, 'who must decide on it'), standard: 'none' },
      ...pair('fall_reason', 'why less is completed to date than was reported of an earlier month'),
      reported_on: past(day('the day it was reported')),
      reporter: maybeRef('department', 'the department that reported'),
    },
  }),
} as const;
