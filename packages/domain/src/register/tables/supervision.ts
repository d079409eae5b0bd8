import { anyRef, day, emptyIs, id, integer, list, maybeDay, maybeOneOf, maybeRef, oneOf, pair, past, ref } from '../fields/fields.ts';
import { ESCALATION_LEVELS, SUPERVISED_KINDS, SUPERVISION_STEPS } from '../fields/vocabulary.ts';
import { byAction, label, table } from './table.ts';

/** Matters under supervision, and what was done with each. */
export const SUPERVISION_TABLES = {
  supervision: table({
    label: label('督办事项', 'action item', 'action items', '项'),
    file: 'programme/supervision.csv',
    isRare: true,
    since: 12,
    was: {
      requirement: null,
      decision: null,
      asked_by: null,
      escalated_level: null,
      escalated_to_zh: null,
      escalated_to_en: null,
      escalated_on: null,
    },
    key: ['id'],
    named: 'asked',
    about: {
      zh: '督办事项：所涉记录、督办要求、责任单位和反馈时限',
      en: 'an action item: what is asked of which record, of whom, and by when',
    },
    of: ['subject_id'],
    goesWith: ['subject_id', 'requirement'],
    owner: 'lead',
    audience: 'office',
    written: 'form',
    address: 'supervision',
    page: 'alone',
    list: ['asked', 'subject', 'plan', 'light', 'stands', 'lead', 'due'],
    based: [{ value: ['instruction_zh', 'instruction_en', 'due_on'], basis: ['source'] }],
    fields: {
      id: id<'supervision'>('固定编号', 'stable id'),
      subject_kind: oneOf(SUPERVISED_KINDS, '所督办记录的种类', 'kind of the record it is about'),
      subject_id: anyRef('subject_kind', '所督办的记录', 'the record it is about'),
      ...pair('asked', '督办要求', 'what is asked'),
      ...pair('instruction', '批示或交办的领导、机构', 'on whose instruction'),
      source: maybeRef('source', '批示和完成时限的来源', 'where the instruction and the due date were read'),
      lead: ref('department', '签收并反馈的单位', 'the department that acknowledges it and reports'),
      due_on: day('反馈办结的时限', 'the day by which it is to be reported done'),
      requirement: emptyIs(
        maybeRef(
          'requirement',
          '办理环节要求的一项，事项为通知报送时填写；报送材料即为答复',
          'what a gate asks for, where the matter is an ask for that; it is answered by what is brought',
        ),
      ),
      registered_on: past(day('立项日期', 'the day it was registered')),
      decision: emptyIs(maybeRef('decision', '所落实的议定事项', 'the decision of a meeting that it carries out')),
      asked_by: emptyIs(
        maybeRef(
          'department',
          '提出要求的单位，事项为向其他单位提出时填写；由该单位核查答复',
          'the department that asks, where the matter is a request to another; it verifies the answer',
        ),
      ),
      escalated_level: emptyIs(
        maybeOneOf(ESCALATION_LEVELS, '提级后须作出决定的层级', 'the level that must decide, where it was escalated'),
        {
          zh: '未提级',
          en: 'not escalated',
        },
      ),
      ...pair('escalated_to', '提请的领导或机构', 'the leader or body it was escalated to'),
      escalated_on: past(maybeDay('提级日期，只提级一次', 'the day it was escalated, which happens once')),
    },
  }),
  supervision_department: table({
    label: label('配合单位', 'supporting organisation', 'supporting organisations', '个'),
    file: 'programme/supervision-departments.csv',
    isRare: true,
    since: 12,
    key: ['supervision', 'department'],
    about: {
      zh: '督办事项的配合单位',
      en: 'a department that co-operates in an action item',
    },
    of: ['supervision'],
    goesWith: ['supervision', 'department'],
    audience: 'office',
    written: 'form',
    fields: {
      supervision: ref('supervision', '督办事项', 'the matter'),
      department: ref('department', '单位', 'the department'),
    },
  }),
  supervision_step: table({
    label: label('督办步骤', 'action item step', 'action item steps', '步'),
    file: 'programme/supervision-steps.csv',
    isRare: true,
    since: 12,
    was: { basis: [] },
    key: ['supervision', 'position'],
    about: {
      zh: '督办事项的办理步骤：签收、反馈、退回、核查、办结',
      en: 'a step of an action item: acknowledged, reported, returned, verified, closed',
    },
    of: ['supervision'],
    goesWith: ['supervision'],
    audience: 'office',
    written: byAction(
      '由 POST /api/v1/supervision/{id}/steps 办理，撤销那次操作即收回',
      'a step is taken by POST /api/v1/supervision/{id}/steps, and goes by undoing that',
    ),
    right: 'update',
    isFact: true,
    fields: {
      supervision: ref('supervision', '督办事项', 'the matter'),
      position: integer('在该事项各步骤中的次序，从 1 起', 'its place among the steps of the matter, from 1'),
      step: oneOf(SUPERVISION_STEPS, '办理步骤', 'what was done'),
      on: past(day('办理日期', 'the day it was done')),
      ...pair('words', '附带说明', 'what was said with it'),
      department: emptyIs(maybeRef('department', '办理单位；不填：督查室', 'the department that did it; none for the office'), {
        zh: '督办单位',
        en: 'the office',
      }),
      basis: list(
        '所依据的内容，写作 evidence:id 或 outcome:id；任一项缺失即不再计入',
        'what it rested on, as evidence:id or outcome:id; without one of these it counts no more',
      ),
    },
  }),
} as const;
