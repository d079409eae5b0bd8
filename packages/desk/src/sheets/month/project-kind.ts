import type { Row } from '@westgate/domain';

type ProjectKind = Row<'project'>['kind'];

/** Words of names and classes by which the kind of a project is known; the first that stands in them counts. */
const WORDS: readonly (readonly [RegExp, ProjectKind])[] = [
  [/老旧小区|加装电梯|小区整治|小区综合整治/, 'old-compound'],
  [/棚户|棚改|安置房|剩余签约/, 'shantytown'],
  [/平房区|平房院/, 'bungalow'],
  [/老厂房|旧厂|厂区更新/, 'old-factory'],
  [/平急/, 'dual-use'],
  [/防汛|清淤|积水点|堤防|蓄滞洪|排水防涝/, 'flood-defence'],
  [/绿道/, 'greenway'],
  [/公园|绿地|园林/, 'park'],
  [/文物|古建|壁画|遗址/, 'heritage'],
  [/产业园|集聚区|科创|孵化|算力|智算|产业类/, 'industrial-park'],
  [/学校|小学|中学|幼儿园|医院|卫生|养老|图书馆|健身中心|博物馆|教学楼/, 'institution'],
  [/大厦改造|楼宇/, 'low-efficiency-building'],
];

/** The kind of a project that a sheet names first, by its name, else by its class; a programme where neither tells. A person may correct it. */
export function kindTold(name: string, category: string | null): ProjectKind {
  const told = (text: string): ProjectKind | undefined => WORDS.find(([words]) => words.test(text))?.[1];
  return told(name) ?? told(category ?? '') ?? 'programme';
}
