import { type Said, WestgateError } from '@westgate/base';
import { type Register, TABLES, type TableName } from '@westgate/domain';
import { heldUpBy } from './resting.ts';

/** Kinds of rows that a message names. */
const MOST_NAMED = 8;
/** What rows are called in Chinese, each with its measure word. */
const ROWS_ZH: Readonly<Partial<{ [T in TableName]: string }>> = {
  commitment: '条承诺',
  component: '个组成部分',
  department: '个部门',
  document: '份文件',
  event: '个活动',
  evidence: '份材料',
  figure: '个数字',
  gate_pass: '次过关',
  indicator: '个指标',
  indicator_value: '个指标值',
  link: '条关联',
  mention: '处提及',
  milestone: '个节点',
  outcome: '条结果',
  park: '个园区',
  place: '个地点',
  project: '个项目',
  requirement: '项要求',
  sentence: '个句子',
  status_update: '次填报',
  supervision: '项督办事项',
};

/**
 * Throws `WG_INPUT_INVALID` where rows of `register`, which the record is taken out of, still hang on it: how many of which kind, and where they are
 * shown. What hangs on those is counted too.
 */
export function refuseHeld(register: Register, record: { readonly table: TableName; readonly key: string }): void {
  const counts = heldUpBy(register, record);
  if (counts.size === 0) return;
  const { table, key } = record;
  const at = `/take-out/${table}/${encodeURIComponent(key)}`;
  const said = [...counts].slice(0, MOST_NAMED).map(([name, count]) => rowsSaid(name, count));
  const more = counts.size > MOST_NAMED;
  const message = {
    zh: `${key} 撤不下来，还有记录要用到它：${said.map(({ zh }) => zh).join('、')}${more ? '等' : ''}；见 ${at}`,
    en: `expected nothing to hang on ${TABLES[table].name} ${key}, found ${said.map(({ en }) => en).join(', ')}${more ? ' and more' : ''}; they stand at ${at}`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { table, key, hanging: Object.fromEntries(counts), at });
}

function rowsSaid(table: TableName, count: number): Said {
  return { zh: `${count} ${ROWS_ZH[table] ?? `条其他记录（${table}）`}`, en: `${TABLES[table].name} ${count}` };
}
