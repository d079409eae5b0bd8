import type { Language } from '@westgate/base';
import { bareText } from '../common/flat-text.ts';
import { bareHead } from '../common/head-words.ts';

/** What a column of a sheet of values may say; `note`: in the language that it is in. */
export const VALUE_COLUMNS = [
  'indicator',
  'indicatorName',
  'place',
  'placeName',
  'kind',
  'period',
  'value',
  'unit',
  'weight',
  'qualifier',
  'status',
  'breaks',
  'source',
  'sourceName',
  'confidence',
  'noteZh',
  'noteEn',
  'note',
] as const;
export type ValueColumn = (typeof VALUE_COLUMNS)[number];

/** A column as Westgate writes it. */
interface WrittenColumn {
  readonly head: Readonly<Record<Language, string>>;
  /** Characters of its width. */
  readonly width: number;
  /** What else offices call it. */
  readonly also: readonly string[];
}

/** The columns of values, one a row, in their order. */
export const COLUMNS: Readonly<Record<ValueColumn, WrittenColumn>> = {
  indicator: column('指标编号', 'Indicator ID', 14, '指标代码', '编码', '指标编码'),
  indicatorName: column('指标', 'Indicator', 34, '指标名称', '体检指标', '指标项', 'indicator name', 'name of indicator'),
  place: column('地点编号', 'Place ID', 22, '地区编号', '地区代码', '地点代码'),
  placeName: column(
    '地点',
    'Place',
    24,
    '地区',
    '区域',
    '街道',
    '街镇',
    '街乡镇',
    '所属街道',
    '小区',
    '社区',
    '街区',
    '体检单元',
    '行政区',
    'subdistrict',
    'area',
    'place name',
    'unit of survey',
  ),
  kind: column('数值类别', 'Kind', 10, '类别', '值类型', '数据类型', 'kind of value'),
  period: column(
    '时期',
    'Period',
    12,
    '时间',
    '期间',
    '日期',
    '年月',
    '月份',
    '年份',
    '年度',
    '季度',
    '统计时间',
    '统计期',
    '所属期',
    'month',
    'year',
    'date',
    'quarter',
  ),
  value: column('数值', 'Value', 12, '指标值', '值', '本期值', '实际值', '数据', '现状值', '统计值', 'figure', 'result', 'actual'),
  unit: column('计量单位', 'Unit', 12, '单位', 'unit of measure'),
  weight: column('权重', 'Weight', 10, '权数'),
  qualifier: column('限定', 'Bound', 10, '限定词', 'qualifier'),
  status: column('数据状态', 'Status', 12, '状态', '数据质量', '质量', '数据性质', 'quality', 'quality of data'),
  breaks: column('口径变化', 'Break in series', 12, '口径是否变化', 'breaks series'),
  source: column('来源编号', 'Source ID', 14),
  sourceName: column('来源', 'Source', 34, '数据来源', '出处', '资料来源', 'source name', 'source of data'),
  confidence: column('可信度', 'Confidence', 10, '置信度', '把握程度'),
  noteZh: column('备注（中文）', 'Note (Chinese)', 30),
  noteEn: column('备注（英文）', 'Note (English)', 30),
  note: column('备注', 'Note', 30, '说明', 'notes', 'remark', 'remarks'),
};

const WHOLE_HEADS = new Map(
  VALUE_COLUMNS.flatMap((name) =>
    [...Object.values(COLUMNS[name].head), ...COLUMNS[name].also].map((head) => [bareText(head), name] as const),
  ),
);

/** What a column with this head says; null where no head like it is known. */
export function valueColumnOf(head: string): ValueColumn | null {
  return WHOLE_HEADS.get(bareText(head)) ?? WHOLE_HEADS.get(bareHead(head)) ?? null;
}

/** Words of a closed list as offices write them. */
const WORDS = {
  kind: {
    actual: ['actual', '实际值', '实际', '现状值', '实际数'],
    target: ['target', '目标值', '目标', '计划值'],
    baseline: ['baseline', '基准值', '基期值', '基线', '基准'],
  },
  qualifier: {
    'at-least': ['at-least', '不少于', '至少', '以上', 'at least'],
    over: ['over', '超过', '多于'],
    about: ['about', '约', '大约', '左右'],
    nearly: ['nearly', '近', '接近'],
    'at-most': ['at-most', '不超过', '至多', '以下', 'at most'],
  },
  status: {
    final: ['final', '最终数', '最终', '终值', '正式', '核定', '核实数'],
    provisional: ['provisional', '初步数', '初步', '快报', '初报', '暂定', '预计数'],
    estimate: ['estimate', '估计数', '估计', '估算', '推算', 'estimated'],
  },
  confidence: {
    high: ['high', '高', '较高'],
    medium: ['medium', '中', '中等', '一般'],
    low: ['low', '低', '较低'],
  },
  breaks: { true: ['true', '是', '有', 'yes', '1'], false: ['false', '否', '无', 'no', '0'] },
} as const;
export type ListColumn = keyof typeof WORDS;

const BY_WORD = new Map(
  Object.entries(WORDS).map(([column, words]) => [
    column,
    new Map(
      Object.entries(words).flatMap(([value, said]: [string, readonly string[]]) => said.map((word) => [bareText(word), value] as const)),
    ),
  ]),
);

/** What stands in place of a kind and of a source where a value was worked out from places: it is no value that was entered, and is never taken in. */
export const COMPUTED = {
  kind: { zh: '按地点计算', en: 'computed from places' },
  source: { zh: '已登记地点', en: 'registered places' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

const COMPUTED_KINDS = new Set(Object.values(COMPUTED.kind).map(bareText));

/** Whether the words of a kind say that a value was worked out from places. */
export function isComputedKind(text: string): boolean {
  return text !== '' && COMPUTED_KINDS.has(bareText(text));
}

/** The value of a closed list that some words mean; null where they mean none. */
export function listValueOf(column: ListColumn, text: string): string | null {
  const words = BY_WORD.get(column);
  return words?.get(text) ?? words?.get(bareText(text)) ?? null;
}

/** What a value of a closed list is called in a sheet. */
export function listWordOf(column: ListColumn, value: string, language: Language): string {
  const words = (WORDS[column] as Readonly<Record<string, readonly string[]>>)[value] ?? [];
  return (language === 'zh' ? words[1] : words[0]) ?? value;
}

/** The words of a closed list, for who is told what was expected. */
export function listWords(column: ListColumn): string {
  return Object.values(WORDS[column] as Readonly<Record<string, readonly string[]>>)
    .map(([first, second]) => `${second} (${first})`)
    .join(', ');
}

function column(zh: string, en: string, width: number, ...also: readonly string[]): WrittenColumn {
  return { head: { zh, en }, width, also };
}
