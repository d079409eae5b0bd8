import type { Said } from '@westgate/base';
import { recordSchema } from '@westgate/contract';
import { entryName, type Field, meaningIn, memo } from '@westgate/domain';
import type { DataList } from './data-lists.ts';
import { flatColumns, keyOfColumn } from './flat-records.ts';

/** What is said of a column of open data: what it is called, its unit where it has one, what it means, and the words that it may hold. */
export interface FieldNote {
  readonly column: string;
  readonly name: Said | null;
  readonly unit: Said | null;
  readonly about: Said | null;
  readonly words: readonly (readonly [word: string, said: Said])[];
  /** It stands in the JSON file alone. */
  readonly isNested: boolean;
}

const said = (zh: string, en: string): Said => ({ zh, en });

/** What is told of records beside the columns of their tables. */
const BESIDE: Readonly<Record<string, Said>> = {
  id: said('编号', 'Id'),
  rev: said('修订号', 'Revision'),
  aim: said('目标', 'Aim'),
  tags: said('标签（轴:值）', 'Values of the plan axes, as axis:value'),
  plans: said('所属计划', 'Plans it stands under'),
  under: said('所属轴值', 'Axis values it stands under'),
  state: said('状态，由依据算出', 'State, computed from evidence'),
  rule: said('完成标准', 'What counts as done'),
  due: said('完成时限', 'Due date'),
  reporting: said('填报情况', 'How it is reported on'),
  ownCadence: said('填报频次', 'Reporting frequency'),
  figures: said('已发布的数字', 'Published figures'),
  evidence: said('完成依据', 'Evidence'),
  linked: said('关联记录数', 'Linked records, counted'),
  sentenceIds: said('相关句子的编号', 'Ids of linked sentences'),
  sentenceNumbers: said('相关句子的序号', 'Numbers of linked sentences'),
  commitmentIds: said('相关承诺的编号', 'Ids of linked commitments'),
  placeIds: said('相关地点的编号', 'Ids of linked places'),
  projectIds: said('相关项目的编号', 'Ids of linked projects'),
  indicatorIds: said('相关指标的编号', 'Ids of linked indicators'),
  sentence: said('所在句子的编号', 'Id of its sentence'),
  sentenceText: said('句子原文', 'Text of its sentence'),
  number: said('序号', 'Number'),
  document: said('文件的编号', 'Id of its document'),
  sentenceCount: said('句数', 'Sentences'),
  stage: said('阶段', 'Stage'),
  centre: said('符号位置 [经度, 纬度]，WGS 84', 'Position of its symbol, [longitude, latitude], WGS 84'),
  bbox: said('范围：西、南、东、北，WGS 84', 'Extent: west, south, east, north, WGS 84'),
  shapes: said('几何（GeoJSON，WGS 84）', 'Geometry (GeoJSON, WGS 84)'),
  illustrative: said('轮廓为手绘示意', 'Its outline is drawn by hand'),
  label: said('地图上的简称', 'Short name for maps'),
  attribution: said('署名与许可', 'Attribution and licence'),
  positionSource: said('位置来源', 'Source of the position'),
  area: said('公布的面积', 'Published area'),
  lead: said('牵头单位', 'Lead department'),
  unitName: said('计量单位名称', 'Name of the unit'),
  units: said('各体检单元的数值，按已登记地点计算', 'Value in each survey unit, computed from registered places'),
  actual: said('最近实际值', 'Latest actual value'),
  target: said('目标值', 'Target'),
  status: said('达标状态或数据性质', 'Standing, or status of the value'),
  standing: said('最近实际值的达标状态；stale 为数据过旧', 'Standing of the latest actual value; stale: out of date'),
  values: said('各期数值', 'Values by period'),
  indicator: said('指标的编号', 'Id of the indicator'),
  indicatorName: said('指标名称', 'Name of the indicator'),
  kind: said('种类', 'Kind'),
  period: said('时期', 'Period'),
  value: said('数值，单位见 unit', 'Value, in the unit of the column unit'),
  unit: said('计量单位', 'Unit'),
  qualifier: said('限定', 'Bound'),
  confidence: said('可信度', 'Confidence'),
  source: said('来源', 'Source'),
  note: said('备注', 'Note'),
  breaksSeries: said('口径变更', 'Break in series'),
  isCalculated: said('由公式算出', 'Worked out by a formula'),
  revision: said('文字的版次', 'How often its words were set'),
  checked: said('已人工核对', 'Checked by a person'),
  clauses: said('句中的承诺语', 'Clauses of commitments in it'),
  mentions: said('句中提到的事物', 'Things named in it'),
  implementedBy: said('由哪些承诺落实', 'Commitments that carry it out'),
  implementedByCount: said('落实它的承诺数', 'How many carry it out'),
  owns: said('牵头的事项', 'What it leads'),
  ownsCount: said('牵头事项数', 'How much it leads'),
  areas: said('最近面积记录（平方米）', 'Latest floor areas, in m²'),
  records: said('历次面积记录（平方米）', 'All floor areas, in m²'),
  tenants: said('入驻企业所属产业', 'Tenants by industry'),
  title: said('标题', 'Title'),
  url: said('网址', 'Address'),
  dated: said('发布时间', 'Published'),
};

/** The notes of a list: every column of its CSV file, then what stands in its JSON file alone. */
export const fieldNotes = memo(({ kind, records }: DataList): readonly FieldNote[] => {
  const columns = flatColumns(records);
  const keys = new Set(columns.map(keyOfColumn));
  const all = new Set(records.flatMap((record) => Object.keys(record)));
  const nested = [...all].filter((key) => !keys.has(key) && !columns.includes(key));
  const told = toldOf(kind);
  return [...columns.map((column) => noteOf(column, told, false)), ...nested.map((key) => noteOf(key, told, true))];
});

interface ToldField {
  readonly field: Field;
  readonly name: Said | null;
  readonly unit: Said | null;
}

/** The columns of the table of a kind by their names in an answer, the computed ones among them. */
function toldOf(kind: DataList['kind']): ReadonlyMap<string, ToldField> {
  if (kind === null || kind === 'source') return new Map();
  const stored = recordSchema
    .toldEntries(kind)
    .map(([name, { name: entry, field }]) => [name, { field, name: entryName(kind, entry), unit: unitIn(name) }] as const);
  const computed = recordSchema
    .toldComputed(kind)
    .map(([name, { field, unit = null }]) => [name, { field, name: field.label, unit: unit ?? unitIn(name) }] as const);
  return new Map<string, ToldField>([...stored, ...computed]);
}

function noteOf(column: string, told: ReadonlyMap<string, ToldField>, isNested: boolean): FieldNote {
  const key = told.has(column) ? column : keyOfColumn(column);
  const found = told.get(key);
  const name = found?.name ?? BESIDE[key] ?? null;
  const words = Object.entries(found?.field.names ?? {});
  return { column, name, unit: found?.unit ?? null, about: found ? aboutOf(column, found.field.about) : null, words, isNested };
}

/** What a column means: of a text in two languages, which of them it holds. */
function aboutOf(column: string, about: Said): Said {
  return meaningIn(about, column.endsWith('_zh') ? 'zh' : column.endsWith('_en') ? 'en' : null);
}

/** The unit that stands in the name of a column. */
const UNITS: readonly (readonly [ending: RegExp, unit: Said])[] = [
  [/M2$/, said('平方米', 'm²')],
  [/KnM2$/, said('千牛/平方米', 'kN/m²')],
  [/M$/, said('米', 'm')],
  [/Fen$/, said('分（人民币）', 'fen (0.01 yuan)')],
  [/^rent/, said('元/平方米·天', 'yuan/m²/day')],
];

function unitIn(name: string): Said | null {
  return UNITS.toSorted(([a], [b]) => b.source.length - a.source.length).find(([ending]) => ending.test(name))?.[1] ?? null;
}
