import { addDays, byText, type DayString } from '@westgate/base';
import { grouped } from '../register/groups.ts';
import type { Register } from '../register/register.ts';
import { registerIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';

type TierRow = Pick<Row<'tier'>, 'id' | 'scheme' | 'from_on' | 'position'>;
type PlaceRow = Pick<Row<'tier_place'>, 'industry' | 'from_on' | 'tier'>;

/** A scheme of the industries into tiers, and the days it holds for. */
export interface Scheme {
  readonly name: string;
  readonly from: DayString;
  /** Its last day; null until further notice. */
  readonly until: DayString | null;
  /** Its tiers by id, the highest first. */
  readonly tiers: readonly string[];
}

/** The days on which an industry stands in one tier. Two that follow each other in different schemes are no move: these are not compared. */
export interface TierStay<Place extends PlaceRow = Row<'tier_place'>> {
  readonly tier: string;
  readonly scheme: string;
  readonly from: DayString;
  /** Its last day; null until further notice. */
  readonly until: DayString | null;
  readonly place: Place;
}

/** The schemes in the order of their days: each from the earliest first day of its tiers to the day before the next begins. */
function schemesAmong(tiers: readonly TierRow[]): readonly Scheme[] {
  const begun = [...grouped(tiers, ({ scheme }) => scheme)].map(([name, rows]) => ({
    name,
    from: rows.map(({ from_on }) => from_on).reduce((least, each) => (each < least ? each : least)),
    tiers: [...rows].sort((a, b) => a.position - b.position || byText(a.id, b.id)).map(({ id }) => id as string),
  }));
  begun.sort((a, b) => byText(a.from, b.from) || byText(a.name, b.name));
  return begun.map((scheme, index) => ({ ...scheme, until: dayBefore(begun[index + 1]?.from) }));
}

/**
 * Where each industry stood from when to when, in the order of the days. An entry holds until the next one of its industry, and no longer than its scheme; one from before
 * its scheme holds from its first day, one from after its scheme does not hold at all. With a new scheme everything is said anew: who is not named in it stands in no tier.
 */
function tierHistories<Place extends PlaceRow>(
  schemes: readonly Scheme[],
  places: readonly Place[],
): ReadonlyMap<string, readonly TierStay<Place>[]> {
  const schemeOf = new Map(schemes.flatMap((scheme) => scheme.tiers.map((tier) => [tier, scheme] as const)));
  const histories = new Map<string, readonly TierStay<Place>[]>();
  for (const [industry, entries] of grouped(places, (place) => place.industry)) {
    const holding = entries.flatMap((place) => {
      const scheme = schemeOf.get(place.tier);
      if (!scheme || (scheme.until !== null && place.from_on > scheme.until)) return [];
      return [{ place, scheme, from: place.from_on < scheme.from ? scheme.from : place.from_on }];
    });
    holding.sort((a, b) => byText(a.from, b.from) || byText(a.place.from_on, b.place.from_on));
    const stays = holding.flatMap(({ place, scheme, from }, index) => {
      const until = earlier(dayBefore(holding[index + 1]?.from), scheme.until);
      return until !== null && until < from ? [] : [{ tier: place.tier as string, scheme: scheme.name, from, until, place }];
    });
    histories.set(industry, stays);
  }
  return histories;
}

/** The stay that covers a day; null where the industry stands in no tier on it. */
export function stayOn<Stay extends Pick<TierStay, 'from' | 'until'>>(stays: readonly Stay[], on: DayString): Stay | null {
  return stays.find(({ from, until }) => from <= on && (until === null || on <= until)) ?? null;
}

/** The schemes of a register, and where its industries stood. */
export const tiersOf: (register: Register) => {
  readonly schemes: readonly Scheme[];
  readonly histories: ReadonlyMap<string, readonly TierStay[]>;
} = registerIndex({
  basis: { tier: ['id', 'scheme', 'from_on', 'position'], tier_place: 'rows' },
  build(register) {
    const schemes = schemesAmong([...register.tier.values()]);
    return { schemes, histories: tierHistories(schemes, [...register.tier_place.values()]) };
  },
});

/** The tier an industry stands in on a day, by id; null where it stands in none. */
export function tierOn(register: Register, industry: string, on: DayString): string | null {
  return stayOn(tiersOf(register).histories.get(industry) ?? [], on)?.tier ?? null;
}

function dayBefore(on: DayString | undefined): DayString | null {
  return on === undefined ? null : addDays(on, -1);
}

function earlier(a: DayString | null, b: DayString | null): DayString | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
