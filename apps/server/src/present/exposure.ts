import { setImmediate as turn } from 'node:timers/promises';
import type { ExposedPlace, FloodExposure, QueryRead } from '@westgate/contract';
import { exposures, HAZARD_CLASSES, type RunMaps } from '@westgate/desk';
import { type Register, type Row, relationsOf } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { figureRows } from './figure.ts';
import { centreOf, shapesIn } from './place.ts';
import { findThing, nameOfRow } from './thing.ts';

/** What is asked of the exposure to a run. */
export type ExposureAsk = Pick<QueryRead<'flood-exposure'>, 'lead' | 'hazard' | 'kind'>;
type Found = Pick<FloodExposure, 'items' | 'counts'>;

const HOUR = 3_600;
/** What a unit of people counts, and one of households. */
const PEOPLE: Readonly<Record<string, number>> = { people: 1, '1e4-people': 10_000 };
const HOUSEHOLDS: Readonly<Record<string, number>> = { households: 1, '1e4-households': 10_000, dwellings: 1 };
/** Places looked up between which others get their turn. */
const PLACES_A_TURN = 200;

/** The places of a view under the water of a run, by arrival, then those that lie beside its ground; nothing of what whoever asks may not know stands in it, nor in its counts. */
export async function exposureIn({ register }: View, maps: RunMaps, { lead, hazard, kind }: ExposureAsk): Promise<Found> {
  const look = exposures(maps);
  const counts = { wet: 0, dry: 0, beside: 0, unplaced: 0 };
  const items: ExposedPlace[] = [];
  let looked = 0;
  for (const row of register.place.values()) {
    looked += 1;
    if (looked % PLACES_A_TURN === 0) await turn();
    const shapes = shapesIn(register, row.id);
    if (shapes.length === 0) {
      counts.unplaced += 1;
      continue;
    }
    const { is, ...found } = look(shapes);
    counts[is] += 1;
    if (is === 'dry' || (kind && row.kind !== kind)) continue;
    if (hazard && (found.hazardClass === null || HAZARD_CLASSES.indexOf(found.hazardClass) < HAZARD_CLASSES.indexOf(hazard))) continue;
    items.push({
      ...{ place: { kind: 'place', id: row.id, name: nameOfRow('place', row) }, kind: row.kind, is, ...found },
      projects: relationsOf(register)
        .projectsOn(row.id)
        .flatMap((project) => findThing(register, 'project', project) ?? []),
      deadline: found.arrival === null ? null : found.arrival - lead * HOUR,
      people: counted(register, row, PEOPLE),
      households: counted(register, row, HOUSEHOLDS),
      centre: pointOf(centreOf(register, row)),
    });
  }
  return { items: items.sort(byArrival), counts };
}

/** The last figure of a place in one of these units; null where none tells it. */
function counted(register: Register, { id }: Row<'place'>, units: Readonly<Record<string, number>>): number | null {
  const figures = figureRows(register, 'place', id).filter(
    ({ unit, value }) => value !== null && unit !== null && units[unit] !== undefined,
  );
  const last = figures.toSorted((a, b) => (a.period ?? '').localeCompare(b.period ?? '')).at(-1);
  return last?.value != null && last.unit !== null ? last.value * (units[last.unit] ?? 1) : null;
}

function byArrival(a: ExposedPlace, b: ExposedPlace): number {
  const [first, second] = [a.arrival ?? Number.MAX_VALUE, b.arrival ?? Number.MAX_VALUE];
  if (first !== second) return first - second;
  if (a.is !== b.is) return a.is === 'wet' ? -1 : 1;
  return a.place.id < b.place.id ? -1 : 1;
}

function pointOf(point: readonly [number, number] | null): [number, number] | null {
  return point && [point[0], point[1]];
}
