import { type ChangedRows, changedRows, isUntouched, Reads, type Register, type Rest, readInto, Trail } from '@westgate/domain';
import type { View } from './view.ts';

/** How what follows the deeds is told to come to the same in a view. */
const follows = new WeakMap<object, (view: View) => boolean>();

/**
 * What `work` gives, which follows the deeds, as the order of a list: whoever takes it rests on what it looks at only as long as `now` does not give the same
 * object in a later view. `now` must not hold what was given.
 */
export function following<Given extends object>(work: () => Given, now: (view: View) => Given): Given {
  const follow = {};
  const given = readInto(new Reads(follow), work);
  // An answer that nobody asks for again keeps no list of a whole district.
  const before = new WeakRef(given);
  follows.set(follow, (view) => now(view) === before.deref());
  return given;
}

/** Whether what rests on `rest` still holds in a view, `changed` since. */
export function standsIn(view: View, rest: Rest, changed: readonly (ChangedRows | null)[]): boolean {
  if (!changed.every((each) => each !== null && isUntouched(rest, each))) return false;
  return [...rest.followed].every((follow) => follows.get(follow)?.(view) === true);
}

/** What was held at a deed; it holds no register. */
export type DeedMark = ReturnType<Trail<ChangedRows | null>['markOf']>;

/** How the district as it is counted, and as it is held, came from deed to deed. */
export class DeedTrail {
  readonly #trail = new Trail<ChangedRows | null>();
  #last: { readonly seen: Register; readonly held: Register } | null = null;

  /** The mark of now. */
  markOf(seen: Register, held: Register): DeedMark {
    const last = this.#last;
    if (last === null || last.held !== held || last.seen !== seen) {
      const now = { seen, held };
      if (last !== null) this.#trail.follow(last, now, changedIn(last, now));
      this.#last = now;
    }
    return this.#trail.markOf(this.#last ?? {});
  }

  /** Something else changed than rows, as when a person was erased: of nothing before is it known whether it holds. */
  breakOff(): void {
    this.#last = null;
  }

  /** What changed from deed to deed since; null where that is not known. */
  since(before: DeedMark, now: DeedMark): readonly (ChangedRows | null)[] | null {
    return this.#trail.between(before, now);
  }
}

type Districts = Readonly<Record<'seen' | 'held', Register>>;

/** A value that counts for nothing may change where what is counted stays. */
function changedIn(before: Districts, after: Districts): ChangedRows | null {
  const seen = changedRows(before.seen, after.seen);
  if (after.held === after.seen && before.held === before.seen) return seen;
  const held = changedRows(before.held, after.held);
  if (seen === null || held === null) return null;
  const tables = new Set([...seen.keys(), ...held.keys()]);
  return new Map([...tables].map((table) => [table, both(seen.get(table), held.get(table))]));
}

type ChangedKeys = ReadonlyMap<string, ReadonlySet<string> | null>;

function both(seen: ChangedKeys = new Map(), held: ChangedKeys = new Map()): ChangedKeys {
  const all = new Map(seen);
  for (const [key, names] of held) {
    const own = all.get(key);
    all.set(key, own === undefined ? names : own === null || names === null ? null : new Set([...own, ...names]));
  }
  return all;
}
