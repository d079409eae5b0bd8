import { day, list, maybeRef, oneOf, pair, ref } from '../register/fields/fields.ts';
import { SUPERVISED_KINDS, SUPERVISION_STEPS } from '../register/fields/vocabulary.ts';
import { action, called, calledPair, subject } from './action.ts';

/** How records come under supervision, and what is done with a matter from there. */
export const SUPERVISION_ACTIONS = {
  'register-matter': action({
    on: null,
    path: 'supervision',
    label: { zh: '立项督办', en: 'Create action item' },
    done: { zh: '立项督办', en: 'created an action item' },
    about: 'Put a record under supervision, as of today',
    key: 'B',
    right: 'edit-all',
    makes: 'supervision',
    errors: ['WG_NOT_FOUND'],
    fields: {
      ...subject(SUPERVISED_KINDS),
      ...pair('asked', 'what is asked, in one language at least'),
      ...pair('instruction', 'on whose instruction'),
      source: maybeRef('source', 'where the instruction was read'),
      lead: ref('department', 'the department that signs for it and reports'),
      departments: called(list('the departments that co-operate'), '配合单位', 'Supporting organisations'),
      due_on: day('the day by which it is to be reported done'),
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
    about: 'Take the next step with a matter; refused where it does not follow, or where who verifies is who reported',
    undo: { label: { zh: '撤销步骤', en: 'Undo step' }, done: { zh: '撤销了步骤', en: 'undid a step' } },
    right: 'update',
    isPlaced: true,
    errors: ['WG_STEP_REFUSED', 'WG_STALE_RECORD'],
    fields: {
      step: called(oneOf(SUPERVISION_STEPS, 'the step'), '办理步骤', 'Step'),
      ...calledPair('words', 'what is said with it; with a return: why', '情况说明', 'Summary'),
      on: called(day('the day it was done'), '日期', 'Date'),
    },
  }),
};
