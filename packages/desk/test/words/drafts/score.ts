import type { PlanDrafts } from '@westgate/domain';

/** A part of a key: where it stands and what it is worth; no words. */
interface KeyField {
  readonly start: number;
  readonly end: number;
  readonly value: string | number;
}

type FieldName = 'department' | 'place' | 'date' | 'number' | 'unit';

/** A clause as it was cut by hand, or by rules. */
type Cut = {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly verbClass: string | null;
} & { readonly [field in FieldName]?: KeyField };

export interface Cutting {
  readonly drafts: readonly Cut[];
  readonly narrative: readonly string[];
}

interface KeyText extends Cutting {
  readonly file: string;
  readonly language: 'zh' | 'en';
  readonly sha256: string;
}

export interface Key {
  readonly texts: readonly KeyText[];
}

/** How many were right, of how many proposed, of how many that should be. */
export interface Counts {
  readonly right: number;
  readonly proposed: number;
  readonly expected: number;
}

export type ScoreName = 'clause' | 'exact' | 'verbClass' | FieldName | 'narrative';
export type Score = Readonly<Record<ScoreName, Counts>>;

/** Drafts as a cutting: of names the record counts. */
export function cuttingOf({ drafts, narrative }: PlanDrafts): Cutting {
  return {
    drafts: drafts.map(({ sentence, start, end, verbClass, department, place, date, number, unit }) => ({
      sentence,
      start,
      end,
      verbClass,
      ...(department && { department: { ...department, value: department.id ?? department.value } }),
      ...(place && { place: { ...place, value: place.id ?? place.value } }),
      ...(date && { date: { ...date, value: date.value ?? 'not known' } }),
      ...(number && { number }),
      ...(unit && { unit }),
    })),
    narrative: narrative.map(({ sentence }) => sentence),
  };
}

/**
 * What a cutting is worth beside a key. A clause is found where it covers at least half of what both cover (intersection over union); class
 * and fields count where their clause is found and their value is the same.
 */
export function scoreOf(own: Cutting, key: Cutting): Score {
  const pairs = matched(own.drafts, key.drafts);
  const counts = (right: number, proposed: number, expected: number): Counts => ({ right, proposed, expected });
  const all = (right: number): Counts => counts(right, own.drafts.length, key.drafts.length);
  const field = (name: FieldName): Counts =>
    counts(
      pairs.filter(([a, b]) => a[name] !== undefined && named(a[name].value) === named(b[name]?.value)).length,
      own.drafts.filter((cut) => cut[name] !== undefined).length,
      key.drafts.filter((cut) => cut[name] !== undefined).length,
    );
  return {
    clause: all(pairs.length),
    exact: all(pairs.filter(([a, b]) => a.start === b.start && a.end === b.end).length),
    verbClass: all(pairs.filter(([a, b]) => a.verbClass === b.verbClass).length),
    department: field('department'),
    place: field('place'),
    date: field('date'),
    number: field('number'),
    unit: field('unit'),
    narrative: counts(own.narrative.filter((id) => key.narrative.includes(id)).length, own.narrative.length, key.narrative.length),
  };
}

/** A value as it is compared: the cutters wrote `parking spaces` and `NOK` for the codes `parking-spaces` and `nok`. */
function named(value: string | number | undefined): string | number | undefined {
  return typeof value === 'string' ? value.toLowerCase().replaceAll(' ', '-') : value;
}

/** Pairs of clauses that cover at least half of what both cover, the best first, each clause once. */
function matched(own: readonly Cut[], key: readonly Cut[]): readonly (readonly [Cut, Cut])[] {
  const likes = own.flatMap((a) => key.map((b) => ({ a, b, share: shareOf(a, b) }))).filter(({ share }) => share >= 0.5);
  const taken = new Set<Cut>();
  const pairs: (readonly [Cut, Cut])[] = [];
  for (const { a, b } of likes.sort((x, y) => y.share - x.share)) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    pairs.push([a, b]);
  }
  return pairs;
}

function shareOf(a: Cut, b: Cut): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
