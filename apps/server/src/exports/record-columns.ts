import type { Deed, Department, EventRecord, Park, PlanDocument, Source } from '@westgate/contract';
import { OUTSIDE } from '@westgate/desk';
import { type Column, known, maybe, named, type Saying, sourceCell } from './column.ts';
import { belongsColumns, stateColumns } from './noun-columns.ts';

export const EVENT_COLUMNS: readonly Column<EventRecord>[] = [
  { head: { zh: '编号', en: 'Id' }, cell: ({ id }) => id, width: 20 },
  { head: { zh: '活动', en: 'Event' }, cell: ({ name }, { say }) => say.of(name), width: 40 },
  { head: { zh: '日期', en: 'Dates' }, cell: ({ dates }) => dates, width: 24 },
  { head: { zh: '会场', en: 'Venue' }, cell: ({ place }, saying) => named(place, saying), width: 24 },
  { head: { zh: '主办', en: 'Organisers' }, cell: ({ organisers }, saying) => maybe(organisers, saying), width: 30 },
  { head: { zh: '目标', en: 'Aim' }, cell: ({ aim }, saying) => saying.aim(aim), width: 12 },
  ...belongsColumns<EventRecord>(),
  ...stateColumns<EventRecord>(),
  { head: { zh: '来源', en: 'Source' }, cell: ({ source }, saying) => known(sourceCell(source, saying), saying) },
  { head: { zh: '可信度', en: 'Confidence' }, cell: ({ confidence }, { say }) => say.word('confidence', confidence), width: 10 },
  { head: { zh: '备注', en: 'Note' }, cell: ({ note }, saying) => maybe(note, saying), width: 40 },
];

export const PARK_COLUMNS: readonly Column<Park>[] = [
  { head: { zh: '编号', en: 'Id' }, cell: ({ id }) => id, width: 20 },
  { head: { zh: '园区', en: 'Park' }, cell: ({ name }, { say }) => say.of(name), width: 40 },
  { head: { zh: '地点', en: 'Place' }, cell: ({ place }, saying) => named(place, saying), width: 24 },
  {
    head: { zh: '没有地点的理由', en: 'Why it has no place' },
    cell: ({ noPlaceReason }, saying) => maybe(noPlaceReason, saying),
    width: 30,
  },
  { head: { zh: '项目', en: 'Project' }, cell: ({ project }, saying) => named(project, saying), width: 30 },
  ...belongsColumns<Park>(),
  { head: { zh: '备注', en: 'Note' }, cell: ({ note }, saying) => maybe(note, saying), width: 40 },
];

export const DEPARTMENT_COLUMNS: readonly Column<Department>[] = [
  { head: { zh: '编号', en: 'Id' }, cell: ({ id }) => id, width: 20 },
  { head: { zh: '部门', en: 'Department' }, cell: ({ name }, { say }) => say.of(name), width: 40 },
  { head: { zh: '职责', en: 'Role' }, cell: ({ role }, saying) => maybe(role, saying), width: 40 },
  { head: { zh: '牵头与负责', en: 'What it leads' }, cell: ({ ownsCount }) => ownsCount, width: 12 },
  { head: { zh: '来源', en: 'Source' }, cell: ({ source }, saying) => known(sourceCell(source, saying), saying) },
  { head: { zh: '可信度', en: 'Confidence' }, cell: ({ confidence }, { say }) => say.word('confidence', confidence), width: 10 },
];

export const DOCUMENT_COLUMNS: readonly Column<PlanDocument>[] = [
  { head: { zh: '编号', en: 'Id' }, cell: ({ id }) => id, width: 20 },
  { head: { zh: '文件', en: 'Document' }, cell: ({ title }, { say }) => say.of(title), width: 50 },
  { head: { zh: '时段', en: 'Covers' }, cell: ({ covers }, saying) => known(covers, saying), width: 14 },
  { head: { zh: '发布', en: 'Publisher' }, cell: ({ publisher }, saying) => maybe(publisher, saying) ?? saying.say.unknown, width: 40 },
  { head: { zh: '发布日期', en: 'Published' }, cell: ({ publishedOn }, saying) => known(publishedOn, saying), width: 12 },
  { head: { zh: '句子数', en: 'Sentences' }, cell: ({ sentenceCount }) => sentenceCount, width: 10 },
  { head: { zh: '来源', en: 'Source' }, cell: ({ source }, saying) => known(sourceCell(source, saying), saying) },
  { head: { zh: '备注', en: 'Note' }, cell: ({ note }, saying) => maybe(note, saying), width: 40 },
];

export const SOURCE_COLUMNS: readonly Column<Source>[] = [
  { head: { zh: '编号', en: 'Id' }, cell: ({ id }) => id, width: 16 },
  { head: { zh: '标题', en: 'Title' }, cell: ({ title }) => title, width: 80 },
  { head: { zh: '类别', en: 'Kind' }, cell: ({ kind }, { say }) => say.word('source', kind), width: 20 },
  { head: { zh: '日期', en: 'Dated' }, cell: ({ dated }, saying) => known(dated, saying), width: 14 },
  { head: { zh: '地址', en: 'Address' }, cell: ({ url }) => url, width: 50 },
];

export const DEED_COLUMNS: readonly Column<Deed>[] = [
  { head: { zh: '台账行', en: 'Journal line' }, cell: ({ seq }) => seq, width: 10 },
  { head: { zh: '时间（UTC）', en: 'Time (UTC)' }, cell: ({ at }) => at, width: 26 },
  { head: { zh: '由谁', en: 'By whom' }, cell: ({ who }, { say }) => whoSaid(who, say), width: 20 },
  { head: { zh: '做了什么', en: 'What' }, cell: ({ verb }, { say }) => say.word('verb.deed', verb), width: 24 },
  { head: { zh: '为什么', en: 'Why' }, cell: ({ reason }) => reason || null, width: 50 },
  { head: { zh: '改动条数', en: 'Changes' }, cell: ({ changeCount }) => changeCount, width: 10 },
  { head: { zh: '撤销了', en: 'Undoes' }, cell: ({ undoes }) => undoes, width: 10 },
  { head: { zh: '被撤销于', en: 'Undone by' }, cell: ({ undoneBy }) => undoneBy, width: 10 },
];

/** Who did a deed: a name, an erased person, or a body outside with who reported for it. */
function whoSaid(who: string | null, say: Saying['say']): string {
  if (who === null) return say.text('已删除的人员', 'erased person');
  return who.startsWith(OUTSIDE) ? `${say.text('外部单位：', 'Body outside: ')}${who.slice(OUTSIDE.length)}` : who;
}
