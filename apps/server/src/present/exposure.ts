import type { Geometry } from '@westgate/base';
import type { ExposedPlace, ExposedRoad, FloodExposure, QueryRead } from '@westgate/contract';
import { type Exposure, exposures, HAZARD_CLASSES, type RunMaps } from '@westgate/desk';
import { type Register, type Row, relationsOf } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { figureRows } from './figure.ts';
import { centreOf } from './place.ts';
import { byTurns, placesWithShapes } from './placed.ts';
import { findThing, nameOfRow } from './thing.ts';

/** What is asked of the exposure to a run. */
export type ExposureAsk = Pick<QueryRead<'flood-exposure'>, 'lead' | 'hazard' | 'kind'>;
type Found = Pick<FloodExposure, 'items' | 'counts' | 'roads' | 'roadCounts'>;

const HOUR = 3_600;
/** What a unit of people counts, and one of households. */
const PEOPLE: Readonly<Record<string, number>> = { people: 1, '1e4-people': 10_000 };
const HOUSEHOLDS: Readonly<Record<string, number>> = { households: 1, '1e4-households': 10_000, dwellings: 1 };

/** The places of a view under the water of a run, by arrival, then those that lie beside its ground; nothing of what whoever asks may not know stands in it, nor in its counts. */
export async function exposureIn({ register }: View, maps: RunMaps, { lead, hazard, kind }: ExposureAsk): Promise<Found> {
  const look = exposures(maps);
  const counts = { wet: 0, dry: 0, beside: 0, unplaced: 0 };
  const items: ExposedPlace[] = [];
  const slowest = activations(register);
  for await (const { row, shapes } of placesWithShapes(register)) {
    if (shapes.length === 0) {
      counts.unplaced += 1;
      continue;
    }
    const { is, ...found } = look(shapes);
    counts[is] += 1;
    if (is === 'dry' || (kind && row.kind !== kind)) continue;
    if (!isOfClass(found, hazard)) continue;
    const activation = slowest.get(row.id) ?? null;
    items.push({
      ...{ place: { kind: 'place', id: row.id, name: nameOfRow('place', row) }, kind: row.kind, is, ...found },
      projects: relationsOf(register)
        .projectsOn(row.id)
        .flatMap((project) => findThing(register, 'project', project) ?? []),
      deadline: found.arrival === null ? null : found.arrival - Math.max(lead, activation?.hours ?? 0) * HOUR,
      activation,
      people: counted(register, row, PEOPLE),
      households: counted(register, row, HOUSEHOLDS),
      centre: pointOf(centreOf(register, row)),
    });
  }
  const { roads, roadCounts } = await roadsIn(register, look, hazard);
  return { items: items.sort(byArrival), counts, roads: kind ? [] : roads, roadCounts };
}

/** The roads that the map draws, the lines of one name as one. */
async function roadsIn(
  register: Register,
  look: ReturnType<typeof exposures>,
  hazard: ExposureAsk['hazard'],
): Promise<Pick<Found, 'roads' | 'roadCounts'>> {
  const byName = new Map<string, Row<'feature'>[]>();
  for (const row of register.feature.values()) {
    if (row.layer !== 'road') continue;
    const name = row.name_zh ?? row.name_en ?? `#${row.id}`;
    const lines = byName.get(name);
    if (lines) lines.push(row);
    else byName.set(name, [row]);
  }
  const roadCounts = { wet: 0, dry: 0, beside: 0 };
  const roads: ExposedRoad[] = [];
  for await (const rows of byTurns(byName.values())) {
    const [first] = rows;
    if (!first) continue;
    const shapes = rows.map(({ geometry }) => geometry);
    const { is, ...found } = look(shapes);
    roadCounts[is] += 1;
    if (is === 'dry' || !isOfClass(found, hazard)) continue;
    roads.push({ id: first.id, name: { zh: first.name_zh, en: first.name_en }, is, ...found, centre: middleOf(shapes) });
  }
  return { roads: roads.sort(byArrival), roadCounts };
}

/** A position on the first of the lines. */
function middleOf([first]: readonly Geometry[]): [number, number] | null {
  if (first?.type === 'LineString') return pointOf(first.coordinates[Math.floor(first.coordinates.length / 2)] ?? null);
  if (first?.type !== 'MultiLineString') return null;
  const [line = []] = first.coordinates;
  return pointOf(line[Math.floor(line.length / 2)] ?? null);
}

/** By place, the dual-use asset that takes longest to be switched, of those whose planned hours are recorded. */
function activations(register: Register): ReadonlyMap<string, NonNullable<ExposedPlace['activation']>> {
  const slowest = new Map<string, NonNullable<ExposedPlace['activation']>>();
  for (const row of register.dual_use_asset.values()) {
    const { place, activation_hours: hours } = row;
    if (place === null || hours === null || hours <= (slowest.get(place)?.hours ?? -1)) continue;
    slowest.set(place, { asset: { kind: 'dual_use_asset', id: row.id, name: nameOfRow('dual_use_asset', row) }, hours });
  }
  return slowest;
}

function isOfClass({ hazardClass }: Pick<Exposure, 'hazardClass'>, from: ExposureAsk['hazard']): boolean {
  return !from || (hazardClass !== null && HAZARD_CLASSES.indexOf(hazardClass) >= HAZARD_CLASSES.indexOf(from));
}

/** The last figure of a place in one of these units; null where none tells it. */
function counted(register: Register, { id }: Row<'place'>, units: Readonly<Record<string, number>>): number | null {
  const figures = figureRows(register, 'place', id).filter(
    ({ unit, value }) => value !== null && unit !== null && units[unit] !== undefined,
  );
  const last = figures.toSorted((a, b) => (a.period ?? '').localeCompare(b.period ?? '')).at(-1);
  return last?.value != null && last.unit !== null ? last.value * (units[last.unit] ?? 1) : null;
}

function byArrival(a: ExposedPlace | ExposedRoad, b: ExposedPlace | ExposedRoad): number {
  const [first, second] = [a.arrival ?? Number.MAX_VALUE, b.arrival ?? Number.MAX_VALUE];
  if (first !== second) return first - second;
  if (a.is !== b.is) return a.is === 'wet' ? -1 : 1;
  return idOf(a) < idOf(b) ? -1 : 1;
}

function pointOf(point: readonly [number, number] | null): [number, number] | null {
  return point && [point[0], point[1]];
}

function idOf(each: ExposedPlace | ExposedRoad): string {
  return 'place' in each ? each.place.id : each.id;
}
