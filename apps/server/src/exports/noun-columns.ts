import type { Commitment, Indicator, IndicatorValue, Place, Project, Sentence, State } from '@westgate/contract';
import { type Column, known, maybe, named, type Saying, sourceCell } from './column.ts';

const id = <Item extends { readonly id: string }>(): Column<Item> => ({
  head: { zh: '编号', en: 'Id' },
  cell: (item) => item.id,
  width: 20,
});
const aim = <Item extends { readonly aim: string | null }>(): Column<Item> => ({
  head: { zh: '目标', en: 'Aim' },
  cell: (item, saying) => saying.aim(item.aim),
  width: 12,
});
/** The plans a record belongs to, and the values of their axes it stands under. */
export const belongsColumns = <Item extends Pick<Commitment, 'plans' | 'under'>>(): readonly Column<Item>[] => [
  { head: { zh: '计划', en: 'Plan' }, cell: ({ plans }, saying) => saying.plans(plans), width: 24 },
  { head: { zh: '维度', en: 'Axes' }, cell: ({ under }, saying) => saying.under(under), width: 40 },
];
const note = <Item extends { readonly note: Commitment['note'] }>(): Column<Item> => ({
  head: { zh: '备注', en: 'Note' },
  cell: (item, saying) => maybe(item.note, saying),
  width: 40,
});

/** A state with its timing, since when, and why. */
export const stateColumns = <Item extends { readonly state: State }>(): readonly Column<Item>[] => [
  { head: { zh: '状态', en: 'State' }, cell: ({ state }, { say }) => say.word('state', state.name), width: 12 },
  { head: { zh: '早晚', en: 'Timing' }, cell: ({ state }, { say }) => (state.timing ? say.word('timing', state.timing) : null), width: 10 },
  { head: { zh: '自', en: 'Since' }, cell: ({ state }) => state.since, width: 12 },
  { head: { zh: '最新依据', en: 'Newest evidence' }, cell: ({ state }) => state.latest, width: 14 },
  { head: { zh: '依据', en: 'Because' }, cell: ({ state }, { say }) => say.of(state.reason), width: 60 },
];

const dueColumns = <Item extends { readonly due: Commitment['due'] }>(): readonly Column<Item>[] => [
  { head: { zh: '期限', en: 'Due date' }, cell: ({ due }, saying) => known(due?.on ?? null, saying), width: 12 },
  { head: { zh: '期限依据', en: 'Due date from' }, cell: ({ due }, saying) => (due ? maybe(due.basis, saying) : null), width: 30 },
  { head: { zh: '期限来源', en: 'Source of the due date' }, cell: ({ due }, saying) => sourceCell(due?.source ?? null, saying) },
];

const linkColumns = <Item extends { readonly linked: Commitment['linked'] }>(): readonly Column<Item>[] => [
  { head: { zh: '句子数', en: 'Sentences' }, cell: ({ linked }) => linked.sentences, width: 10 },
  { head: { zh: '承诺数', en: 'Commitments' }, cell: ({ linked }) => linked.commitments, width: 10 },
  { head: { zh: '地点数', en: 'Places' }, cell: ({ linked }) => linked.places, width: 10 },
  { head: { zh: '项目数', en: 'Projects' }, cell: ({ linked }) => linked.projects, width: 10 },
  { head: { zh: '指标数', en: 'Indicators' }, cell: ({ linked }) => linked.indicators, width: 10 },
];

export const SENTENCE_COLUMNS: readonly Column<Sentence>[] = [
  id(),
  { head: { zh: '文件', en: 'Document' }, cell: ({ document }) => document },
  { head: { zh: '句号', en: 'No.' }, cell: ({ number }) => number, width: 8 },
  { head: { zh: '句子', en: 'Sentence' }, cell: ({ text }, { say }) => say.of(text), width: 70 },
  { head: { zh: '类别', en: 'Kind' }, cell: ({ kind }, { say }) => say.word('sentence.kind', kind), width: 10 },
  { head: { zh: '为什么是叙述', en: 'Why it is narrative' }, cell: ({ reason }, saying) => maybe(reason, saying), width: 30 },
  aim(),
  ...belongsColumns(),
  { head: { zh: '修订', en: 'Revision' }, cell: ({ revision }) => revision, width: 10 },
  ...linkColumns<Sentence>().slice(1),
];

export const COMMITMENT_COLUMNS: readonly Column<Commitment>[] = [
  id(),
  { head: { zh: '句号', en: 'No.' }, cell: ({ number }) => number, width: 8 },
  { head: { zh: '承诺', en: 'Commitment' }, cell: ({ title }, { say }) => say.of(title), width: 40 },
  { head: { zh: '原文', en: 'Clause' }, cell: ({ clause }, saying) => maybe(clause, saying), width: 40 },
  aim(),
  ...belongsColumns(),
  { head: { zh: '责任部门', en: 'Owner' }, cell: ({ owner }, saying) => named(owner, saying), width: 24 },
  { head: { zh: '责任依据', en: 'Owner from' }, cell: ({ ownerBasis }, saying) => maybe(ownerBasis, saying), width: 30 },
  ...dueColumns<Commitment>(),
  ...stateColumns<Commitment>(),
  { head: { zh: '怎样算办成', en: 'Done when' }, cell: ({ rule }, { say }) => say.of(rule), width: 40 },
  {
    head: { zh: '没有地点的理由', en: 'Why it has no place' },
    cell: ({ noPlaceReason }, saying) => maybe(noPlaceReason, saying),
    width: 30,
  },
  ...linkColumns<Commitment>().slice(2),
  note(),
];

export const PLACE_COLUMNS: readonly Column<Place>[] = [
  id(),
  { head: { zh: '地点', en: 'Place' }, cell: ({ name }, { say }) => say.of(name), width: 30 },
  { head: { zh: '类别', en: 'Kind' }, cell: ({ kind }, { say }) => say.word('place', kind), width: 14 },
  {
    head: { zh: '可更新', en: 'A site' },
    cell: ({ isSite }, { say }) => (isSite ? say.text('是', 'yes') : say.text('否', 'no')),
    width: 8,
  },
  { head: { zh: '阶段', en: 'Stage' }, cell: ({ stage }, { say }) => say.word('stage', stage), width: 12 },
  aim(),
  ...belongsColumns(),
  { head: { zh: '位置', en: 'Position' }, cell: ({ position }, { say }) => say.word('position', position), width: 16 },
  {
    head: { zh: '经度（WGS 84，度）', en: 'Longitude (WGS 84, degrees)' },
    cell: ({ centre }, saying) => known(centre?.[0] ?? null, saying),
    width: 14,
  },
  {
    head: { zh: '纬度（WGS 84，度）', en: 'Latitude (WGS 84, degrees)' },
    cell: ({ centre }, saying) => known(centre?.[1] ?? null, saying),
    width: 14,
  },
  {
    head: { zh: '位置来源', en: 'Source of the position' },
    cell: ({ positionSource }, saying) => sourceCell(positionSource, saying),
    width: 16,
  },
  { head: { zh: '位置署名', en: 'Attribution of the position' }, cell: ({ attribution }, saying) => maybe(attribution, saying), width: 30 },
  { head: { zh: '牵头部门', en: 'Lead' }, cell: ({ lead }, saying) => named(lead, saying), width: 24 },
  { head: { zh: '面积', en: 'Area' }, cell: ({ area }, saying) => known(area?.value ?? null, saying), width: 10 },
  { head: { zh: '面积单位', en: 'Unit of the area' }, cell: ({ area }, saying) => (area ? maybe(area.unitName, saying) : null), width: 12 },
  {
    head: { zh: '面积限定', en: 'Bound of the area' },
    cell: ({ area }, { say }) => (area?.qualifier ? say.word('qualifier', area.qualifier) : null),
  },
  { head: { zh: '面积时间', en: 'Time of the area' }, cell: ({ area }) => area?.period ?? null, width: 12 },
  { head: { zh: '面积来源', en: 'Source of the area' }, cell: ({ area }) => area?.source.id ?? null },
  { head: { zh: '所在句号', en: 'Sentences no.' }, cell: ({ sentenceNumbers }) => sentenceNumbers.join('; ') || null },
  ...linkColumns<Place>().filter(({ head }) => head.en !== 'Places'),
  note(),
];

export const PROJECT_COLUMNS: readonly Column<Project>[] = [
  id(),
  { head: { zh: '项目', en: 'Project' }, cell: ({ name }, { say }) => say.of(name), width: 36 },
  { head: { zh: '类别', en: 'Kind' }, cell: ({ kind }, { say }) => say.word('project', kind), width: 14 },
  aim(),
  ...belongsColumns(),
  { head: { zh: '牵头部门', en: 'Lead' }, cell: ({ lead }, saying) => named(lead, saying), width: 24 },
  { head: { zh: '牵头依据', en: 'Lead from' }, cell: ({ leadBasis }, saying) => maybe(leadBasis, saying), width: 30 },
  ...dueColumns<Project>(),
  ...stateColumns<Project>(),
  ...linkColumns<Project>().filter(({ head }) => head.en !== 'Projects'),
  note(),
];

const valueColumns = (zh: string, en: string, of: (item: Indicator) => IndicatorValue | null): readonly Column<Indicator>[] => [
  { head: { zh, en }, cell: (item, saying) => known(of(item)?.value ?? null, saying), width: 12 },
  { head: { zh: `${zh}限定`, en: `${en}, bound` }, cell: (item, { say }: Saying) => boundOf(of(item), say), width: 10 },
  { head: { zh: `${zh}时间`, en: `${en}, period` }, cell: (item) => of(item)?.period ?? null, width: 12 },
  { head: { zh: `${zh}来源`, en: `${en}, source` }, cell: (item) => of(item)?.source.id ?? null },
  {
    head: { zh: `${zh}时效`, en: `${en}, age` },
    cell: (item, { say, asOf }: Saying) => say.age(of(item)?.period ?? null, asOf, of(item)?.kind === 'target' ? 'target' : 'value'),
    width: 24,
  },
];

function boundOf(value: IndicatorValue | null, say: Saying['say']): string | null {
  return value?.qualifier ? say.word('qualifier', value.qualifier) : null;
}

export const INDICATOR_COLUMNS: readonly Column<Indicator>[] = [
  id(),
  { head: { zh: '指标', en: 'Indicator' }, cell: ({ name }, { say }) => say.of(name), width: 40 },
  { head: { zh: '单位', en: 'Unit' }, cell: ({ unitName }, { say }) => say.of(unitName), width: 14 },
  { head: { zh: '方向', en: 'Direction' }, cell: ({ direction }, { say }) => say.word('direction', direction), width: 14 },
  aim(),
  ...belongsColumns(),
  ...valueColumns('目标值', 'Target', ({ target }) => target),
  ...valueColumns('实际值', 'Actual', ({ actual }) => actual),
  { head: { zh: '定义', en: 'Definition' }, cell: ({ definition }, saying) => maybe(definition, saying), width: 40 },
  { head: { zh: '定义来源', en: 'Source of the definition' }, cell: ({ source }, saying) => sourceCell(source, saying) },
  ...linkColumns<Indicator>().filter(({ head }) => head.en !== 'Indicators'),
];
