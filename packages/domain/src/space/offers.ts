import type { DayString } from '@westgate/base';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import type { SpaceOffer } from './match.ts';
import { areasOn, readyDay } from './park-space.ts';

/** What a building offers on a day: what is vacant, now, and what is under works, from its day on. Where neither is known, one offer of which nothing is known. */
export function offersOf(register: Register, building: Row<'building'>, asOf: DayString): readonly SpaceOffer[] {
  const areas = areasOn(register, building.id, asOf);
  const of = {
    building: building.id,
    heightM: building.storey_height_m,
    loadKnM2: building.floor_load_kn_m2,
    metroM: building.metro_m,
    rentLow: building.rent_low,
    rentHigh: building.rent_high,
    tags: tagsOf(register, building),
  };
  const [vacant, works] = [areas?.vacant ?? null, areas?.works ?? null];
  const now: SpaceOffer = {
    ...of,
    kind: 'vacant',
    areaM2: vacant,
    largestM2: areas?.largestVacant ?? null,
    from: vacant === null ? null : asOf,
  };
  const later: SpaceOffer = { ...of, kind: 'works', areaM2: works, largestM2: areas?.largestWorks ?? null, from: readyDay(building, asOf) };
  return works === null ? [now] : [now, later].filter(({ areaM2 }) => areaM2 !== 0);
}

/** The values of plan axes that a building is for: its own, and of axes on which it has none those of its park. */
function tagsOf(register: Register, { park, tags }: Row<'building'>): readonly string[] {
  const axes = new Set(tags.map(axisOf));
  const inherited = (register.park.get(park)?.tags ?? []).filter((tag) => !axes.has(axisOf(tag)));
  return [...tags, ...inherited];
}

function axisOf(tag: string): string {
  return tag.slice(0, tag.indexOf(':'));
}
