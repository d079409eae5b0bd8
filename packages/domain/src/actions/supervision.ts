import { day, list, maybeRef, oneOf, pair, ref } from '../register/fields/fields.ts';
import { ESCALATION_LEVELS, SUPERVISED_KINDS, SUPERVISION_STEPS } from '../register/fields/vocabulary.ts';
import { NAMES } from '../register/vocabulary-names.ts';
import { action, called, calledPair, subject } from './action.ts';

/** How records come under supervision, and what is done with a matter from there. */
export const SUPERVISION_ACTIONS = {
  'register-matter': action({
    on: null,
    path: 'supervision',
    label: { zh: '立项督办', en: 'Create action item' },
    done: { zh: '立项督办', en: 'created an action item' },
    about: {
      zh: '将记录立项督办，自今日起',
      en: 'Put a record under supervision, as of today',
    },
    key: 'B',
    right: 'edit-all',
    makes: 'supervision',
    errors: ['WG_NOT_FOUND'],
    fields: {
      ...subject(SUPERVISED_KINDS),
      ...pair('asked', '督办要求，至少填一种语言', 'what is asked, in one language at least'),
      ...pair('instruction', '批示或交办的领导、机构', 'on whose instruction'),
      source: maybeRef('source', '批示的来源', 'where the instruction was read'),
      lead: ref('department', '签收并反馈的单位', 'the department that acknowledges it and reports'),
      departments: called(list('配合单位', 'the departments that co-operate'), '配合单位', 'Supporting organisations'),
      due_on: day('反馈办结的时限', 'the day by which it is to be reported done'),
    },
  }),
  'make-request': action({
    on: null,
    path: 'requests',
    label: { zh: '提出协调事项', en: 'Make request' },
    done: { zh: '提出了协调事项', en: 'made a request to another department' },
    about: {
      zh: '就一条记录向其他单位提出协调事项，限期答复；承办单位签收、答复，提出单位核查',
      en: 'Ask another department for something on a record, by a day; it acknowledges and answers, and the department that asked verifies the answer',
    },
    hint: {
      zh: '承办单位签收、答复；提出单位核查、办结。逾期未答复的列入督办台账和预警事项。',
      en: 'The department asked acknowledges and answers; the department that asks verifies and closes. Silence past the due date is among the action items and exceptions.',
    },
    right: 'update',
    makes: 'supervision',
    needs: 'asked',
    errors: ['WG_NOT_FOUND'],
    fields: {
      ...subject(SUPERVISED_KINDS),
      ...calledPair('asked', '要求报送的内容，至少填一种语言', 'what is asked for, in one language at least', '协调事项', 'Request'),
      asked_by: called(ref('department', '提出要求的单位', 'the department that asks'), '提出单位', 'Requested by'),
      lead: called(ref('department', '被要求的单位', 'the department that is asked'), '承办单位', 'Asked of'),
      due_on: called(day('答复时限', 'the day by which it is to be answered'), '答复时限', 'Answer due'),
    },
  }),
  'escalate-matter': action({
    on: 'supervision',
    path: 'escalate',
    label: { zh: '提级协调', en: 'Escalate' },
    done: { zh: '提级协调了', en: 'escalated' },
    about: {
      zh: '将未办结的事项提级，写明须作出决定的领导或单位；每件事项只能提级一次',
      en: 'Take an open matter to the level that must decide, a leader or body by name; once for each matter',
    },
    hint: { zh: '每件事项只能提级一次。', en: 'A matter is escalated once.' },
    right: 'update',
    rightWhileEmpty: { column: 'asked_by', right: 'edit-all' },
    whileEmpty: ['escalated_on', 'requirement'],
    isPlaced: true,
    needs: 'to',
    errors: ['WG_STEP_REFUSED'],
    fields: {
      level: {
        ...called(oneOf(ESCALATION_LEVELS, '须作出决定的层级', 'the level that must decide'), '提级层级', 'Decision level'),
        names: NAMES.escalation,
      },
      ...calledPair(
        'to',
        '须作出决定的领导或机构，至少填一种语言',
        'the leader or body that must decide, in one language at least',
        '提请（领导或单位）',
        'Leader or body',
      ),
      on: called(day('提级日期', 'the day it was escalated'), '提级日期', 'Escalated on'),
    },
  }),
  'take-step': action({
    on: 'supervision',
    path: 'steps',
    label: { zh: '办理下一步', en: 'Take the next step' },
    done: {
      by: 'step',
      variants: {
        'signed-for': { label: { zh: '签收', en: 'Acknowledge' }, verb: 'sign-for-matter', done: { zh: '签收了', en: 'acknowledged' } },
        reported: {
          label: { zh: '反馈办理情况', en: 'Report completion' },
          verb: 'report-matter',
          done: { zh: '反馈了', en: 'reported on' },
        },
        returned: {
          label: { zh: '退回重办', en: 'Return' },
          verb: 'return-matter',
          done: { zh: '退回了', en: 'returned the report on' },
          needs: 'words',
        },
        verified: { label: { zh: '核查属实', en: 'Verify' }, verb: 'verify-matter', done: { zh: '核查了', en: 'verified' } },
        closed: { label: { zh: '办结', en: 'Close item' }, verb: 'close-matter', done: { zh: '办结了', en: 'closed' } },
      },
    },
    about: {
      zh: '办理事项的下一步；不符合办理顺序的，或由反馈人自行核查的，不予办理',
      en: 'Take the next step with a matter; refused where it does not follow, or where who verifies is who reported',
    },
    undo: { label: { zh: '撤销步骤', en: 'Undo step' }, done: { zh: '撤销了步骤', en: 'undid a step' } },
    right: 'update',
    isPlaced: true,
    errors: ['WG_STEP_REFUSED', 'WG_STALE_RECORD'],
    fields: {
      step: called(oneOf(SUPERVISION_STEPS, '办理步骤', 'the step'), '办理步骤', 'Step'),
      ...calledPair('words', '附带说明；退回时为理由', 'what is said with it; with a return: why', '情况说明', 'Summary'),
      on: called(day('办理日期', 'the day it was done'), '日期', 'Date'),
    },
  }),
};
