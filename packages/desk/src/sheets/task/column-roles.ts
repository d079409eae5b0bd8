import { type SheetColumn, vocabulary } from '@westgate/domain';
import { bareHead } from '../common/head-words.ts';

/** What a column holds. */
export type ColumnRole = SheetColumn;

/** The heads that offices write over each column, bare: a column is mapped by the whole of one of them. */
const HEADS: readonly (readonly [ColumnRole, readonly string[]])[] = [
  ['id', ['承诺编号', '系统编号', 'commitmentid', 'id']],
  ['check', ['核对码', 'checkcode']],
  ['number', ['序号', '编号', '项次', '任务序号', '任务编号', 'no', 'nr', 'number', 'serialno']],
  [
    'sentence',
    [
      '报告内容',
      '报告原文',
      '报告表述',
      '政府工作报告内容',
      '政府工作报告原文',
      '规划原文',
      '计划原文',
      '原文',
      'wordsofthereport',
      'wordsoftheplan',
      'reporttext',
    ],
  ],
  [
    'leader',
    ['牵头领导', '责任领导', '区级领导', '区级牵头领导', '区级责任领导', '主管领导', '分管领导', '区领导', 'leaderincharge', 'leader'],
  ],
  ['co-leader', ['协同领导', '配合领导', '协助领导', 'coordinatingleader']],
  [
    'lead',
    [
      '主责单位',
      '牵头单位',
      '主办单位',
      '牵头责任单位',
      '主要责任单位',
      '主责部门',
      '牵头部门',
      '主办部门',
      '责任单位',
      '责任部门',
      '承办单位',
      '主责牵头单位',
      '牵头主责单位',
      'leaddepartment',
      'responsibledepartment',
      'lead',
      'owner',
    ],
  ],
  [
    'support',
    [
      '协办单位',
      '配合单位',
      '协同单位',
      '参与单位',
      '协作单位',
      '协助单位',
      '协办配合单位',
      '配合责任单位',
      '协办部门',
      '配合部门',
      '协同部门',
      '参与部门',
      '参加单位',
      'cooperatingdepartments',
      'supportingdepartments',
      'partners',
    ],
  ],
  [
    'due',
    [
      '完成时限',
      '完成时间',
      '完成期限',
      '办理时限',
      '时限要求',
      '时限',
      '计划完成',
      '计划完成时间',
      '完成日期',
      '截止日期',
      '截止时间',
      'deadline',
      'duedate',
      'due',
      'bywhen',
    ],
  ],
  [
    'steps',
    [
      '季度形象进度',
      '分季度形象进度',
      '季度目标',
      '季度节点',
      '季度进度目标',
      '分季度目标',
      '形象进度',
      '进度安排',
      '阶段目标',
      '第一季度',
      '第二季度',
      '第三季度',
      '第四季度',
      '一季度',
      '二季度',
      '三季度',
      '四季度',
      '一季度目标',
      '二季度目标',
      '三季度目标',
      '四季度目标',
      'quarter',
      'q1',
      'q2',
      'q3',
      'q4',
      'quarterlymilestones',
      'steps',
    ],
  ],
  ['goal', ['量化目标', '量化指标', '年度目标', '年度工作目标', '工作目标', '预期目标', '目标值', 'measurablegoal', 'goal', 'target']],
  ['person', ['责任人', '具体责任人', '联系人', '经办人', '责任科室负责人', 'personincharge', 'contact']],
  ['progress', ['进展情况', '工作进展', '工作进展情况', '推进情况', '完成情况', '目前进展', '落实情况', 'progress']],
  ['problems', ['存在问题', '存在的问题', '困难问题', '存在困难和问题', 'problems']],
  ['next', ['下一步措施', '下一步工作', '下一步工作措施', '下一步工作计划', '下一步计划', '下一步', 'nextsteps']],
  ['state', ['状态', '完成状态', '推进状态', '填报状态', 'state', 'status', 'statusasstated']],
  [
    'task',
    [
      '重点任务',
      '工作任务',
      '主要任务',
      '任务内容',
      '任务名称',
      '目标任务',
      '具体任务',
      '分解任务',
      '重点工作',
      '重点工作任务',
      '工作内容',
      '工作事项',
      '任务',
      '事项',
      'task',
      'measure',
      'action',
    ],
  ],
  ['section', ['任务类别', '任务板块', '类别', '领域', '板块', '分类', 'category', 'section', 'area']],
  ['note', ['备注', '说明', 'remarks', 'remark', 'notes', 'note']],
];

/** Roles whose columns may stand several times in a sheet: goals of the quarters, and units that do not lead. */
export const OFTEN: ReadonlySet<ColumnRole> = new Set(['steps', 'support']);
/** Heads of the units that answer: beside a column of those that lead, they stand for those that do not. */
const ANSWERING = ['责任单位', '责任部门', 'responsibledepartment'];

/** A role found by a head, and how. */
export interface GuessedRole {
  readonly role: ColumnRole;
  /** `head`: the very words; `head-part`: they stand in it among others, so that it may mean something else. */
  readonly rule: 'head' | 'head-part';
}

/** What a column with this head holds; null where no head like it is known. A unit in brackets is passed over. */
export function roleOfHead(head: string): GuessedRole | null {
  const bare = bareHead(head);
  if (bare === '') return null;
  const whole = HEADS.find(([, words]) => words.includes(bare));
  if (whole) return { role: whole[0], rule: 'head' };
  const part = HEADS.find(([, words]) => words.some((word) => word.length >= 2 && !/^[a-z]{1,4}$/.test(word) && bare.includes(word)));
  return part && bare.length <= 24 ? { role: part[0], rule: 'head-part' } : null;
}

/** True for a head that names units that answer, and does not say whether they lead. */
export function isOfAnswering(head: string): boolean {
  return ANSWERING.includes(bareHead(head));
}

export function isColumnRole(word: string): word is ColumnRole {
  return vocabulary.SHEET_COLUMNS.some((role) => role === word);
}
