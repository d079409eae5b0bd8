import type { DayString } from '@westgate/base';
import type { ROLL_UPS } from '../../register/fields/vocabulary.ts';
import { roundedTo } from '../decimals.ts';

/** Sums and means are told so far: what is left of adding decimals is gone. */
const DECIMALS = 9;

/** How values of places give that of the place they are part of. */
export type RollUp = (typeof ROLL_UPS)[number];

/** A place as it is counted: what it is part of, and whether it is a survey unit of a level. */
export interface Unit {
  readonly id: string;
  readonly parent: string | null;
  readonly level: string | null;
}

/** The places of a district by what they are part of; `roots` are part of none. */
export interface UnitTree {
  readonly units: ReadonlyMap<string, Unit>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly roots: readonly string[];
}

/** What was measured in one place. */
export interface MeasuredIn {
  readonly value: number;
  /** What it counts for in a weighted mean; null where that is not known. */
  readonly weight: number | null;
  readonly last: DayString;
  /** It is too old to tell how the place is now. */
  readonly isStale: boolean;
}

/** The value of a place, measured there or added up from what lies in it. */
export interface RolledUp<M extends MeasuredIn = MeasuredIn> {
  /** In the unit of the indicator; of what is known alone where not all is known; null where nothing is, or it is not added up. */
  readonly value: number | null;
  /** The values it is made of; no two of them are of places that lie in each other. */
  readonly rests: readonly (readonly [place: string, measured: M])[];
  /** The survey units that the values cover, those that only values out of date cover, and all there are. */
  readonly known: number;
  readonly stale: number;
  readonly of: number;
}

/**
 * The places in the order given as a tree. One whose parent is not among them, or that lies in itself by others, is a root.
 */
export function unitTree(units: readonly Unit[]): UnitTree {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const parentOf = (id: string): string | null => {
    const parent = byId.get(id)?.parent ?? null;
    return parent !== null && byId.has(parent) ? parent : null;
  };
  const isInRing = (id: string): boolean => {
    const seen = new Set([id]);
    for (let at = parentOf(id); at !== null; at = parentOf(at)) {
      if (at === id) return true;
      if (seen.has(at)) return false;
      seen.add(at);
    }
    return false;
  };
  const children = new Map<string, string[]>();
  const roots: string[] = [];
  for (const { id } of units) {
    const parent = parentOf(id);
    if (parent === null || isInRing(id)) roots.push(id);
    else children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  return { units: byId, children, roots };
}

/**
 * What is known of a place, or with null of all roots together. A value that was measured in the place itself counts; else those of the places in it, each place once: what
 * lies in a place that is counted is not counted again. A value of the place gives way where all that lies in it was measured later, or where it is out of date and they are not.
 * Coverage is told in units of `level`; a survey unit that is not divided into such units counts as one.
 */
export function rollUp<M extends MeasuredIn>(
  tree: UnitTree,
  place: string | null,
  level: string | null,
  how: RollUp | null,
  measured: ReadonlyMap<string, M>,
): RolledUp<M> {
  const parts = (place === null ? tree.roots : [place]).map((id) => counted(tree, id, level, measured));
  const rests = parts.flatMap((part) => part.rests);
  const own = place !== null && rests.length === 1 && rests[0]?.[0] === place ? rests[0][1].value : null;
  const sum = (count: (part: Counted<M>) => number): number => parts.reduce((all, part) => all + count(part), 0);
  return {
    value: own ?? added(rests, how),
    rests,
    known: sum(({ known }) => known),
    stale: sum(({ stale }) => stale),
    of: sum(({ of }) => of),
  };
}

interface Counted<M> {
  readonly rests: readonly (readonly [string, M])[];
  readonly known: number;
  readonly stale: number;
  readonly of: number;
}

function counted<M extends MeasuredIn>(tree: UnitTree, id: string, level: string | null, measured: ReadonlyMap<string, M>): Counted<M> {
  const own = measured.get(id);
  const unitLevel = tree.units.get(id)?.level ?? null;
  const below = (tree.children.get(id) ?? []).map((child) => counted(tree, child, level, measured));
  const sum = (count: (part: Counted<M>) => number): number => below.reduce((all, part) => all + count(part), 0);
  const [rests, inside, known, stale] = [
    below.flatMap((part) => part.rests),
    sum(({ of }) => of),
    sum((part) => part.known),
    sum((part) => part.stale),
  ];
  const isUnit = (unitLevel !== null && unitLevel === level) || (inside === 0 && (unitLevel !== null || own !== undefined));
  const of = isUnit ? 1 : inside;
  const isAllBelow = inside > 0 && known === inside;
  if (own && !own.isStale && !(isAllBelow && rests.every(([, each]) => each.last > own.last)))
    return { rests: [[id, own]], known: of, stale: 0, of };
  if (own?.isStale && rests.length === 0) return { rests, known: 0, stale: of, of };
  if (!isUnit) return { rests, known, stale, of };
  return { rests, known: isAllBelow ? 1 : 0, stale: !isAllBelow && stale > 0 ? 1 : 0, of };
}

/** Several values as one; null where they are not added up, or what they count for is not known. */
function added(rests: readonly (readonly [string, MeasuredIn])[], how: RollUp | null): number | null {
  if (rests.length === 0 || how === null) return null;
  if (how === 'sum')
    return roundedTo(
      rests.reduce((all, [, { value }]) => all + value, 0),
      DECIMALS,
    );
  if (rests.some(([, { weight }]) => weight === null || weight < 0)) return null;
  const weights = rests.reduce((all, [, { weight }]) => all + (weight ?? 0), 0);
  return weights === 0 ? null : roundedTo(rests.reduce((all, [, { value, weight }]) => all + value * (weight ?? 0), 0) / weights, DECIMALS);
}
