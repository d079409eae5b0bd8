import type { Said } from '@westgate/base';
import type { Row } from '../register/tables.ts';
import type { FloorAreas } from '../space/floor-areas.ts';
import { areasOn, buildingsOf, type KnownSum, occupancyOf, type ParkSpace, parkSpace, wholeSum } from '../space/park-space.ts';
import type { Computed } from './computed.ts';

const M2: Said = { zh: 'm²', en: 'm²' };
const number = (about: string, zh: string, en: string) => ({ kind: 'number', optional: true, about, label: { zh, en } }) as const;
const count = (about: string, zh: string, en: string) => ({ kind: 'integer', optional: true, about, label: { zh, en } }) as const;

const AREAS: readonly (readonly [id: string, of: (areas: FloorAreas) => number | null, zh: string, en: string, about: string])[] = [
  ['total_m2', ({ total }) => total, '总建筑面积', 'Total floor area', 'its floor area by the latest record'],
  ['let_m2', (areas) => areas.let, '已租面积', 'Let', 'how much of it is let by the latest record'],
  ['vacant_m2', ({ vacant }) => vacant, '空置面积', 'Vacant', 'how much of it is vacant by the latest record'],
  ['works_m2', ({ works }) => works, '在建面积', 'Under works', 'how much of it is under works by the latest record'],
  ['largest_m2', ({ largestVacant }) => largestVacant, '空置最大连片', 'Largest vacant', 'the largest vacant area in one piece'],
];

/** The floor areas of a building on the day, and how much of what is finished is let. */
export const BUILDING_COLUMNS: readonly Computed<Row<'building'>>[] = [
  ...AREAS.map(
    ([id, of, zh, en, about]): Computed<Row<'building'>> => ({
      id,
      field: number(about, zh, en),
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
    field: number('let by what is finished, in per cent', '出租率', 'Occupancy'),
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
      about: 'the day of the latest record of its floor areas',
      label: { zh: '面积数据日期', en: 'Areas as of' },
    },
    rests: ['floor_area'],
    byDay: true,
    of: (row, { register, asOf }) => areasOn(register, row.id, asOf)?.row.on ?? null,
  },
];

const SUMS: readonly (readonly [id: string, of: (space: ParkSpace) => KnownSum, zh: string, en: string, about: string])[] = [
  ['total_m2', ({ total }) => total, '总建筑面积', 'Total floor area', 'the floor area of its buildings, where that of each is known'],
  ['let_m2', (space) => space.let, '已租面积', 'Let', 'how much is let, where that of each building is known'],
  ['vacant_m2', ({ vacant }) => vacant, '空置面积', 'Vacant', 'how much is vacant, where that of each building is known'],
  ['works_m2', ({ works }) => works, '在建面积', 'Under works', 'how much is under works, where that of each building is known'],
  [
    'coming_m2',
    ({ coming }) => coming,
    '十二个月内交付',
    'Ready within 12 months',
    'what is ready within twelve months, where that of each building is known',
  ],
];
const PARK_RESTS = ['building', 'floor_area'] as const;

/** The space of a park on the day: sums over its buildings, not known as long as that of one is not. */
export const PARK_COLUMNS: readonly Computed<Row<'park'>>[] = [
  ...SUMS.map(
    ([id, of, zh, en, about]): Computed<Row<'park'>> => ({
      id,
      field: number(about, zh, en),
      unit: M2,
      rests: PARK_RESTS,
      byDay: true,
      of: (row, { register, asOf }) => wholeSum(of(parkSpace(register, row.id, asOf))),
    }),
  ),
  {
    id: 'occupancy',
    field: number('let by what is finished, in per cent, over the buildings of which both are known', '出租率', 'Occupancy'),
    unit: { zh: '%', en: '%' },
    rests: PARK_RESTS,
    byDay: true,
    of: (row, { register, asOf }) => percent(parkSpace(register, row.id, asOf).occupancy),
  },
  {
    id: 'buildings',
    field: count('how many buildings are recorded', '楼宇数', 'Buildings'),
    rests: ['building'],
    of: (row, { register }) => buildingsOf(register, row.id).length,
  },
  {
    id: 'buildings_known',
    field: count('of how many buildings let, vacant and under works are all known', '面积已知楼宇数', 'Buildings with known areas'),
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
