import type { DayString } from '@westgate/base';
import { CHECK_LEVELS, type CheckLevel, type CheckStanding } from '../../register/fields/vocabulary.ts';
import { registerMemo } from '../../register/memo.ts';
import { Worked } from '../../register/reads.ts';
import type { Register } from '../../register/register.ts';
import { type BasisChanges, registerIndex } from '../../register/register-index.ts';
import { keyOf, type Row } from '../../register/tables.ts';
import { wholeBehind } from '../../register/whole-behind.ts';
import { byDay, type Dated, datedRow } from '../dated-value.ts';
import { latest } from '../days.ts';
import { lastFreshDayOf } from '../fresh.ts';
import { indicatorSeries, latestActual } from '../series.ts';
import { methodOf, nearbyOf, type PlacesOn } from './nearby.ts';
import { type MeasuredIn, type RolledUp, rollUp, type UnitTree, unitTree } from './roll-up.ts';

/** A value of an indicator in a place. */
type PlaceValue = Dated<Row<'place_value'>>;

/** What was measured in a place, with the row that says so; null where it was worked out from the places held. */
export interface MeasuredRow extends MeasuredIn {
  readonly row: Row<'place_value'> | null;
}

/** What is known of one indicator in a place, and how that stands to its threshold. */
export interface CheckFinding extends RolledUp<MeasuredRow> {
  readonly standing: CheckStanding;
  /** The value counts the whole: it was measured in the place itself, or all units in it are known. */
  readonly isWhole: boolean;
  /** The values behind it that do not meet the threshold; null where there is none to meet. */
  readonly belowCount: number | null;
  /** The last day of the newest value behind it; null where there is none. */
  readonly on: DayString | null;
  /** A value of the whole district, as it was entered; null where it was not, or a place is asked for. */
  readonly entered: Row<'indicator_value'> | null;
}

/** The values of an indicator by place, of each place by day. */
type ByPlace = ReadonlyMap<string, readonly PlaceValue[]>;

const valuesByPlace = registerIndex({ basis: { place_value: 'rows' }, build: valuesIn, grow: valuesAfter });
const placeTree = registerIndex({ basis: { place: ['survey_level'], link: 'rows' }, build: treeIn });

function valuesIn(register: Register): ReadonlyMap<string, ByPlace> {
  const all = new Map<string, Map<string, PlaceValue[]>>();
  for (const row of register.place_value.values()) {
    const places = all.get(row.indicator) ?? new Map<string, PlaceValue[]>();
    all.set(row.indicator, places);
    const held = places.get(row.place);
    if (held) held.push(datedRow(row));
    else places.set(row.place, [datedRow(row)]);
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
      places.set(after.place, [...(places.get(after.place) ?? []), datedRow(after)].sort(byDay));
    }
  }
  return grown;
}

/** A place is counted with the survey unit of a larger level that it is a member of, the smallest of several; none lies in itself by that. */
function treeIn(register: Register): UnitTree {
  const levels = new Map([...register.place.values()].map(({ id, survey_level }) => [id as string, survey_level]));
  const rankOf = (level: CheckLevel | null): number => (level === null ? -1 : CHECK_LEVELS.indexOf(level));
  const parents = new Map<string, string>();
  for (const { relation, from_kind, from_id, to_kind, to_id } of register.link.values()) {
    if (relation !== 'member-of' || from_kind !== 'place' || to_kind !== 'place') continue;
    const [own, rank] = [rankOf(levels.get(from_id) ?? null), rankOf(levels.get(to_id) ?? null)];
    if (rank <= own || !levels.has(from_id)) continue;
    const before = parents.get(from_id);
    const beforeRank = before === undefined ? Number.POSITIVE_INFINITY : rankOf(levels.get(before) ?? null);
    if (rank < beforeRank || (rank === beforeRank && before !== undefined && to_id < before)) parents.set(from_id, to_id);
  }
  return unitTree([...levels].map(([id, level]) => ({ id, parent: parents.get(id) ?? null, level })));
}

/** The values of an indicator in a place, earliest first. */
export function placeValues(register: Register, indicator: string, place: string): readonly PlaceValue[] {
  return valuesByPlace(register).get(indicator)?.get(place) ?? [];
}

/** The places of a register by what they are part of. */
export function placesTree(register: Register): UnitTree {
  return placeTree(register);
}

/** So many indicators on so many days are kept of a register. */
const MEASURED_KEPT = 400;
const measuredOf = registerMemo(() => new Map<PlacesOn['placesSince'], Worked<string, ReadonlyMap<string, MeasuredRow>>>());

/** The latest value of an indicator in each place by a day, or what is worked out for it from the places held, worked out once. */
function measuredBy(register: Register, indicator: Row<'indicator'>, on: PlacesOn): ReadonlyMap<string, MeasuredRow> {
  const all = measuredOf(register);
  const known = all.get(on.placesSince) ?? new Worked(MEASURED_KEPT);
  all.set(on.placesSince, known);
  return known.of(
    [indicator.id, indicator.frequency, indicator.check_level, ...Object.values(methodOf(indicator) ?? {}), on.asOf].join(' '),
    () => measuredIn(register, indicator, on),
  );
}

/** What is worked out of an indicator from the places held, by place: of those where no survey counts before it. */
export function workedOut(
  register: Register,
  indicator: Row<'indicator'>,
  on: PlacesOn,
): readonly (readonly [place: string, value: number])[] {
  if (!methodOf(indicator)) return [];
  return [...measuredBy(register, indicator, on)].flatMap(([place, { row, value }]) => (row === null ? [[place, value] as const] : []));
}

function measuredIn(register: Register, indicator: Row<'indicator'>, on: PlacesOn): ReadonlyMap<string, MeasuredRow> {
  const { asOf } = on;
  const found = new Map<string, MeasuredRow>();
  const freshUntil = new Map<string, DayString>();
  for (const [place, values] of valuesByPlace(register).get(indicator.id) ?? []) {
    const value = values.findLast(({ last }) => last <= asOf);
    if (!value) continue;
    const { row, last } = value;
    const until = freshUntil.get(row.period) ?? lastFreshDayOf(indicator.frequency, row.period);
    freshUntil.set(row.period, until);
    found.set(place, { row, value: row.value, weight: row.weight, last, isStale: asOf > until });
  }
  // What was surveyed counts before what is worked out, as long as it is not out of date.
  for (const [place, { value }] of nearbyOf(register, indicator, on))
    if (value !== null && (found.get(place)?.isStale ?? true))
      found.set(place, { row: null, value, weight: null, last: asOf, isStale: false });
  return found;
}

/**
 * What is known of an indicator in a place on a day, with null in the whole district, and how that stands to its threshold. Of the district a value that was entered for the
 * whole counts before what its places give. Not known is never met: where not all units are known a sum tells no more than what it has already passed.
 */
export function checkFinding(register: Register, indicator: Row<'indicator'>, place: string | null, on: PlacesOn): CheckFinding {
  const found = findingIn(register, indicator, place, on);
  const behind = wholeBehind(register);
  if (!behind) return found;
  // Units and values that are withheld from the reader are there all the same: what is told of the others is not told of the whole.
  const row = behind.whole.indicator.get(indicator.id) ?? indicator;
  const whole = findingIn(behind.whole, { ...row, place_method: indicator.place_method }, place, on);
  if (restsOn(whole) === restsOn(found) && whole.of === found.of && whole.known === found.known && whole.stale === found.stale)
    return found;
  // A later value may be among what is withheld: only what is true of the whole as well is told, and that it is met is never told of a part.
  const isTrue = found.standing === whole.standing && found.standing !== 'met' && found.standing !== 'no-threshold';
  return { ...found, of: whole.of, isWhole: false, standing: isTrue ? found.standing : 'not-known' };
}

/** The values behind a finding, as one text. */
function restsOn({ entered, rests }: CheckFinding): string {
  return [
    ...(entered ? [keyOf('indicator_value', entered)] : []),
    ...rests.map(([place, { row, value }]) => (row ? keyOf('place_value', row) : `${place} ${value}`)).sort(),
  ].join('\n');
}

function findingIn(register: Register, indicator: Row<'indicator'>, place: string | null, on: PlacesOn): CheckFinding {
  const { asOf } = on;
  const { id, check_level: level, roll_up: how, frequency } = indicator;
  const rolled = rollUp(placeTree(register), place, level === 'district' ? null : level, how, measuredBy(register, indicator, on));
  const hasThreshold = indicator.threshold !== null && indicator.direction !== 'none';
  const belowCount = hasThreshold ? rolled.rests.filter(([, { value }]) => !isMet(indicator, value)).length : null;
  const series = place === null ? indicatorSeries(register, id, asOf) : null;
  const whole = series && latestActual(series, asOf);
  if (whole) {
    const isStale = asOf > lastFreshDayOf(frequency, whole.row.period);
    const found = { ...rolled, belowCount, value: whole.row.value, isWhole: !isStale, on: whole.last, entered: whole.row };
    return { ...found, standing: isStale ? 'stale' : standingIn(indicator, found) };
  }
  const isWhole = rolled.of > 0 && rolled.known === rolled.of;
  const seen = { ...rolled, isWhole, belowCount, on: latest(rolled.rests.map(([, { last }]) => last)), entered: null };
  return { ...seen, standing: standingIn(indicator, seen) };
}

/** How what is known of a place stands to the threshold. What is not added up is met where each value meets it, and below as soon as one does not; a mean without weights is known where all its values agree. */
function standingIn(indicator: Row<'indicator'>, found: Omit<CheckFinding, 'standing'>): CheckStanding {
  const { value, entered, rests, stale, isWhole, belowCount } = found;
  if (value !== null) return standingOf(indicator, value, isWhole);
  if (entered === null && rests.length === 0) return stale > 0 ? 'stale' : 'not-known';
  if (belowCount === null) return 'not-known';
  if (indicator.roll_up === 'weighted-mean' && belowCount > 0) return isWhole && belowCount === rests.length ? 'below' : 'not-known';
  return belowCount > 0 ? 'below' : isWhole ? 'met' : 'not-known';
}

/** How a value stands to the threshold of its indicator; where it is of a part alone what more can only add to decides, else that is not known. */
function standingOf(indicator: Row<'indicator'>, value: number, isWhole: boolean): CheckStanding {
  const { threshold, direction, roll_up: how } = indicator;
  if (threshold === null || direction === 'none') return isWhole ? 'no-threshold' : 'not-known';
  const reaches = isMet(indicator, value);
  if (isWhole) return reaches ? 'met' : 'below';
  if (how !== 'sum' || value < 0 || reaches === (direction === 'down')) return 'not-known';
  return reaches ? 'met' : 'below';
}

/** Whether a value reaches the threshold of its indicator; true where there is none. */
function isMet({ threshold, direction }: Row<'indicator'>, value: number): boolean {
  return threshold === null || (direction === 'down' ? value <= threshold : value >= threshold);
}

/** The indicators of the health check, in the order of the folder. */
export function checkIndicatorsOf(register: Register): readonly CheckIndicator[] {
  return [...register.indicator.values()].filter((row): row is CheckIndicator => row.check_level !== null);
}

type CheckIndicator = Row<'indicator'> & { readonly check_level: CheckLevel };
