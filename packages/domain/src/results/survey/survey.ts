import { type DayString, periodSpan } from '@westgate/base';
import { type CheckLevel, type CheckStanding, CONFIDENCES } from '../../register/fields/vocabulary.ts';
import type { Register } from '../../register/register.ts';
import { type BasisChanges, registerIndex } from '../../register/register-index.ts';
import type { Row } from '../../register/tables.ts';
import { lastFreshDayOf } from '../fresh.ts';
import { indicatorSeries, latestActual } from '../series.ts';
import { type MeasuredIn, type RolledUp, rollUp, type UnitTree, unitTree } from './roll-up.ts';

/** A value of an indicator in a place with the first and last day of its period. */
export interface PlaceValue {
  readonly row: Row<'place_value'>;
  readonly first: DayString;
  readonly last: DayString;
}

/** What was measured in a place, with the row that says so. */
export interface MeasuredRow extends MeasuredIn {
  readonly row: Row<'place_value'>;
}

/** What is known of one indicator in a place, and how that stands to its threshold. */
export interface CheckFinding extends RolledUp<MeasuredRow> {
  readonly standing: CheckStanding;
  /** The value counts the whole: it was measured in the place itself, or all units in it are known. */
  readonly isWhole: boolean;
  /** The last day of the newest value behind it; null where there is none. */
  readonly on: DayString | null;
  /** A value of the whole district, as it was entered; null where it was not, or a place is asked for. */
  readonly entered: Row<'indicator_value'> | null;
}

/** The values of an indicator by place, of each place by day. */
type ByPlace = ReadonlyMap<string, readonly PlaceValue[]>;

const valuesByPlace = registerIndex({ basis: { place_value: 'rows' }, build: valuesIn, grow: valuesAfter });
const placeTree = registerIndex({ basis: { place: ['part_of', 'survey_level'] }, build: treeIn });

function valuesIn(register: Register): ReadonlyMap<string, ByPlace> {
  const all = new Map<string, Map<string, PlaceValue[]>>();
  for (const row of register.place_value.values()) {
    let places = all.get(row.indicator);
    if (!places) all.set(row.indicator, (places = new Map()));
    const held = places.get(row.place);
    if (held) held.push(dated(row));
    else places.set(row.place, [dated(row)]);
  }
  for (const places of all.values()) for (const values of places.values()) values.sort(byDay);
  return all;
}

/** After some values changed: only the places that they are of are put in order again. */
function valuesAfter(all: ReadonlyMap<string, ByPlace>, { place_value: changes = [] }: BasisChanges): ReadonlyMap<string, ByPlace> {
  const grown = new Map([...all]);
  const copied = new Map<string, Map<string, readonly PlaceValue[]>>();
  const valuesOf = (indicator: string): Map<string, readonly PlaceValue[]> => {
    const copy = copied.get(indicator) ?? new Map(grown.get(indicator));
    copied.set(indicator, copy);
    grown.set(indicator, copy);
    return copy;
  };
  for (const { before, after } of changes) {
    if (before) {
      const places = valuesOf(before.indicator);
      places.set(
        before.place,
        (places.get(before.place) ?? []).filter(({ row }) => row !== before),
      );
    }
    if (after) {
      const places = valuesOf(after.indicator);
      places.set(after.place, [...(places.get(after.place) ?? []), dated(after)].sort(byDay));
    }
  }
  return grown;
}

function treeIn(register: Register): UnitTree {
  return unitTree([...register.place.values()].map(({ id, part_of, survey_level }) => ({ id, parent: part_of, level: survey_level })));
}

function dated(row: Row<'place_value'>): PlaceValue {
  const [first, last] = periodSpan(row.period);
  return { row, first, last };
}

/** By the last day of their periods, then by the first; the less sure before the surer, then by source. Of several the last one counts, however they came. */
function byDay(a: PlaceValue, b: PlaceValue): number {
  return (
    compared(a.last, b.last) ||
    compared(a.first, b.first) ||
    CONFIDENCES.indexOf(b.row.confidence) - CONFIDENCES.indexOf(a.row.confidence) ||
    compared(a.row.source, b.row.source)
  );
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The values of an indicator in a place, earliest first. */
export function placeValues(register: Register, indicator: string, place: string): readonly PlaceValue[] {
  return valuesByPlace(register).get(indicator)?.get(place) ?? [];
}

/** The places of a register by what they are part of. */
export function placesTree(register: Register): UnitTree {
  return placeTree(register);
}

/** The latest value of an indicator in each place by a day. */
function measuredBy(register: Register, indicator: Row<'indicator'>, asOf: DayString): ReadonlyMap<string, MeasuredRow> {
  const found = new Map<string, MeasuredRow>();
  for (const [place, values] of valuesByPlace(register).get(indicator.id) ?? []) {
    const value = values.findLast(({ last }) => last <= asOf);
    if (!value) continue;
    const { row, last } = value;
    found.set(place, { row, value: row.value, weight: row.weight, last, isStale: asOf > lastFreshDayOf(indicator.frequency, row.period) });
  }
  return found;
}

/**
 * What is known of an indicator in a place on a day, with null in the whole district, and how that stands to its threshold. Of the district a value that was entered for the
 * whole counts before what its places give. Not known is never met: where not all units are known a sum tells no more than what it has already passed.
 */
export function checkFinding(register: Register, indicator: Row<'indicator'>, place: string | null, asOf: DayString): CheckFinding {
  const { id, check_level: level, roll_up: how, frequency } = indicator;
  const rolled = rollUp(placeTree(register), place, level === 'district' ? null : level, how, measuredBy(register, indicator, asOf));
  const series = place === null ? indicatorSeries(register, id) : null;
  const whole = series && latestActual(series, asOf);
  if (whole) {
    const isStale = asOf > lastFreshDayOf(frequency, whole.row.period);
    const found = { ...rolled, value: whole.row.value, isWhole: !isStale, on: whole.last, entered: whole.row };
    return { ...found, standing: isStale ? 'stale' : standingOf(indicator, whole.row.value, true) };
  }
  const days = rolled.rests.map(([, { last }]) => last).sort();
  const isWhole = rolled.of > 0 && rolled.known === rolled.of;
  const seen = { ...rolled, isWhole, on: days.at(-1) ?? null, entered: null };
  if (rolled.value === null) return { ...seen, standing: rolled.stale > 0 && rolled.rests.length === 0 ? 'stale' : 'not-known' };
  return { ...seen, standing: standingOf(indicator, rolled.value, isWhole) };
}

/** How a value stands to the threshold of its indicator; where it is of a part alone what more can only add to decides, else that is not known. */
function standingOf({ threshold, direction, roll_up: how }: Row<'indicator'>, value: number, isWhole: boolean): CheckStanding {
  if (threshold === null || direction === 'none') return isWhole ? 'no-threshold' : 'not-known';
  const isMet = direction === 'down' ? value <= threshold : value >= threshold;
  if (isWhole) return isMet ? 'met' : 'below';
  if (how !== 'sum' || value < 0) return 'not-known';
  return direction === 'down' ? (isMet ? 'not-known' : 'below') : isMet ? 'met' : 'not-known';
}

/** The indicators of the health check, by level, in the order of the folder. */
export function checkIndicatorsOf(register: Register): readonly (Row<'indicator'> & { readonly check_level: CheckLevel })[] {
  return [...register.indicator.values()].flatMap((row) => (row.check_level === null ? [] : [{ ...row, check_level: row.check_level }]));
}
