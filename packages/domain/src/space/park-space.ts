import { addMonths, byText, type DayString } from '@westgate/base';
import { grouped } from '../register/groups.ts';
import { registerMemo } from '../register/memo.ts';
import { Worked } from '../register/reads.ts';
import type { Register } from '../register/register.ts';
import { registerIndex } from '../register/register-index.ts';
import { keyOf, type Row } from '../register/tables.ts';
import { type FloorAreas, floorAreasOf, sumOfAreas } from './floor-areas.ts';

/** A record of floor areas with what follows from it. */
export interface DatedAreas extends FloorAreas {
  readonly row: Row<'floor_area'>;
}

/** What is known of a sum over buildings: over those of which it is known, in m²; how many these are, and of how many in all. */
export interface KnownSum {
  readonly sum: number;
  readonly known: number;
  readonly of: number;
}

/** The space of a park on a day. */
export interface ParkSpace {
  readonly total: KnownSum;
  readonly let: KnownSum;
  readonly vacant: KnownSum;
  readonly works: KnownSum;
  /** What is under works and ready within twelve months; known of a building without works, and of one whose day is known. */
  readonly coming: KnownSum;
  /** Let by what is finished, 0 to 1, over the buildings of which all of it is known; null where that is none. */
  readonly occupancy: number | null;
  /** The oldest of the latest records that this rests on; null where there is none. */
  readonly since: DayString | null;
}

/** The months in which space is told as coming. */
const COMING_MONTHS = 12;

const buildingsByPark = registerIndex<ReadonlyMap<string, readonly string[]>>({
  basis: { building: ['park'] },
  build: (register) =>
    idsBy(
      register.building.values(),
      ({ park }) => park,
      ({ id }) => id,
    ),
});
/** The keys of the records of each building, the earliest first. */
const recordsByBuilding = registerIndex<ReadonlyMap<string, readonly string[]>>({
  basis: { floor_area: ['building', 'on'] },
  build: (register) =>
    idsBy(
      [...register.floor_area.values()].sort((a, b) => byText(a.on, b.on)),
      ({ building }) => building,
      (row) => keyOf('floor_area', row),
    ),
});

function idsBy<R>(rows: Iterable<R>, groupOf: (row: R) => string, idOf: (row: R) => string): ReadonlyMap<string, readonly string[]> {
  return new Map([...grouped(rows, groupOf)].map(([group, of]) => [group, of.map(idOf)]));
}

/** The buildings of a park, in the order of the table. */
export function buildingsOf(register: Register, park: string): readonly Row<'building'>[] {
  return rowsAt(register.building, buildingsByPark(register).get(park));
}

/** The records of a building up to a day, the earliest first. */
export function areasUntil(register: Register, building: string, asOf: DayString): readonly DatedAreas[] {
  return recordsUntil(register, building, asOf).map(datedAreas);
}

function recordsUntil(register: Register, building: string, asOf: DayString): readonly Row<'floor_area'>[] {
  return rowsAt(register.floor_area, recordsByBuilding(register).get(building)).filter(({ on }) => on <= asOf);
}

function datedAreas(row: Row<'floor_area'>): DatedAreas {
  return { ...floorAreasOf(row), row };
}

function rowsAt<R>(table: ReadonlyMap<string, R>, keys: readonly string[] = []): readonly R[] {
  return keys.map((key) => table.get(key)).filter((row) => row !== undefined);
}

/** The latest record of a building on a day; null where there is none. */
export function areasOn(register: Register, building: string, asOf: DayString): DatedAreas | null {
  const row = recordsUntil(register, building, asOf).at(-1);
  return row ? datedAreas(row) : null;
}

/** Let by what is finished, 0 to 1; null where one of them is not known, or nothing is finished. */
export function occupancyOf({ let: taken, vacant }: FloorAreas): number | null {
  if (taken === null || vacant === null || taken + vacant === 0) return null;
  return taken / sumOfAreas([taken, vacant]);
}

/** The day from which what is under works can be moved into; null where it is not known, or is past although there are works still. */
export function readyDay({ ready_on }: Pick<Row<'building'>, 'ready_on'>, asOf: DayString): DayString | null {
  return ready_on !== null && ready_on > asOf ? ready_on : null;
}

/** The space of a park on a day: sums over its buildings, each by its latest record. */
export function parkSpace(register: Register, park: string, asOf: DayString): ParkSpace {
  return spaces(register).of(`${park} ${asOf}`, () =>
    spaceOf(
      buildingsOf(register, park).map((building) => ({ building, areas: areasOn(register, building.id, asOf) })),
      asOf,
    ),
  );
}

/** The spaces of so many parks and days are kept of a register. */
const SPACES_KEPT = 400;
const spaces = registerMemo(() => new Worked<string, ParkSpace>(SPACES_KEPT));

interface BuildingAreas {
  readonly building: Pick<Row<'building'>, 'ready_on'>;
  readonly areas: DatedAreas | null;
}

/** The space of some buildings on a day. */
function spaceOf(buildings: readonly BuildingAreas[], asOf: DayString): ParkSpace {
  const sumOver = (of: (each: BuildingAreas) => number | null): KnownSum => {
    const known = buildings.map(of).filter((area) => area !== null);
    return { sum: sumOfAreas(known), known: known.length, of: buildings.length };
  };
  const finished = buildings.flatMap(({ areas }) => (areas !== null && areas.let !== null && areas.vacant !== null ? [areas] : []));
  const [taken, vacant] = [sumOfAreas(finished.map((each) => each.let ?? 0)), sumOfAreas(finished.map((each) => each.vacant ?? 0))];
  const days = buildings.flatMap(({ areas }) => (areas ? [areas.row.on] : [])).sort();
  return {
    total: sumOver(({ areas }) => areas?.total ?? null),
    let: sumOver(({ areas }) => areas?.let ?? null),
    vacant: sumOver(({ areas }) => areas?.vacant ?? null),
    works: sumOver(({ areas }) => areas?.works ?? null),
    coming: sumOver((each) => comingOf(each, asOf)),
    occupancy: taken + vacant === 0 ? null : taken / (taken + vacant),
    since: days[0] ?? null,
  };
}

function comingOf({ building, areas }: BuildingAreas, asOf: DayString): number | null {
  const works = areas?.works ?? null;
  if (works === null || works === 0) return works;
  const ready = readyDay(building, asOf);
  if (ready === null) return null;
  return ready <= addMonths(asOf, COMING_MONTHS) ? works : 0;
}

/** The space of a park from one day on, until the next of its buildings is recorded anew. */
export interface SpacePoint extends Pick<ParkSpace, 'total' | 'let' | 'vacant' | 'works' | 'occupancy'> {
  readonly on: DayString;
}

/** The course of a park's space up to a day: one point for each day on which a building was recorded. */
export function spaceCourse(register: Register, park: string, asOf: DayString): readonly SpacePoint[] {
  const buildings = buildingsOf(register, park).map((building) => ({ building, records: areasUntil(register, building.id, asOf) }));
  const days = [...new Set(buildings.flatMap(({ records }) => records.map(({ row }) => row.on)))].sort();
  return days.map((on) => {
    const then = buildings.map(({ building, records }) => ({ building, areas: records.findLast(({ row }) => row.on <= on) ?? null }));
    const { total, let: taken, vacant, works, occupancy } = spaceOf(then, on);
    return { on, total, let: taken, vacant, works, occupancy };
  });
}

/** A sum, where it is known of all buildings and there are some; else null. */
export function wholeSum({ sum, known, of }: KnownSum): number | null {
  return of > 0 && known === of ? sum : null;
}
