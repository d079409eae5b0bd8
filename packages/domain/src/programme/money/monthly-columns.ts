import { SHEET_COLUMNS, type SheetColumn } from '../../register/fields/vocabulary.ts';

/** What a column of a template of superiors may be filled with. */
export const MONTHLY_COLUMN_NAMES = [
  'number',
  'department',
  'project',
  'plans',
  'code',
  'category',
  'nature',
  'site',
  'scope',
  'builder',
  'leader',
  'total',
  'base',
  'plan',
  'completed',
  'month',
  'year',
  'share',
  'ahead',
  'start',
  'finish',
  'approvals',
  'onSite',
  'words',
  'yearGoal',
  'problem',
  'level',
  'coordination',
  'nextMonth',
  'contact',
  'note',
  'reported',
  'attention',
] as const;
export type MonthlyColumnName = (typeof MONTHLY_COLUMN_NAMES)[number];

/** The words that superiors write over each column, bare. A column is filled by the whole of its head alone: a part of it may mean another amount. */
const HEADS: Readonly<Record<MonthlyColumnName, readonly string[]>> = {
  number: ['序号', '编号', 'no', 'number'],
  department: ['责任单位', '责任部门', '牵头单位', '牵头部门', '主责单位', '主责部门', 'leaddepartment', 'department', 'lead'],
  project: ['项目名称', '项目', '工程名称', 'projectname', 'project'],
  plans: ['所属计划', '所属规划', '列入计划', 'whichplan', 'plan'],
  code: ['项目代码', '投资项目代码', '项目统一代码', 'projectcode'],
  category: ['项目类别', '项目类型', 'projectcategory', 'category'],
  nature: ['建设性质', '项目性质', 'natureofworks'],
  site: ['建设地点', '项目地点', '建设地址', 'location'],
  scope: ['建设内容及规模', '建设内容和规模', '建设内容与规模', '主要建设内容', '主要建设内容及规模', '建设规模及内容', 'scopeandsize'],
  builder: ['建设单位', '项目单位', '项目法人', '实施主体', '建设主体', 'projectowner'],
  leader: ['区级责任领导', '责任领导', '牵头领导', '包抓领导', '分管领导', 'districtleader', 'leaderincharge'],
  total: ['总投资', '总投资额', '投资总额', '项目总投资', '概算总投资', 'totalinvestment'],
  base: [
    '截至上年底累计完成投资',
    '截止上年底累计完成投资',
    '截至上年底完成投资',
    '截至去年底累计完成投资',
    '截至去年底完成投资',
    '上年底累计完成投资',
    '以前年度累计完成投资',
    'completedtotheendoflastyear',
  ],
  plan: [
    '本年计划投资',
    '年度计划投资',
    '本年度计划投资',
    '今年计划投资',
    '年计划投资',
    '计划投资',
    '年度投资计划',
    '本年投资计划',
    'yearsplan',
    'annualplan',
    'plannedinvestment',
  ],
  completed: ['累计完成投资', '自开工累计完成投资', '开工以来累计完成投资', '开工至今累计完成投资', 'completedtodate', 'investmenttodate'],
  month: ['本月完成投资', '当月完成投资', '本月完成', '当月完成', '本月投资', 'completedinthemonth', 'thismonth'],
  year: [
    '本年累计完成投资',
    '本年完成投资',
    '本年度累计完成投资',
    '年度累计完成投资',
    '今年累计完成投资',
    '年内累计完成投资',
    '年初至今完成投资',
    'completedintheyear',
  ],
  share: [
    '完成年度计划比例',
    '占年计划',
    '占年度计划比例',
    '年计划完成率',
    '年度计划完成率',
    '年度投资完成率',
    '完成年计划比例',
    'oftheyearsplan',
    'ofannualplan',
  ],
  ahead: ['超序时进度', '超欠序时进度', '较序时进度', '与序时进度比较', 'aheadofelapsedtime'],
  start: ['计划开工实际开工', '开工时间', '计划实际开工', 'start'],
  finish: ['计划竣工预计竣工', '竣工时间', '计划预计竣工', 'completion'],
  approvals: ['前期手续进展', '前期手续', '前期手续办理情况', '手续办理情况', 'approvals'],
  onSite: ['工程形象进度', '形象进度百分比', '进度百分比', 'physicalprogress'],
  words: ['形象进度', '工程进度', '工程进展', '建设进展', '目前形象进度', '进展情况', 'workonsite', 'progress'],
  yearGoal: ['年度主要节点', '年度节点', '年度节点目标', '年度目标', '年度形象进度目标', 'goalsoftheyear'],
  problem: ['存在问题', '存在的问题', '主要问题', '存在问题及困难', 'problem', 'problems'],
  level: ['需协调层级', '协调层级', '需哪级决定', 'decisionlevel', 'whomustdecide'],
  coordination: ['需协调事项', '需协调解决事项', '需协调解决的事项', '需协调问题', '协调事项', 'tobecoordinated'],
  nextMonth: ['下月计划', '下月工作计划', '下月安排', '下一步计划', 'nextmonth'],
  contact: ['联系人', '联系人及电话', '联系方式', 'contact'],
  note: ['备注', '说明', 'remarks', 'note', 'notes'],
  reported: ['报送日期', '填报日期', '填报时间', 'reportedon', 'submittedon'],
  attention: ['需要关注', '预警', '预警事项', 'needsattention'],
};

/**
 * What a column is filled with, by the whole of its head, or by the lowest of heads that stand one over the other (joined by ` / `); null where that is not
 * known: it is asked. A year in it, and what stands in brackets, is passed over; a per cent sign in them tells a share from words.
 */
export function guessMonthlyColumn(head: string): MonthlyColumnName | null {
  const plain = head.normalize('NFKC').toLowerCase().split(' / ').at(-1) ?? '';
  const isShare = /%|百分/.test(plain);
  const forms = [plain.replaceAll(/\([^)]*\)/g, ''), plain].map((text) => text.replaceAll(/[^\p{L}\p{N}]/gu, ''));
  const dated = forms.flatMap((bare) => [bare, bare.replace(/^20\d\d年度?/, '本年'), bare.replace(/^20\d\d年度?/, '')]);
  const found = MONTHLY_COLUMN_NAMES.find((name) => dated.some((bare) => bare !== '' && HEADS[name].includes(bare)));
  return found === 'words' && isShare ? 'onSite' : (found ?? null);
}

/** What stands before the names of monthly columns where they are kept among other words of a recipe. */
export const MONTHLY_PREFIX = 'monthly-';
const EMPTY = `${MONTHLY_PREFIX}none`;

/** The kinds of sheets that offices bring. */
export const SHEET_KINDS = ['task-sheet', 'monthly'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** What a column of a monthly sheet holds, as a recipe names it. */
export type MonthlyRole = `${typeof MONTHLY_PREFIX}${MonthlyColumnName}`;
export const MONTHLY_ROLES: readonly MonthlyRole[] = MONTHLY_COLUMN_NAMES.map((name) => `${MONTHLY_PREFIX}${name}` as const);

/** What a column of a sheet holds. */
export type SheetRole = SheetColumn | MonthlyRole;
export const SHEET_ROLES: readonly SheetRole[] = [...SHEET_COLUMNS, ...MONTHLY_ROLES];

export function isSheetRole(word: string): word is SheetRole {
  return SHEET_ROLES.some((role) => role === word);
}

/** The name of a monthly column by its role; null for a role of a task sheet. */
export function monthlyNameOf(role: SheetRole): MonthlyColumnName | null {
  return MONTHLY_COLUMN_NAMES.find((name) => `${MONTHLY_PREFIX}${name}` === role) ?? null;
}

/** A column of a template: the superiors' head, and what it is filled with; null: it stays empty. */
export interface TemplateColumn {
  readonly head: string;
  readonly name: MonthlyColumnName | null;
}

/** The columns of a kept recipe that is a template of the monthly sheet; null for a recipe that reads task sheets. */
export function templateColumns(columns: readonly string[]): readonly TemplateColumn[] | null {
  const own = columns.filter((word) => word.startsWith(MONTHLY_PREFIX));
  if (own.length === 0) return null;
  return own.map((word) => {
    const at = word.indexOf('=');
    const role = word.slice(MONTHLY_PREFIX.length, at < 0 ? undefined : at);
    return { head: at < 0 ? '' : word.slice(at + 1), name: MONTHLY_COLUMN_NAMES.find((name) => name === role) ?? null };
  });
}

/** The same as a recipe keeps them. `;` parts the entries of a list, so heads are kept without it. */
export function templateWords(columns: readonly TemplateColumn[]): readonly string[] {
  return columns.map(
    ({ head, name }) => `${name === null ? EMPTY : `${MONTHLY_PREFIX}${name}`}=${head.replaceAll(';', ',').replaceAll(/\s+/g, ' ').trim()}`,
  );
}
