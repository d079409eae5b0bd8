/** What a column of a template of superiors may be filled with. */
export const MONTHLY_COLUMN_NAMES = [
  'number',
  'department',
  'project',
  'plans',
  'total',
  'plan',
  'completed',
  'month',
  'year',
  'share',
  'onSite',
  'words',
  'problem',
  'level',
  'reported',
  'attention',
] as const;
export type MonthlyColumnName = (typeof MONTHLY_COLUMN_NAMES)[number];

/** The words that superiors write over each column; the first that stands in a head decides. */
const HEADS: readonly (readonly [MonthlyColumnName, readonly string[]])[] = [
  ['number', ['序号', '编号', 'no.', 'number']],
  ['month', ['本月完成', '当月完成', 'in the month', 'this month']],
  ['plans', ['所属计划', '所属规划', '列入计划', 'of which plan', 'which plan']],
  ['year', ['本年完成', '年度完成', '本年累计', '年内完成', 'in the year']],
  ['share', ['完成年度计划比例', '% of annual plan', '占年计划', '年计划完成率', '完成比例', '完成率', 'of the plan', 'of the year']],
  ['plan', ['年度计划', '本年计划', '年计划', '计划投资', 'plan']],
  ['completed', ['累计完成', '已完成投资', '完成投资', 'to date']],
  ['total', ['总投资', '投资总额', '概算', 'total investment']],
  ['onSite', ['physical progress (%', '形象进度（%', '形象进度(%', '进度百分比', 'on site (%']],
  ['words', ['形象进度', '工程进度', '建设进展', '进展情况', 'on site', 'progress']],
  ['level', ['决定', '协调层级', '提请', '需协调', 'decide', 'level']],
  ['problem', ['问题', '困难', 'problem']],
  ['reported', ['报送', '填报日期', 'reported']],
  ['attention', ['预警', '关注', 'attention']],
  ['department', ['单位', '部门', 'department', 'lead']],
  ['project', ['项目名称', '项目', 'project']],
];

/** What a column is most likely filled with, by its head; null where nothing is recognised. */
export function guessMonthlyColumn(head: string): MonthlyColumnName | null {
  const bare = head.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const found = HEADS.find(([, words]) => words.some((word) => bare.includes(word.normalize('NFKC'))));
  return found?.[0] ?? null;
}

const PREFIX = 'monthly-';
const EMPTY = `${PREFIX}none`;

/** A column of a template: the superiors' head, and what it is filled with; null: it stays empty. */
export interface TemplateColumn {
  readonly head: string;
  readonly name: MonthlyColumnName | null;
}

/** The columns of a kept recipe that is a template of the monthly sheet; null for a recipe that reads task sheets. */
export function templateColumns(columns: readonly string[]): readonly TemplateColumn[] | null {
  const own = columns.filter((word) => word.startsWith(PREFIX));
  if (own.length === 0) return null;
  return own.map((word) => {
    const at = word.indexOf('=');
    const role = word.slice(PREFIX.length, at < 0 ? undefined : at);
    return { head: at < 0 ? '' : word.slice(at + 1), name: MONTHLY_COLUMN_NAMES.find((name) => name === role) ?? null };
  });
}

/** The same as a recipe keeps them. `;` parts the entries of a list, so heads are kept without it. */
export function templateWords(columns: readonly TemplateColumn[]): readonly string[] {
  return columns.map(
    ({ head, name }) => `${name === null ? EMPTY : `${PREFIX}${name}`}=${head.replaceAll(';', ',').replaceAll(/\s+/g, ' ').trim()}`,
  );
}
