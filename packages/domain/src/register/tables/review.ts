import { anyRef, day, emptyIs, id, maybeDay, maybeOneOf, maybeRef, maybeWords, oneOf, pair, past, text } from '../fields/fields.ts';
import { REVIEW_WORDS, REVIEWED_KINDS } from '../fields/vocabulary.ts';
import { byAction, label, table } from './table.ts';

/** What is changed by a proposal alone, and the proposals. Who proposed and who decided is told by their deeds. */
export const REVIEW_TABLES = {
  review_rule: table({
    label: label('审批规则', 'approval rule', 'approval rules', '条'),
    file: 'programme/review-rules.csv',
    isRare: true,
    since: 14,
    key: ['subject_kind', 'field'],
    about: {
      zh: '审批规则：单位修改该栏目须提出申请，由督查室批准',
      en: 'a column that a department changes by a proposal, which the programme office accepts or refuses',
    },
    of: [],
    goesWith: [],
    audience: 'office',
    written: 'form',
    fields: {
      subject_kind: oneOf(REVIEWED_KINDS, '记录种类', 'kind of record'),
      field: text('栏目', 'the column'),
      ...pair('basis', '所依据的规定', 'on what it rests'),
      source: maybeRef('source', '来源', 'where that was read'),
    },
  }),
  pending_change: table({
    label: label('待批变更', 'pending change', 'pending changes', '项'),
    file: 'programme/pending-changes.csv',
    isRare: true,
    since: 14,
    key: ['id'],
    about: {
      zh: '待督查室审批的修改或其审批结果；批准前，记录保持已批准的值',
      en: 'a change that waits for the programme office, or what it decided; the record keeps the approved value until it is accepted',
    },
    address: 'pending-changes',
    of: ['subject_id'],
    goesWith: ['subject_id'],
    audience: 'office',
    written: byAction(
      '由 POST /api/v1/pending-changes 提出，撤销那次操作即收回',
      'a change is proposed by POST /api/v1/pending-changes, and goes by undoing that',
    ),
    right: 'update',
    fields: {
      id: id<'pending_change'>('固定编号', 'stable id'),
      subject_kind: oneOf(REVIEWED_KINDS, '记录种类', 'kind of the record'),
      subject_id: anyRef('subject_kind', '记录', 'the record'),
      field: text('栏目', 'the column'),
      approved: maybeWords('提出变更时的原值；为空表示无', 'the value when the change was proposed; empty for none'),
      proposed: maybeWords('拟改为的值；为空表示无', 'the value it is to have; empty for none'),
      ...pair('words', '理由', 'why'),
      proposed_on: past(day('提出日期', 'the day it was proposed')),
      decision: emptyIs(maybeOneOf(REVIEW_WORDS, '审批结果；待批时为空', 'what was decided; empty while it waits'), {
        zh: '待审定',
        en: 'not yet decided',
      }),
      decided_on: past(maybeDay('审批日期', 'the day that was decided')),
      ...pair('decision_words', '审批意见', 'what was said with the decision'),
    },
  }),
} as const;
