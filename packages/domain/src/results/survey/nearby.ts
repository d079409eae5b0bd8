import { type DayString, type Geometry, positionsOf } from '@westgate/base';
import { isArea, isInside, type Measurable, measurable, metresApart } from '../../places/metres-apart.ts';
import type { PlaceKind, PlaceMethod } from '../../register/fields/vocabulary.ts';
import type { Register } from '../../register/register.ts';
import { registerIndex } from '../../register/register-index.ts';
import type { Row } from '../../register/tables.ts';
import { wholeBehind } from '../../register/whole-behind.ts';
import { roundedTo } from '../decimals.ts';
import { measureOf } from '../formula/measure.ts';

/** How an indicator is worked out for a survey unit from the places held. */
export interface NearbyMethod {
  readonly how: PlaceMethod;
  readonly kind: PlaceKind;
  /** Metres within which places are counted; null: those in the unit itself. */
  readonly within: number | null;
  /** How many metres one of the indicator’s unit is; of a count 1. */
  readonly metres: number;
}

/** What is worked out for a survey unit; where that is not known, why not. */
export interface Nearby {
  /** In the unit of the indicator; null where it is not known. */
  readonly value: number | null;
  /** The place that is nearest; null where places are counted, or none is known. */
  readonly nearest: string | null;
  /** It was measured from or to a label point, as no outline is held. */
  readonly isRough: boolean;
  /** Places of the kind that have no position, and are left out. */
  readonly unplaced: number;
  /**
   * No such place is held; the unit has no position; it has no outline; some such places have no position, and may be within reach; on the day that is asked
   * for none such was held, or the unit was not; such places, or the unit, were changed after it; places that are withheld from the reader would make it
   * another value.
   */
  readonly why:
    | 'none-held'
    | 'no-position'
    | 'no-outline'
    | 'unplaced'
    | 'none-held-then'
    | 'unit-not-held-then'
    | 'changed-since'
    | 'unit-changed-since'
    | 'withheld'
    | null;
}

/** Since which day something is held as it is; `none`: before that day there was none of it, null where there was, or that is not known. */
export interface HeldSince {
  readonly day: DayString;
  readonly none: DayString | null;
}

/** Since when places are held as they are: a place, and all of a kind of which so many are held now. Null: since the district was loaded. */
export interface PlacesSince {
  readonly ofPlace: (place: string) => HeldSince | null;
  readonly ofKind: (kind: PlaceKind, now: number) => HeldSince | null;
}

/** The day that is asked for, and since when places are held as they are: before it they were held otherwise. Null: since the district was loaded. */
export interface PlacesOn {
  readonly asOf: DayString;
  readonly placesSince: PlacesSince | null;
}

/** A place with its position, ready to be measured from; null where it has none. */
interface Placed {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly level: string | null;
  readonly at: Measurable | null;
}

/** The places of a district, and what was worked out from them already. */
interface Ground {
  readonly places: readonly Placed[];
  readonly known: Map<string, ReadonlyMap<string, Nearby>>;
}

/** Stays as long as no place is moved, made or removed, however many other deeds are done. */
const groundOf = registerIndex({ basis: { place: ['kind', 'survey_level', 'geometry'] }, build: groundIn });
const NONE: ReadonlyMap<string, Nearby> = new Map();

function groundIn(register: Register): Ground {
  const places = [...register.place.values()].map(({ id, kind, survey_level: level, geometry }) => ({
    id: id as string,
    kind,
    level,
    at: geometry && measurable(geometry),
  }));
  return { places, known: new Map() };
}

/** How an indicator is worked out from places; null where it is not. */
export function methodOf({ place_method: how, place_kind: kind, within_m, unit }: Row<'indicator'>): NearbyMethod | null {
  if (how === null || kind === null) return null;
  return how === 'nearest' ? { how, kind, within: null, metres: measureOf(unit).factor } : { how, kind, within: within_m, metres: 1 };
}

/**
 * What is worked out of an indicator for each survey unit of its level, from the places as they were held on a day; none where it is not worked out so. Of a
 * day before a place that it is worked out from was changed it is not known: what that place was is not held. It is worked out from the unit itself, and from
 * the places of the kind.
 */
export function nearbyOf(register: Register, indicator: Row<'indicator'>, on: PlacesOn): ReadonlyMap<string, Nearby> {
  const found = heldNow(register, indicator);
  const behind = wholeBehind(register);
  const whole = behind ? heldNow(behind.whole, indicator) : found;
  const whyThen = unknownThen(behind?.whole ?? register, indicator, on);
  return new Map(
    [...found].map(([unit, nearby]) => {
      const why = whyThen(unit) ?? (whole.get(unit)?.value === nearby.value ? null : 'withheld');
      return [unit, why ? { ...nearby, value: null, nearest: null, why } : nearby];
    }),
  );
}

/** Why what is worked out for a unit is not known on a day, though it is now; null where it was the same then. */
function unknownThen(register: Register, indicator: Row<'indicator'>, { asOf, placesSince }: PlacesOn): (unit: string) => Nearby['why'] {
  const method = methodOf(indicator);
  if (!method || placesSince === null) return () => null;
  const held = groundOf(register).places.filter(({ kind }) => kind === method.kind).length;
  const others = placesSince.ofKind(method.kind, held);
  return (unit) => {
    const own = placesSince.ofPlace(unit);
    if (isNone(own, asOf)) return 'unit-not-held-then';
    if (isNone(others, asOf)) return 'none-held-then';
    if (own !== null && asOf < own.day) return 'unit-changed-since';
    return others !== null && asOf < others.day ? 'changed-since' : null;
  };
}

function isNone(since: HeldSince | null, asOf: DayString): boolean {
  return since !== null && since.none !== null && asOf < since.none;
}

function heldNow(register: Register, indicator: Row<'indicator'>): ReadonlyMap<string, Nearby> {
  const method = methodOf(indicator);
  if (!method) return NONE;
  const { places, known } = groundOf(register);
  const key = [indicator.check_level, ...Object.values(method)].join(' ');
  const held = known.get(key) ?? nearbyIn(places, indicator.check_level, method);
  known.set(key, held);
  return held;
}

function nearbyIn(places: readonly Placed[], level: string | null, method: NearbyMethod): ReadonlyMap<string, Nearby> {
  const others = places.filter(({ kind }) => kind === method.kind);
  const units = places.filter((unit) => unit.level !== null && unit.level === level);
  return new Map(units.map((unit) => [unit.id, nearbyAt(unit, others, method)]));
}

/** What is worked out for a unit from the places of the kind, itself left out. */
function nearbyAt(unit: Placed, ofKind: readonly Placed[], { how, within, metres }: NearbyMethod): Nearby {
  const others = ofKind.filter(({ id }) => id !== unit.id);
  const placed = others.flatMap(({ id, at }) => (at ? [{ id, at }] : []));
  const unplaced = others.length - placed.length;
  const unknown = (why: Nearby['why']): Nearby => ({ value: null, nearest: null, isRough: false, unplaced, why });
  if (others.length === 0) return unknown('none-held');
  const own = unit.at;
  if (own === null) return unknown('no-position');
  if (how === 'nearest') {
    const found = nearestTo(own, placed);
    if (!found) return unknown('unplaced');
    const isRough = isPoint(own) || isPoint(found.at);
    return { value: roundedTo(found.apart, 0) / metres, nearest: found.id, isRough, unplaced, why: null };
  }
  if (within === null && !isArea(own.geometry)) return unknown('no-outline');
  if (unplaced > 0) return unknown('unplaced');
  const counted = placed.filter(({ at }) => (within === null ? isIn(at, own) : metresApart(own, at) <= within));
  return { value: counted.length, nearest: null, isRough: isPoint(own) || placed.some(({ at }) => isPoint(at)), unplaced, why: null };
}

interface Other {
  readonly id: string;
  readonly at: Measurable;
}

/** The nearest of some places with the metres to it, of two as near the first; null where there is none. */
function nearestTo(own: Measurable, others: readonly Other[]): (Other & { readonly apart: number }) | null {
  let found: (Other & { readonly apart: number }) | null = null;
  for (const other of others) {
    const apart = metresApart(own, other.at, found?.apart);
    if (found === null || apart < found.apart) found = { ...other, apart };
  }
  return found;
}

/** A place lies in the area where the middle of it does: so that none is counted in two areas beside each other. */
function isIn({ geometry, box: [west, south, east, north] }: Measurable, area: Measurable): boolean {
  const [first] = positionsOf(geometry);
  const middle = geometry.type === 'Point' && first ? first : ([(west + east) / 2, (south + north) / 2] as const);
  return isInside(middle, area);
}

function isPoint({ geometry }: { readonly geometry: Geometry }): boolean {
  return geometry.type === 'Point';
}
