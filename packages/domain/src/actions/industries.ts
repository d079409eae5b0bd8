import { day, maybeDay, maybeRef, oneOf, ref } from '../register/fields/fields.ts';
import { CONFIDENCES, PIPELINE_STAGES } from '../register/fields/vocabulary.ts';
import { NAMES } from '../register/vocabulary-names.ts';
import { action, called, calledPair } from './action.ts';

/** What is done with an industry: it is put into another tier, and reviewed while it is being raised. */
export const INDUSTRY_ACTIONS = {
  'move-tier': action({
    on: 'industry',
    path: 'tier',
    label: { zh: '调整产业层级', en: 'Move to a tier' },
    done: { zh: '调整了产业层级', en: 'moved to a tier' },
    about: {
      zh: '自某日起调整产业所属层级，包括首次列入；须写明理由和来源',
      en: 'Put an industry into a tier from a day on: into its first, or another; a reason and a source are owed',
    },
    right: 'edit',
    fields: {
      tier: called(ref('tier', '自该日起所属的层级', 'the tier it stands in from then on'), '调入层级', 'Tier'),
      from_on: called(day('进入该层级的首日', 'the first day in that tier'), '自', 'From'),
      ...calledPair('grounds', '调整理由，至少填一种语言', 'why it is moved, in one language at least', '调整理由', 'Reason'),
      source: ref('source', '来源', 'where that was read'),
      confidence: oneOf(CONFIDENCES, '可信度', 'how sure it is'),
    },
  }),
  'review-industry': action({
    on: 'industry',
    path: 'reviews',
    label: { zh: '登记季度评议', en: 'Record quarterly review' },
    done: { zh: '登记了季度评议', en: 'recorded the quarterly review of' },
    about: {
      zh: '登记在培产业的评议意见；下次评议在三个月后，写明更早日期的从其日期',
      en: 'Record what the review of an industry that is being raised found; the next is due three months later, or sooner where that is said',
    },
    right: 'update',
    rightWhileEmpty: { column: 'review_from', right: 'edit', asked: 'on' },
    fields: {
      on: called(day('评议日期', 'the day it was reviewed'), '评议日期', 'Reviewed on'),
      stage: { ...called(oneOf(PIPELINE_STAGES, '所处阶段', 'how far it is'), '培育阶段', 'Pipeline stage'), names: NAMES.pipelineStage },
      ...calledPair('finding', '评议意见，至少填一种语言', 'what was found, in one language at least', '评议意见', 'Finding'),
      next_on: called(
        maybeDay('下次评议日期，早于三个月后时填写', 'the day by which it is reviewed again, where sooner than three months later'),
        '下次评议',
        'Next review',
      ),
      source: maybeRef('source', '来源', 'where that was read'),
    },
  }),
};
