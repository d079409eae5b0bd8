import { anyRef, day, id, list, maybeText, oneOf, pair, ref, text } from '../fields/fields.ts';
import { ACCOUNT_STATES, SAVED_SCREENS, VISIBILITIES } from '../fields/vocabulary.ts';
import { byAction, label, table } from './table.ts';

/** Who may sign in. Names and credentials lie in each person's personal record, never in a row. */
export const PEOPLE_TABLES = {
  account: table({
    label: label('账号', 'account', 'accounts', '个'),
    file: 'people/accounts.csv',
    isApart: true,
    since: 8,
    key: ['id'],
    about: {
      zh: '账号：可以登录的人员，以该人员的编号为准',
      en: 'an account: a person who may sign in, by the id of that person',
    },
    of: [],
    goesWith: [],
    audience: 'office',
    written: byAction('账号在 /api/v1/people 修改', 'an account is changed at /api/v1/people'),
    fields: {
      id: id<'account'>('人员编号', 'the id of the person'),
      roles: list('人员的角色', 'what the person may be'),
      department: maybeText(
        '人员所属单位的编号；未登记的单位不计',
        'the department the person belongs to, by its id; one that is not held counts as none',
      ),
      state: oneOf(ACCOUNT_STATES, '已邀请、使用中或已关闭', 'invited, open or closed'),
    },
  }),
  assignment: table({
    label: label('负责人', 'assignment', 'assignments', '条'),
    file: 'people/assignments.csv',
    isApart: true,
    since: 10,
    key: ['subject_kind', 'subject_id'],
    about: {
      zh: '承诺或项目在责任单位内的责任人',
      en: 'the person who answers for a commitment or project within the department that does',
    },
    of: ['subject_id'],
    goesWith: ['subject_id', 'person'],
    audience: 'office',
    written: byAction('由 POST /api/v1/owners 指定', 'who answers is named by POST /api/v1/owners'),
    fields: {
      subject_kind: oneOf(['commitment', 'project'], '记录种类', 'the kind of record'),
      subject_id: anyRef('subject_kind', '记录', 'the record'),
      person: ref('account', '责任人的账号', 'the account of the person'),
    },
  }),
  outside_link: table({
    label: label('系统外填报链接', 'external update link', 'external update links', '个'),
    file: 'people/outside-links.csv',
    isApart: true,
    since: 10,
    key: ['id'],
    named: 'body',
    about: {
      zh: '填报链接：系统外单位无需账号，可在截止日期前填报一条记录',
      en: 'a link by which a body outside the district reports on one record without an account, until a day',
    },
    of: ['subject_id'],
    goesWith: ['subject_id'],
    audience: 'office',
    written: {
      by: 'making',
      how: { zh: '由 POST /api/v1/outside-links 建立', en: 'an outside link is made by POST /api/v1/outside-links' },
    },
    address: 'outside-links',
    fields: {
      id: id<'outside_link'>('固定编号', 'stable id'),
      subject_kind: oneOf(['commitment', 'project'], '记录种类', 'the kind of record'),
      subject_id: anyRef('subject_kind', '记录', 'the record'),
      ...pair('body', '凭链接填报的单位', 'the body that reports by it'),
      expires_on: day('可使用的最后一日', 'the last day on which it can be used'),
      secret_hash: text(
        '链接密钥的 SHA-256，十六进制；密钥本身不保存',
        'SHA-256 of the secret in the link, in hex; the secret itself is kept nowhere',
      ),
    },
  }),
  saved_view: table({
    label: label('视图', 'view', 'views', '个'),
    file: 'people/saved-views.csv',
    isApart: true,
    since: 11,
    key: ['id'],
    named: 'name',
    about: {
      zh: '命名保存的视图：画面及其地址中的条件',
      en: 'a view kept under a name: a screen, and what stands in its address',
    },
    of: [],
    goesWith: [],
    owner: 'department',
    audience: 'office',
    written: byAction('视图在 /api/v1/views 保存和删除', 'a view is kept and dropped at /api/v1/views'),
    address: 'views',
    fields: {
      id: id<'saved_view'>('固定编号', 'stable id'),
      ...pair('name', '名称', 'the name'),
      screen: oneOf(SAVED_SCREENS, '屏', 'the screen'),
      query: text('网址中问号之后的部分', 'what stands in the address behind the question mark'),
      visibility: oneOf(
        VISIBILITIES,
        '共享范围：全区、某单位或不共享',
        'with whom it is shared: everyone in the district, a department, or nobody',
      ),
      department: maybeText('共享给的单位的编号', 'the department it is shared with, by its id'),
      owner: maybeText(
        '视图所有者；无账号时为空，即人人共有',
        'the person who keeps it; empty where nobody has an account: it is everyone’s',
      ),
    },
  }),
} as const;
