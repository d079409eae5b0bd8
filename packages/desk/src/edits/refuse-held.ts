import { type Said, WestgateError } from '@westgate/base';
import { type AnyRow, fieldsOf, keyOf, type Register, TABLE_NAMES, TABLES, type TableName } from '@westgate/domain';
import { goesWith, mayLetGo } from './resting.ts';

interface Held {
  readonly table: TableName;
  readonly key: string;
}

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
export function refuseHeld(register: Register, record: Held): void {
  const counts = hangingOn(register, record);
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

/** How many rows of each table point to a record, or to such a row, and could not go on without it; in table order. */
function hangingOn(register: Register, record: Held): ReadonlyMap<TableName, number> {
  const reached = new Set([`${record.table} ${record.key}`]);
  const counts = new Map<TableName, number>();
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const table of TABLE_NAMES) {
      for (const row of rowsOf(register, table)) {
        const key = keyOf(table, row);
        const columns = columnsTo(reached, table, row);
        if (columns.length === 0 || reached.has(`${table} ${key}`)) continue;
        const resting = { table, key, row, columns };
        if (!goesWith(resting) && mayLetGo(resting)) continue;
        reached.add(`${table} ${key}`);
        counts.set(table, (counts.get(table) ?? 0) + 1);
      }
    }
  }
  return new Map(TABLE_NAMES.flatMap((table) => (counts.has(table) ? [[table, counts.get(table) ?? 0] as const] : [])));
}

function rowsOf(register: Register, table: TableName): Iterable<AnyRow> {
  return register[table].values();
}

/** The columns by which a row points to one of these records. */
function columnsTo(records: ReadonlySet<string>, table: TableName, row: AnyRow): readonly string[] {
  return Object.entries(fieldsOf(table)).flatMap(([column, { kind, table: named, kindColumn = '' }]) => {
    if (kind !== 'ref' && kind !== 'anyref') return [];
    return records.has(`${String(kind === 'ref' ? named : row[kindColumn])} ${String(row[column])}`) ? [column] : [];
  });
}
