import type { SpaceBoard } from '@westgate/contract';
import { areasOn, buildingsOf, industriesOf, matchSpace, offersOf, parkSpace, type Row, readNeed, spaceCourse } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { underIn } from './belongs.ts';
import { floorAreasTold } from './building.ts';
import { sourceAt } from './source.ts';
import { pairAt } from './text.ts';
import { nameOfRow, thingAt } from './thing.ts';

/** Every park of a view with its buildings, and the offers of all of them ranked for a need as an address writes it. */
export function spaceBoardIn(view: View, need: string): SpaceBoard {
  const { register, whole, asOf } = view;
  const parks = [...register.park.values()].map((row) => ({ row, buildings: buildingsOf(whole, row.id) }));
  const parkOf = new Map(parks.flatMap(({ row, buildings }) => buildings.map(({ id }) => [id as string, row.id as string] as const)));
  const offers = parks.flatMap(({ buildings }) => buildings.flatMap((building) => offersOf(whole, building, asOf)));
  return {
    asOf,
    parks: parks.map(({ row, buildings }) => parkTold(view, row, buildings)),
    offers: matchSpace(readNeed(need), offers).map(({ offer, fit, answers }) => ({
      building: offer.building,
      park: parkOf.get(offer.building) ?? '',
      kind: offer.kind,
      areaM2: offer.areaM2,
      largestM2: offer.largestM2,
      from: offer.from,
      fit,
      answers: [...answers],
    })),
  };
}

type ParkTold = SpaceBoard['parks'][number];

function parkTold(view: View, row: Row<'park'>, buildings: readonly Row<'building'>[]): ParkTold {
  const { register, whole, asOf } = view;
  const { id, place } = row;
  return {
    park: { kind: 'park', id, name: nameOfRow('park', row) },
    place: thingAt(register, 'place', place),
    under: underIn(view, 'park', id),
    space: parkSpace(whole, id, asOf),
    buildings: buildings.map((building) => buildingTold(view, building)),
    course: [...spaceCourse(whole, id, asOf)],
    industries: [...industriesOf(whole, id, asOf)],
    rents: {
      low: extremeOf(
        buildings.map(({ rent_low: low }) => low),
        Math.min,
      ),
      high: extremeOf(
        buildings.map(({ rent_high: high, rent_low: low }) => high ?? low),
        Math.max,
      ),
    },
  };
}

function buildingTold(view: View, row: Row<'building'>): ParkTold['buildings'][number] {
  const areas = areasOn(view.whole, row.id, view.asOf);
  return {
    building: { kind: 'building', id: row.id, name: nameOfRow('building', row) },
    phase: pairAt(row, 'phase'),
    operator: pairAt(row, 'operator'),
    owner: thingAt(view.register, 'department', row.owner),
    typicalFloorM2: row.typical_floor_m2,
    storeyHeightM: row.storey_height_m,
    floorLoadKnM2: row.floor_load_kn_m2,
    metroM: row.metro_m,
    metroBasis: pairAt(row, 'metro_basis'),
    rentLow: row.rent_low,
    rentHigh: row.rent_high,
    rentPeriod: row.rent_period,
    readyOn: row.ready_on,
    source: sourceAt(view.register, row),
    areas: areas && floorAreasTold(view, areas),
  };
}

function extremeOf(values: readonly (number | null)[], pick: (...of: number[]) => number): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : pick(...known);
}
