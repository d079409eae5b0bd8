import type { SpaceBoard } from '@westgate/contract';
import type { BarAreas, Criterion, Fit, SpaceNeed } from '@westgate/domain';

export type ParkRow = SpaceBoard['parks'][number];
export type BuildingRow = ParkRow['buildings'][number];
export type OfferRow = SpaceBoard['offers'][number];

/** What is known of the areas of a park: sums over the buildings of which they are known. */
export function knownAreas({ total, let: taken, vacant, works }: ParkRow['space']): BarAreas {
  const known = (sum: typeof total): number | null => (sum.known > 0 ? sum.sum : null);
  return { total: known(total), let: known(taken), vacant: known(vacant), works: known(works) };
}

/** The marks of a scale from 0 up to at least `most`, in round numbers of m², four to six of them. */
export function scaleOf(most: number): readonly number[] {
  if (most <= 0) return [0];
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}

/** The offer of a building that fits best, as the offers are ranked; null where it has none. */
export function bestOf(offers: readonly OfferRow[], building: string): OfferRow | null {
  return offers.find((offer) => offer.building === building) ?? null;
}

/** How many offers there are of each fit. */
export function fitCounts(offers: readonly OfferRow[]): Readonly<Record<Fit, number>> {
  const counts = { fits: 0, 'one-short': 0, 'not-known': 0, 'no-fit': 0 };
  for (const { fit } of offers) counts[fit] += 1;
  return counts;
}

/** What a need asks by each criterion, as it is typed; empty where it does not ask. */
export type NeedFields = Readonly<Record<Criterion, string>>;

const COLUMNS: Readonly<Record<Exclude<Criterion, 'ready' | 'tag'>, 'areaM2' | 'heightM' | 'loadKnM2' | 'metroM' | 'rent'>> = {
  area: 'areaM2',
  height: 'heightM',
  load: 'loadKnM2',
  metro: 'metroM',
  rent: 'rent',
};

/** A need as the fields of its form hold it. */
export function fieldsOfNeed(need: SpaceNeed): NeedFields {
  const amount = (criterion: keyof typeof COLUMNS): string => (need[COLUMNS[criterion]] === null ? '' : String(need[COLUMNS[criterion]]));
  return {
    area: amount('area'),
    height: amount('height'),
    load: amount('load'),
    metro: amount('metro'),
    ready: need.readyOn ?? '',
    rent: amount('rent'),
    tag: need.tag ?? '',
  };
}

/** The same without one criterion, or with another value of it. */
export function withField(fields: NeedFields, criterion: Criterion, value: string): NeedFields {
  return { ...fields, [criterion]: value };
}

/** A need as an address writes it, of what was typed; what is no number is left to be told. */
export function addressOfFields(fields: NeedFields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (value.trim() === '' ? [] : [`${name}:${value.trim().replaceAll(',', '')}`]))
    .join(',');
}

/** Those of the amounts that are no number of up to four decimals. */
export function wrongAmounts(fields: NeedFields): readonly Criterion[] {
  const amounts = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return amounts.filter((name) => fields[name].trim() !== '' && !/^\d{1,9}(?:\.\d{1,4})?$/.test(fields[name].trim().replaceAll(',', '')));
}

/** A line of steps over time: from each day on its value, until the next; a gap where it is not known of all buildings. */
export interface StepLine {
  readonly points: readonly { readonly on: string; readonly m2: number }[];
}

/** The runs of days on which a part of the space was known of all buildings, and the day until which each holds. */
export function stepsOf(course: ParkRow['course'], part: 'let' | 'vacant' | 'works', until: string): readonly StepLine[] {
  const lines: { on: string; m2: number }[][] = [];
  let open: { on: string; m2: number }[] | null = null;
  for (const point of course) {
    const { sum, known, of } = point[part];
    if (of === 0 || known < of) {
      if (open) open.push({ on: point.on, m2: open.at(-1)?.m2 ?? 0 });
      open = null;
      continue;
    }
    if (!open) {
      open = [];
      lines.push(open);
    } else open.push({ on: point.on, m2: open.at(-1)?.m2 ?? 0 });
    open.push({ on: point.on, m2: sum });
  }
  if (open) open.push({ on: until, m2: open.at(-1)?.m2 ?? 0 });
  return lines.map((points) => ({ points }));
}
