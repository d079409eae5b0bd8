import { MONTHLY_PREFIX, type MonthlyColumnName } from '@westgate/domain';
import type { SheetRecipe } from '../common/sheet-recipe.ts';

const MONEY = '投资情况（万元）';
const COURSE = '推进情况';
const STANDARD: readonly (readonly [string, MonthlyColumnName])[] = [
  ['序号', 'number'],
  ['项目名称', 'project'],
  ['项目代码', 'code'],
  ['项目类别', 'category'],
  ['建设性质', 'nature'],
  ['建设地点', 'site'],
  ['建设内容及规模', 'scope'],
  ['建设单位', 'builder'],
  ['责任单位', 'department'],
  ['区级责任领导', 'leader'],
  [`${MONEY} / 总投资`, 'total'],
  [`${MONEY} / 截至上年底累计完成投资`, 'base'],
  [`${MONEY} / 本年计划投资`, 'plan'],
  [`${MONEY} / 本月完成投资`, 'month'],
  [`${MONEY} / 本年累计完成投资`, 'year'],
  [`${MONEY} / 完成年度计划比例`, 'share'],
  [`${MONEY} / 超（欠）序时进度（百分点）`, 'ahead'],
  ['建设工期 / 计划开工/实际开工', 'start'],
  ['建设工期 / 计划竣工/预计竣工', 'finish'],
  [`${COURSE} / 前期手续进展`, 'approvals'],
  [`${COURSE} / 形象进度`, 'words'],
  [`${COURSE} / 年度主要节点`, 'yearGoal'],
  [`${COURSE} / 存在问题`, 'problem'],
  [`${COURSE} / 需协调事项`, 'coordination'],
  [`${COURSE} / 下月计划`, 'nextMonth'],
  ['联系人', 'contact'],
  ['备注', 'note'],
];

/** The 27 columns of the standard monthly sheet, in two rows of heads. */
export function standardColumns(): SheetRecipe['columns'] {
  return STANDARD.map(([head, name]) => ({ head, role: `${MONTHLY_PREFIX}${name}` }));
}
