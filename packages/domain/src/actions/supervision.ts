import { day, list, maybeRef, oneOf, pair, ref } from '../register/fields/fields.ts';
import { SUPERVISED_KINDS, SUPERVISION_STEPS } from '../register/fields/vocabulary.ts';
import { action, called, calledPair, subject } from './action.ts';

/** How records come under supervision, and what is done with a matter from there. */
export const SUPERVISION_ACTIONS = {
  'register-matter': action({
    on: null,
    path: 'supervision',
    label: { zh: '列入督办', en: 'Put under supervision' },
    done: { zh: '列入督办', en: 'put under supervision' },
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
      departments: called(list('the departments that co-operate'), '配合部门', 'Co-operating departments'),
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
        'signed-for': { label: { zh: '签收', en: 'Sign for it' }, verb: 'sign-for-matter', done: { zh: '签收了', en: 'signed for' } },
        reported: {
          label: { zh: '反馈办理情况', en: 'Report that it is done' },
          verb: 'report-matter',
          done: { zh: '反馈了', en: 'reported on' },
        },
        returned: {
          label: { zh: '退回重办', en: 'Return it' },
          verb: 'return-matter',
          done: { zh: '退回了', en: 'returned the report on' },
          needs: 'words',
        },
        verified: { label: { zh: '核查属实', en: 'Verify it' }, verb: 'verify-matter', done: { zh: '核查了', en: 'verified' } },
        closed: { label: { zh: '办结', en: 'Close it' }, verb: 'close-matter', done: { zh: '办结了', en: 'closed' } },
      },
    },
    about: 'Take the next step with a matter; refused where it does not follow, or where who verifies is who reported',
    undo: { label: { zh: '撤销这一步', en: 'Take the step back' }, done: { zh: '撤销了这一步', en: 'took the step back' } },
    right: 'update',
    isPlaced: true,
    errors: ['WG_STEP_REFUSED', 'WG_STALE_RECORD'],
    fields: {
      step: called(oneOf(SUPERVISION_STEPS, 'the step'), '办哪一步', 'Which step'),
      ...calledPair('words', 'what is said with it; with a return: why', '一句话说明', 'In a sentence'),
      on: called(day('the day it was done'), '日期', 'Day'),
    },
  }),
};
