import { byText } from '@westgate/base';
import { areaProblems, grouped, sumOfAreas } from '@westgate/domain';
import type { Check } from './check.ts';
import type { FaultList, Place } from './fault.ts';
import { type LoadedTables, readable, rowsWith } from './load.ts';

const AREAS = ['total_m2', 'let_m2', 'vacant_m2', 'works_m2', 'largest_vacant_m2', 'largest_works_m2'] as const;

/** What must hold of floor areas: let + vacant + under works = total, and a piece is no larger than what it is a piece of. */
export const checkFloorAreas: Check = {
  of: 'floor_area',
  look(rows, _ground, faults) {
    for (const { row, at } of readable<'floor_area', (typeof AREAS)[number]>(rows, AREAS))
      for (const { column, expected, found } of areaProblems(row)) faults.add('areas-differ', at, column, expected, found);
  },
};

/** What must hold of buildings: the lowest rent is no higher than the highest. */
export const checkRents: Check = {
  of: 'building',
  look(rows, _ground, faults) {
    for (const { row, at } of readable<'building', 'rent_low' | 'rent_high'>(rows, ['rent_low', 'rent_high'])) {
      const { rent_low: low, rent_high: high } = row;
      if (low === null || high === null || low <= high) continue;
      faults.add('bad-number', at, 'rent_high', { zh: `不低于租金下限 ${low}`, en: `${low} or more, the lowest rent` }, String(high));
    }
  },
};

/** What must hold of tenants: those of a building on a day rent no more than is let by its latest record up to that day. */
export function checkTenants(tables: LoadedTables, _ground: unknown, faults: FaultList): void {
  const letBy = new Map<string, { readonly on: string; readonly m2: number | null }[]>();
  for (const { row } of rowsWith(tables, 'floor_area', ['building', 'on', 'let_m2'])) {
    letBy.set(row.building, [...(letBy.get(row.building) ?? []), { on: row.on, m2: row.let_m2 }]);
  }
  const rows = rowsWith(tables, 'tenancy', ['building', 'on', 'sector', 'area_m2']);
  for (const [, of] of grouped(rows, ({ row }) => `${row.building} ${row.on}`)) {
    const last = of.at(-1);
    if (!last) continue;
    const { building, on } = last.row;
    const known = (letBy.get(building) ?? []).filter((each) => each.on <= on).sort((a, b) => byText(a.on, b.on));
    const taken = sumOfAreas(of.map(({ row }) => row.area_m2 ?? 0));
    const most = known.at(-1);
    if (most !== undefined && most.m2 !== null && taken > most.m2) tooMuch(last.at, taken, { on: most.on, m2: most.m2 }, faults);
  }
}

function tooMuch(at: Place, taken: number, most: { readonly on: string; readonly m2: number }, faults: FaultList): void {
  const expected = {
    zh: `各产业合计不大于 ${most.on} 登记的已租面积 ${most.m2} m²`,
    en: `no more over all industries than ${most.m2} m², let by the record of ${most.on}`,
  };
  faults.add('areas-differ', at, 'area_m2', expected, { zh: `合计 ${taken} m²`, en: `${taken} m² in all` });
}
