import { type Mark, Trail } from './trail.ts';

/** A row that a step set or took out, and whether it stood in the table before, and after. */
export interface TouchedKey {
  readonly key: string;
  readonly isNew: boolean;
  readonly isGone: boolean;
}

/** More keys than these at once, and tables are compared row by row. */
const FEW = 1_000;

const trail = new Trail<readonly TouchedKey[]>();

/** Remembers that the table `after` is `before` with these rows set or taken out. */
export function followTable(before: object, after: object, touched: readonly TouchedKey[]): void {
  if (touched.length <= FEW) trail.follow(before, after, touched);
}

/** The only keys whose rows may differ between two states of a table, those of new rows in its order; null where that is not known. */
export function keysTouched(before: object, after: object): ReadonlySet<string> | null {
  const steps = stepsTouched(before, after);
  return steps && new Set(steps.keys());
}

/** The same, each with whether it came anew at any of the steps. */
export function stepsTouched(before: object, after: object): ReadonlyMap<string, { readonly cameAnew: boolean }> | null {
  const steps = trail.between(trail.markOf(before), trail.markOf(after));
  if (steps === null) return null;
  const keys = new Map<string, { readonly cameAnew: boolean }>();
  for (const { key, isNew } of steps.flat()) {
    const cameAnew = isNew || keys.get(key)?.cameAnew === true;
    if (isNew) keys.delete(key);
    keys.set(key, { cameAnew });
  }
  return keys;
}

/** The only keys whose rows may differ between two states of a table that came from one; null where that is not known. */
export function keysApart(one: object, other: object): ReadonlySet<string> | null {
  const steps = trail.apart(trail.markOf(one), trail.markOf(other));
  return steps && new Set(steps.flat().map(({ key }) => key));
}

const held = new WeakMap<Mark<readonly TouchedKey[]>, object>();

/** One object for all states of a table that hold rows of the same keys, as far as it is known how they came from one another. */
export function keysHeld(state: object): object {
  const same: Mark<readonly TouchedKey[]>[] = [];
  let at = trail.markOf(state);
  while (!held.has(at)) {
    same.push(at);
    if (at.before === null || at.step === null || at.step.some(({ isNew, isGone }) => isNew || isGone)) break;
    at = at.before;
  }
  const keys = held.get(at) ?? {};
  for (const mark of same) held.set(mark, keys);
  return keys;
}
