import type { ExposedPlace, ExposedRoad } from '@westgate/contract';
import { hazardSaid, hoursSaid } from '@westgate/desk';
import { known, type PaperColumn } from '../../exports/column.ts';

const round = (value: number | null, digits: number): number | null => (value === null ? null : Number(value.toFixed(digits)));
const HOUR = 3_600;

type Exposed = ExposedPlace | ExposedRoad;

/** What a column says of a place; it does not apply to a road. */
const ofPlace =
  (cell: PaperColumn<ExposedPlace>['cell']): PaperColumn<Exposed>['cell'] =>
  (each, saying) =>
    'place' in each ? cell(each, saying) : saying.say.text('不适用', 'not applicable');

/** Places and roads under the water of a run, as a list that is taken away. */
export const EXPOSURE_COLUMNS: readonly PaperColumn<Exposed>[] = [
  { head: { zh: '编号', en: 'Id' }, cell: (each) => ('place' in each ? each.place.id : each.id), width: 20 },
  { head: { zh: '地点', en: 'Place' }, cell: (each, { say }) => say.of('place' in each ? each.place.name : each.name), width: 30 },
  {
    head: { zh: '地点种类', en: 'Kind' },
    cell: (each, { say }) => ('place' in each ? say.word('place', each.kind) : say.text('道路', 'road')),
    width: 14,
  },
  {
    head: { zh: '淹没情况', en: 'Flooding' },
    cell: ({ is }, { say }) =>
      is === 'wet' ? say.text('受淹', 'flooded') : say.text('在推演范围外，未知', 'outside the model, not known'),
    width: 18,
  },
  { head: { zh: '危险等级', en: 'Hazard class' }, cell: ({ hazardClass }, { say }) => hazardSaid(hazardClass, say), width: 14 },
  { head: { zh: '最大水深（m）', en: 'Largest depth (m)' }, cell: ({ depth }, saying) => known(round(depth, 2), saying), width: 12 },
  { head: { zh: '最大流速（m/s）', en: 'Largest speed (m/s)' }, cell: ({ speed }, saying) => known(round(speed, 2), saying), width: 12 },
  { head: { zh: '危险指数', en: 'Hazard rating' }, cell: ({ hazard }, saying) => known(round(hazard, 2), saying), width: 12 },
  {
    head: { zh: '到达时间（h）', en: 'Arrival (h)' },
    cell: ({ arrival }, saying) => known(round(arrival === null ? null : arrival / HOUR, 2), saying),
    width: 12,
  },
  { head: { zh: '撤离时限', en: 'Out by' }, cell: ofPlace(({ deadline }, { say }) => hoursSaid(deadline, say)), width: 18 },
  {
    head: { zh: '转换设施（计划小时）', en: 'Asset to switch (planned h)' },
    cell: ofPlace(({ activation }, { say }) => (activation === null ? null : `${say.of(activation.asset.name)} (${activation.hours})`)),
    width: 30,
  },
  { head: { zh: '受淹比例', en: 'Share flooded' }, cell: ({ share }, saying) => known(round(share, 3), saying), width: 12 },
  { head: { zh: '人口', en: 'People' }, cell: ofPlace(({ people }, saying) => known(people, saying)), width: 12 },
  { head: { zh: '户数', en: 'Households' }, cell: ofPlace(({ households }, saying) => known(households, saying)), width: 12 },
  {
    head: { zh: '项目', en: 'Projects' },
    cell: ofPlace(({ projects }, { say }) => projects.map(({ name }) => say.of(name)).join(say.text('；', '; ')) || null),
    width: 40,
  },
];
