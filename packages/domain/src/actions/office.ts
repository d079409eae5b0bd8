import { anyRef, emptyIs, list, maybeRef, maybeText, oneOf, text } from '../register/fields/fields.ts';
import { NOUNS, REVIEW_WORDS, REVIEWED_KINDS, SAVED_SCREENS } from '../register/fields/vocabulary.ts';
import { action, called, calledPair, subject } from './action.ts';

/** With whom a view is shared: nobody, the department of who keeps it, or everyone. */
const SHARED_WITH = ['me', 'department', 'all'] as const;

/** What people of the office do with each other: propose and decide, comment, keep views, answer for records. */
export const OFFICE_ACTIONS = {
  'propose-change': action({
    on: null,
    path: 'pending-changes',
    label: { zh: '提出变更', en: 'Propose a change' },
    done: { zh: '提出变更', en: 'proposed a change of' },
    about: {
      zh: '对须审批的栏目申请修改；批准前，记录保持原值',
      en: 'Propose another value for a column under review; the record keeps its own until that is accepted',
    },
    undo: { label: { zh: '撤回提议', en: 'Withdraw proposal' }, done: { zh: '撤回了提议', en: 'withdrew the proposal' } },
    key: 'P',
    right: 'update',
    makes: 'pending_change',
    errors: ['WG_NOT_FOUND'],
    fields: {
      ...subject(REVIEWED_KINDS),
      field: called(text('栏目', 'the column'), '变更项', 'Field'),
      proposed: called(maybeText('新值的文字；null 为无', 'the text of the value; null for none'), '变更为', 'New value'),
      ...calledPair('words', '理由', 'why', '理由', 'Reason'),
    },
  }),
  'decide-change': action({
    on: 'pending_change',
    path: 'decision',
    label: { zh: '审批', en: 'Decide' },
    done: {
      by: 'decision',
      variants: {
        accepted: { label: { zh: '批准', en: 'Approve' }, verb: 'accept-change', done: { zh: '批准了变更', en: 'approved a change of' } },
        refused: {
          label: { zh: '不批准', en: 'Reject' },
          verb: 'refuse-change',
          done: { zh: '未批准变更', en: 'rejected a change of' },
          needs: 'words',
        },
      },
    },
    about: {
      zh: '批准或不予批准待批的修改；批准后，记录改为新值',
      en: 'Accept or refuse a change that waits; accepted, the record takes the value',
    },
    undo: { label: { zh: '撤销审批', en: 'Undo decision' }, done: { zh: '撤销了审批', en: 'undid the decision' } },
    right: 'edit-all',
    isPlaced: true,
    errors: ['WG_STEP_REFUSED', 'WG_STALE_RECORD'],
    fields: {
      decision: called(oneOf(REVIEW_WORDS, '决定', 'what is decided'), '审批意见', 'Decision'),
      ...calledPair('words', '不批准时的理由', 'with a refusal: why', '理由', 'Reason'),
    },
  }),
  'write-comment': action({
    on: null,
    path: 'comments',
    label: { zh: '写批注', en: 'Comment' },
    done: { zh: '批注了', en: 'commented on' },
    verb: 'comment',
    about: {
      zh: '对记录批注或回复批注；提及的单位另行列明',
      en: 'Comment on a record, or answer a comment; mentions are named beside the words',
    },
    key: 'W',
    right: 'read',
    makes: 'comment',
    errors: ['WG_NOT_FOUND'],
    fields: {
      ...subject(NOUNS),
      ...calledPair('words', '批注内容，用输入时的语言', 'what is said, in the language it is typed in', '批注', 'Comment'),
      reply_to: called(emptyIs(maybeRef('comment', '所回复的批注', 'the comment it answers')), '所回复的批注', 'Reply to'),
      departments: called(list('提到的单位', 'the departments mentioned'), '提到的部门', 'Departments mentioned'),
      accounts: called(
        list('提到的人员，填账号编号', 'the persons mentioned, by the ids of their accounts'),
        '提到的人员',
        'Persons mentioned',
      ),
    },
  }),
  'withdraw-comment': action({
    on: 'comment',
    path: 'withdrawal',
    label: { zh: '撤回', en: 'Withdraw' },
    done: { zh: '撤回了批注', en: 'withdrew a comment on' },
    about: {
      zh: '撤回本人的批注：文字删去，在回复中的位置保留',
      en: 'Withdraw a comment of one’s own: its words go, its place among the replies stays',
    },
    right: 'read',
    isPlaced: true,
    errors: ['WG_STALE_RECORD'],
    fields: {},
  }),
  'save-view': action({
    on: null,
    path: 'views',
    label: { zh: '保存当前视图', en: 'Save this view' },
    done: { zh: '保存了视图', en: 'saved a view' },
    about: {
      zh: '将视图命名保存，供本人、本单位或全体使用',
      en: 'Keep a view under a name, for yourself, your department or everyone',
    },
    right: 'read',
    makes: 'saved_view',
    fields: {
      ...calledPair('name', '名称，至少填一种语言', 'its name, in one language at least', '名称', 'Name'),
      screen: called(oneOf(SAVED_SCREENS, '屏', 'the screen'), '页面', 'Screen'),
      query: called(text('网址中问号之后的部分', 'what stands in the address behind the question mark'), '地址', 'Address'),
      shared_with: { ...called(oneOf(SHARED_WITH, '共享范围', 'with whom it is shared'), '共享范围', 'Shared with'), standard: 'me' },
    },
  }),
  'drop-view': action({
    on: 'saved_view',
    path: '',
    label: { zh: '删除', en: 'Delete' },
    done: { zh: '删除了视图', en: 'deleted a view' },
    about: {
      zh: '删除视图',
      en: 'Drop a view',
    },
    right: 'read',
    isPlaced: true,
    takesOut: true,
    fields: {},
  }),
  'name-owner': action({
    on: null,
    path: 'owners',
    label: { zh: '指定责任人', en: 'Name an owner' },
    done: { zh: '指定了责任人', en: 'named an owner' },
    about: {
      zh: '一次操作指定这些记录在本单位的责任人，或取消指定',
      en: 'Name the person who answers for these records within their department, or nobody any more, in one step',
    },
    right: 'edit',
    counts: true,
    errors: ['WG_NOT_FOUND'],
    fields: {
      person: called(
        maybeText('责任人的账号编号；null：不再指定', 'the person, by the id of the account; null: nobody any more'),
        '责任人',
        'Owner',
      ),
    },
    each: {
      as: 'subjects',
      fields: { kind: oneOf(['commitment', 'project'], '记录种类', 'the kind of record'), id: anyRef('kind', '记录', 'the record') },
      most: 2000,
    },
  }),
  'hand-over': action({
    on: null,
    path: 'owners/hand-over',
    label: { zh: '移交', en: 'Hand over' },
    done: { zh: '移交了', en: 'handed over' },
    about: {
      zh: '一次操作将一名责任人负责的全部记录移交本单位另一人',
      en: 'Hand everything one person answers for over to another of the same department, in one step',
    },
    right: 'edit-all',
    counts: true,
    fields: {
      from: called(text('原责任人的账号编号', 'who answered for it, by the id of the account'), '移交人', 'Handed over by'),
      to: called(text('新责任人的账号编号', 'who answers for it from now on, by the id of the account'), '接手人', 'Taken over by'),
    },
  }),
};
