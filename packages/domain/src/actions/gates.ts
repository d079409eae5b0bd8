import { day, json, maybeRef, oneOf, ref } from '../register/fields/fields.ts';
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
    label: { zh: '过关', en: 'Pass the gate' },
    done: { zh: '通过了关口', en: 'passed a gate' },
    about: 'Pass the open gate of a project; refused with exactly what is missing and who can supply it',
    undo: { label: { zh: '撤销通过', en: 'Take the pass back' }, done: { zh: '撤销了通过', en: 'took back the pass of a gate' } },
    key: 'G',
    right: 'edit',
    isPlaced: true,
    errors: ['WG_GATE_CLOSED'],
    fields: {
      on: called(day('the day it was passed'), '过关日期', 'Day it was passed'),
      ...calledPair('note', 'a remark', '备注', 'Note'),
    },
  }),
  'keep-gate': action({
    on: 'project',
    path: 'gates/:gate/keep',
    label: { zh: '保留通过', en: 'Keep the pass' },
    done: { zh: '保留了关口的通过', en: 'kept the pass of a gate' },
    about: 'Keep the pass of a gate that was re-opened, by decision and for a reason',
    why: { zh: '保留理由', en: 'Reason for keeping it' },
    right: 'edit',
    isPlaced: true,
    fields: {},
  }),
  'answer-requirement': action({
    on: 'project',
    path: 'answers',
    label: { zh: '决定或答复', en: 'Decide or answer' },
    done: { zh: '答复了关口的要求', en: 'answered what a gate asks' },
    about: 'Decide or answer what a gate asks for; it takes the place of the answer before',
    right: 'update',
    isPlaced: true,
    fields: {
      requirement: ref('requirement', 'what the gate asks for'),
      answer: called(oneOf(ANSWERS, 'the decision or answer'), '决定或答复', 'Decision or answer'),
      ...calledPair('words', 'a sentence beside it', '说明', 'In words'),
      on: called(day('the day of the decision or answer'), '日期', 'Day'),
      department: maybeRef('department', 'the department that decided'),
    },
  }),
  'refuse-admission': action({
    on: 'project',
    path: 'refusal',
    label: { zh: '不予入库', en: 'Keep it out of the pool' },
    done: { zh: '未予入库', en: 'kept out of the pool' },
    about: 'Keep a project out of the pool, with the reason',
    why: { zh: '为什么不予入库', en: 'Why it is kept out' },
    right: 'edit',
    isPlaced: true,
    fields: { on: called(day('the day of the decision'), '决定日期', 'Day of the decision') },
  }),
  'change-rules': action({
    on: 'project',
    path: 'rules',
    label: { zh: '变更类别或规则', en: 'Change kind or rules' },
    done: { zh: '变更了类别或规则', en: 'changed kind or rules' },
    about: 'Give a project another kind or the rules of another day, saying what becomes of each gate it passed',
    why: { zh: '为什么换', en: 'Why they change' },
    right: 'edit',
    isPlaced: true,
    fields: {
      kind: called(oneOf(PROJECT_KINDS, 'the kind of project'), '项目种类', 'Kind of project'),
      rules_on: called(day('the day whose rulebook is to hold'), '按哪一天的规则', 'By the rules of which day'),
      passes: json<readonly PassBecomes[]>('what becomes of every gate it passed'),
    },
  }),
  'ask-evidence': action({
    on: 'project',
    path: 'asks',
    label: { zh: '要求提供', en: 'Ask for it' },
    done: { zh: '要求提供', en: 'asked for' },
    about: 'Ask a department for what a gate of the project is missing; refused with the open ask where there is one',
    right: 'edit-all',
    isPlaced: true,
    makes: 'supervision',
    errors: ['WG_STEP_REFUSED'],
    fields: {
      requirement: ref('requirement', 'what a gate of the project asks for and is missing'),
      department: maybeRef('department', 'who is asked; none: the first who can supply it'),
      due_on: called(day('the day by which it is asked for'), '何时前答复', 'By when'),
      ...calledPair('words', 'a sentence beside what is asked', '附一句话（可不填）', 'A sentence beside it, if you like'),
    },
  }),
};
