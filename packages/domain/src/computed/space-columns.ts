import type { Said } from '@westgate/base';
import type { Row } from '../register/tables.ts';
import type { FloorAreas } from '../space/floor-areas.ts';
import { areasOn, buildingsOf, type KnownSum, occupancyOf, type ParkSpace, parkSpace, wholeSum } from '../space/park-space.ts';
import type { Computed } from './computed.ts';

const M2: Said = { zh: 'm²', en: 'm²' };
const measure = (zh: string, en: string, about: Said) => ({ kind: 'number', optional: true, about, label: { zh, en } }) as const;
const count = (zh: string, en: string, about: Said) => ({ kind: 'integer', optional: true, about, label: { zh, en } }) as const;

const AREAS: readonly (readonly [id: string, of: (areas: FloorAreas) => number | null, zh: string, en: string, about: Said])[] = [
  [
    'total_m2',
    ({ total }) => total,
    '总建筑面积',
    'Total floor area',
    { zh: '最近一次面积记录的总建筑面积', en: 'its floor area by the latest record' },
  ],
  [
    'let_m2',
    (areas) => areas.let,
    '已租面积',
    'Let',
    { zh: '最近一次面积记录的已租面积', en: 'how much of it is let by the latest record' },
  ],
  [
    'vacant_m2',
    ({ vacant }) => vacant,
    '空置面积',
    'Vacant',
    { zh: '最近一次面积记录的空置面积', en: 'how much of it is vacant by the latest record' },
  ],
  [
    'works_m2',
    ({ works }) => works,
    '在建面积',
    'Under works',
    { zh: '最近一次面积记录的在建面积', en: 'how much of it is under works by the latest record' },
  ],
  [
    'largest_m2',
    ({ largestVacant }) => largestVacant,
    '空置最大连片',
    'Largest vacant',
    { zh: '空置面积中最大的连片', en: 'the largest vacant area in one piece' },
  ],
];

/** The floor areas of a building on the day, and how much of what is finished is let. */
export const BUILDING_COLUMNS: readonly Computed<Row<'building'>>[] = [
  ...AREAS.map(
    ([id, of, zh, en, about]): Computed<Row<'building'>> => ({
      id,
      field: measure(zh, en, about),
      unit: M2,
      rests: ['floor_area'],
      byDay: true,
      of(row, { register, asOf }) {
        const areas = areasOn(register, row.id, asOf);
        return areas && of(areas);
      },
    }),
  ),
  {
    id: 'occupancy',
    field: measure('出租率', 'Occupancy', { zh: '已租面积占已完工面积的百分比', en: 'let by what is finished, in per cent' }),
    unit: { zh: '%', en: '%' },
    rests: ['floor_area'],
    byDay: true,
    of(row, { register, asOf }) {
      const areas = areasOn(register, row.id, asOf);
      return areas && percent(occupancyOf(areas));
    },
  },
  {
    id: 'areas_on',
    field: {
      kind: 'day',
      optional: true,
      about: { zh: '最近一次面积记录的日期', en: 'the day of the latest record of its floor areas' },
      label: { zh: '面积数据日期', en: 'Areas as of' },
    },
    rests: ['floor_area'],
    byDay: true,
    of: (row, { register, asOf }) => areasOn(register, row.id, asOf)?.row.on ?? null,
  },
];

const SUMS: readonly (readonly [id: string, of: (space: ParkSpace) => KnownSum, zh: string, en: string, about: Said])[] = [
  [
    'total_m2',
    ({ total }) => total,
    '总建筑面积',
    'Total floor area',
    { zh: '各楼宇总建筑面积之和，各楼宇均已知时', en: 'the floor area of its buildings, where that of each is known' },
  ],
  [
    'let_m2',
    (space) => space.let,
    '已租面积',
    'Let',
    { zh: '各楼宇已租面积之和，各楼宇均已知时', en: 'how much is let, where that of each building is known' },
  ],
  [
    'vacant_m2',
    ({ vacant }) => vacant,
    '空置面积',
    'Vacant',
    { zh: '各楼宇空置面积之和，各楼宇均已知时', en: 'how much is vacant, where that of each building is known' },
  ],
  [
    'works_m2',
    ({ works }) => works,
    '在建面积',
    'Under works',
    { zh: '各楼宇在建面积之和，各楼宇均已知时', en: 'how much is under works, where that of each building is known' },
  ],
  [
    'coming_m2',
    ({ coming }) => coming,
    '十二个月内交付',
    'Ready within 12 months',
    { zh: '十二个月内可入驻的面积之和，各楼宇均已知时', en: 'what is ready within twelve months, where that of each building is known' },
  ],
];
const PARK_RESTS = ['building', 'floor_area'] as const;

/** The space of a park on the day: sums over its buildings, not known as long as that of one is not. */
export const PARK_COLUMNS: readonly Computed<Row<'park'>>[] = [
  ...SUMS.map(
    ([id, of, zh, en, about]): Computed<Row<'park'>> => ({
      id,
      field: measure(zh, en, about),
      unit: M2,
      rests: PARK_RESTS,
      byDay: true,
      of: (row, { register, asOf }) => wholeSum(of(parkSpace(register, row.id, asOf))),
    }),
  ),
  {
    id: 'occupancy',
    field: measure('出租率', 'Occupancy', {
      zh: '已租面积占已完工面积的百分比，只计两项均已知的楼宇',
      en: 'let by what is finished, in per cent, over the buildings of which both are known',
    }),
    unit: { zh: '%', en: '%' },
    rests: PARK_RESTS,
    byDay: true,
    of: (row, { register, asOf }) => percent(parkSpace(register, row.id, asOf).occupancy),
  },
  {
    id: 'buildings',
    field: count('楼宇数', 'Buildings', { zh: '已登记的楼宇数', en: 'how many buildings are recorded' }),
    rests: ['building'],
    of: (row, { register }) => buildingsOf(register, row.id).length,
  },
  {
    id: 'buildings_known',
    field: count('面积已知楼宇数', 'Buildings with known areas', {
      zh: '已租、空置和在建面积均已知的楼宇数',
      en: 'of how many buildings let, vacant and under works are all known',
    }),
    rests: PARK_RESTS,
    byDay: true,
    of(row, { register, asOf }) {
      const { let: taken, vacant, works } = parkSpace(register, row.id, asOf);
      return Math.min(taken.known, vacant.known, works.known);
    },
  },
];

/** A share of 0 to 1 in per cent, with one decimal. */
function percent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 10;
}
