import { day, emptyIs, json, maybeRef, oneOf, ref } from '../register/fields/fields.ts';
import { ANSWERS, PROJECT_KINDS } from '../register/fields/vocabulary.ts';
import { action, called, calledPair } from './action.ts';

/** What becomes of one passed gate under other rules: it counts as another, or is set aside for a reason. */
export type PassBecomes =
  | { readonly gate: string; readonly becomes: 'kept-as'; readonly as: string }
  | { readonly gate: string; readonly becomes: 'set-aside'; readonly reason: string };

/** What is done with a project at its gates. */
export const GATE_ACTIONS = {
  'pass-gate': action({
    on: 'project',
    path: 'gates/:gate/pass',
    label: { zh: '通过环节', en: 'Approve gate' },
    done: { zh: '通过了环节', en: 'approved a gate' },
    about: {
      zh: '通过项目的当前办理环节；材料不全的不予通过，并列明所缺材料及报送单位',
      en: 'Pass the open gate of a project; refused with exactly what is missing and who can supply it',
    },
    undo: { label: { zh: '撤销通过', en: 'Undo approval' }, done: { zh: '撤销了通过', en: 'undid the approval of a gate' } },
    key: 'G',
    right: 'edit',
    isPlaced: true,
    errors: ['WG_GATE_CLOSED'],
    fields: {
      on: called(day('通过日期', 'the day it was passed'), '通过日期', 'Date of approval'),
      ...calledPair('note', '备注', 'a remark', '备注', 'Note'),
    },
  }),
  'keep-gate': action({
    on: 'project',
    path: 'gates/:gate/keep',
    label: { zh: '保留通过', en: 'Keep approval' },
    done: { zh: '保留了环节的通过', en: 'kept the approval of a gate' },
    about: {
      zh: '对需重新通过的办理环节，经决定保留原通过结果，并写明理由',
      en: 'Keep the pass of a gate that was re-opened, by decision and for a reason',
    },
    why: { zh: '保留理由', en: 'Reason for keeping' },
    right: 'edit',
    isPlaced: true,
    fields: {},
  }),
  'answer-requirement': action({
    on: 'project',
    path: 'answers',
    label: { zh: '决定或答复', en: 'Decide or answer' },
    done: { zh: '答复了环节的要求', en: 'answered a requirement of a gate' },
    about: {
      zh: '对办理环节的要求作出决定或答复，取代原答复',
      en: 'Decide or answer what a gate asks for; it takes the place of the answer before',
    },
    right: 'update',
    isPlaced: true,
    fields: {
      requirement: ref('requirement', '办理环节所需的一项', 'what the gate asks for'),
      answer: called(oneOf(ANSWERS, '决定或答复', 'the decision or answer'), '决定或答复', 'Decision or answer'),
      ...calledPair('words', '附带说明', 'a sentence beside it', '说明', 'Remarks'),
      on: called(day('决定或答复的日期', 'the date of the decision or answer'), '日期', 'Date'),
      department: maybeRef('department', '作出决定的单位', 'the department that decided'),
    },
  }),
  'refuse-admission': action({
    on: 'project',
    path: 'refusal',
    label: { zh: '不予入库', en: 'Reject' },
    done: { zh: '未予入库', en: 'not admitted to pipeline' },
    about: {
      zh: '对项目不予入库，并写明理由',
      en: 'Reject a project for the pipeline, with the reason',
    },
    why: { zh: '不予入库的理由', en: 'Reason for rejection' },
    right: 'edit',
    isPlaced: true,
    fields: { on: called(day('决定日期', 'the date of the decision'), '决定日期', 'Date of decision') },
  }),
  'change-rules': action({
    on: 'project',
    path: 'rules',
    label: { zh: '变更类别或规则', en: 'Change kind or rules' },
    done: { zh: '变更了类别或规则', en: 'changed kind or rules' },
    about: {
      zh: '调整项目类型或改用另一日期的规则，并逐一说明已通过环节的处理',
      en: 'Give a project another kind or the rules of another day, saying what becomes of each gate it passed',
    },
    why: { zh: '变更理由', en: 'Reason for change' },
    right: 'edit',
    isPlaced: true,
    fields: {
      kind: called(oneOf(PROJECT_KINDS, '项目种类', 'the kind of project'), '项目种类', 'Kind of project'),
      rules_on: called(day('适用该日有效的环节规则', 'the day whose rulebook is to hold'), '规则所属日期', 'Rules as of'),
      passes: json<readonly PassBecomes[]>('已通过的每个环节如何处理', 'what becomes of every gate it passed'),
    },
  }),
  'ask-evidence': action({
    on: 'project',
    path: 'asks',
    label: { zh: '通知报送', en: 'Request document' },
    done: { zh: '通知报送', en: 'requested' },
    about: {
      zh: '向单位催报项目办理环节所缺的材料；已有未办结的催报时不再重复',
      en: 'Ask a department for what a gate of the project is missing; refused with the open ask where there is one',
    },
    right: 'edit-all',
    isPlaced: true,
    makes: 'supervision',
    errors: ['WG_STEP_REFUSED'],
    fields: {
      requirement: ref('requirement', '项目办理环节所缺的一项', 'what a gate of the project asks for and is missing'),
      department: emptyIs(
        maybeRef('department', '通知报送的单位；不填：首个可提供的单位', 'who is asked; none: the first who can supply it'),
        {
          zh: '第一个可提供的单位',
          en: 'the first that can supply it',
        },
      ),
      due_on: called(day('要求报送的日期', 'the day by which it is asked for'), '报送时限', 'Due date'),
      ...calledPair('words', '报送要求的附带说明', 'a sentence beside what is asked', '情况说明（选填）', 'Message (optional)'),
    },
  }),
};
