import type { FloorAreas, OwnParts } from '@westgate/contract';
import { areasUntil, type DatedAreas, occupancyOf, type Row, tenantsOf } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { sourceAt } from './source.ts';
import { pairAt } from './text.ts';

/** What the page of a building tells beside its columns: its floor areas, day by day, and its tenants by industry. */
export function buildingBeside(view: View, { id }: Row<'building'>): OwnParts<'building'> {
  const records = areasUntil(view.whole, id, view.asOf).map((areas) => floorAreasTold(view, areas));
  const tenants = tenantsOf(view.whole, id, view.asOf).map((row) => ({
    on: row.on,
    industry: row.sector,
    areaM2: row.area_m2,
    firms: row.firms,
    source: sourceAt(view.register, row),
    confidence: row.confidence,
    rev: row.rev,
  }));
  return { areas: records.at(-1) ?? null, records, tenants };
}

/** A record of floor areas as it is told, with what follows from it. */
export function floorAreasTold({ register }: View, areas: DatedAreas): FloorAreas {
  const { total, let: taken, vacant, works, largestVacant, largestWorks, row } = areas;
  return {
    on: row.on,
    total,
    let: taken,
    vacant,
    works,
    largestVacant,
    largestWorks,
    occupancy: occupancyOf(areas),
    source: sourceAt(register, row),
    confidence: row.confidence,
    note: pairAt(row, 'note'),
    rev: row.rev,
  };
}
