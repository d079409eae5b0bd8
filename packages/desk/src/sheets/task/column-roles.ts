import { type SheetColumn, vocabulary } from '@westgate/domain';
import { bareText } from './flat-text.ts';

/** What a column holds. Only some of it has a place in the district; see {@link isKept}. */
export type ColumnRole = SheetColumn;

/** The heads that offices write over each column, bare. A head is looked for whole, then as a part of a longer one, in this order. */
const HEADS: readonly (readonly [ColumnRole, readonly string[]])[] = [
  ['id', ['承诺编号', '系统编号', 'commitmentid', 'id']],
  ['check', ['核对码', 'checkcode']],
  ['number', ['序号', '编号', '项次', 'no', 'nr', 'number', 'serialno']],
  ['sentence', ['报告内容', '报告原文', '报告表述', '规划原文', '原文', 'wordsofthereport', 'wordsoftheplan', 'reporttext']],
  ['leader', ['牵头领导', '责任领导', '协同领导', '区级领导', '分管领导', '区领导', 'leaderincharge', 'leader']],
  [
    'lead',
    [
      '主责单位',
      '牵头单位',
      '责任单位',
      '主办单位',
      '主责部门',
      '牵头部门',
      '责任部门',
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
      '协办部门',
      '配合部门',
      '参加单位',
      'cooperatingdepartments',
      'supportingdepartments',
      'partners',
    ],
  ],
  [
    'due',
    ['完成时限', '完成时间', '完成期限', '时限要求', '时限', '计划完成', '完成日期', '截止日期', 'deadline', 'duedate', 'due', 'bywhen'],
  ],
  ['steps', ['季度形象进度', '形象进度', '进度安排', '阶段目标', '一季度', '二季度', '三季度', '四季度', 'quarter', 'steps']],
  ['goal', ['量化目标', '年度目标', '工作目标', '预期目标', '目标值', 'measurablegoal', 'goal', 'target']],
  ['person', ['责任人', '联系人', '经办人', 'personincharge', 'contact']],
  ['progress', ['进展情况', '工作进展', '完成情况', '落实情况', 'progress']],
  ['problems', ['存在问题', '困难问题', 'problems']],
  ['next', ['下一步措施', '下一步工作', '下一步', 'nextsteps']],
  ['state', ['状态', '完成状态', 'state', 'status']],
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
      '重点工作',
      '工作内容',
      '工作事项',
      '任务',
      '事项',
      'task',
      'measure',
      'action',
    ],
  ],
  ['section', ['任务类别', '类别', '领域', '板块', '分类', 'category', 'section', 'area']],
  ['note', ['备注', '说明', 'remarks', 'remark', 'notes', 'note']],
];

/** Roles whose cells are stored: the others are shown, and said to be left behind. */
const KEPT: ReadonlySet<ColumnRole> = new Set([
  'id',
  'number',
  'sentence',
  'task',
  'goal',
  'lead',
  'support',
  'due',
  'note',
  'section',
  'check',
]);

/** A role found by a head, and how. */
export interface GuessedRole {
  readonly role: ColumnRole;
  /** `head`: the very words; `head-part`: they stand in it. */
  readonly rule: 'head' | 'head-part';
}

/** What a column with this head holds; null where no head like it is known. A unit in brackets is passed over. */
export function roleOfHead(head: string): GuessedRole | null {
  const bare = bareText(head.normalize('NFKC').replaceAll(/\([^)]*\)/g, ''));
  if (bare === '') return null;
  const whole = HEADS.find(([, words]) => words.includes(bare));
  if (whole) return { role: whole[0], rule: 'head' };
  const part = HEADS.find(([, words]) => words.some((word) => word.length >= 2 && !/^[a-z]{1,4}$/.test(word) && bare.includes(word)));
  return part && bare.length <= 24 ? { role: part[0], rule: 'head-part' } : null;
}

/** The unit that stands in brackets in a head, as `万元` in 投资（万元）; null where there is none. */
export function unitOfHead(head: string): string | null {
  const [, unit] = /\(\s*(?:单位\s*[:：]\s*)?([^()]{1,12})\)\s*$/.exec(head.normalize('NFKC')) ?? [];
  return unit !== undefined && /元|米|亩|户|个|项|%|人|栋|套|公里|平方|km|m2|m²|million|units?/i.test(unit) ? unit.trim() : null;
}

export function isKept(role: ColumnRole): boolean {
  return KEPT.has(role);
}

export function isColumnRole(word: string): word is ColumnRole {
  return vocabulary.SHEET_COLUMNS.some((role) => role === word);
}
