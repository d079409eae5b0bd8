import { type ChangedRows, changedRows, type Mark, type Register, type Touched, Trail, touchedBetween, unnoted } from '@westgate/domain';

/** How one register led to the next: what reads otherwise, or perhaps all. */
interface Step {
  readonly touched: Touched | null;
  readonly changed: ChangedRows | null;
}

/** A register on the trail of those that were asked for; it holds no register. */
export type RegisterMark = Mark<Step>;

const trail = new Trail<Step>();
const known = new WeakSet<Register>();
/** Registers that others are told from: the last of some classes of readers. */
const LASTS_KEPT = 4;
let lasts: readonly Register[] = [];

/** The mark of a register, told from the one of the last asked for that is near to it: that of the same readers before the deed. */
export function markOf(register: Register): RegisterMark {
  // What differs from before is looked for in all tables; what is answered does not rest on that.
  return unnoted(() => markNow(register));
}

function markNow(register: Register): RegisterMark {
  if (!known.has(register)) {
    known.add(register);
    const near = nearest(register);
    if (near) trail.follow(near.from, register, { touched: near.touched, changed: changedRows(near.from, register) });
    lasts = [register, ...lasts.filter((each) => each !== near?.from)].slice(0, LASTS_KEPT);
  }
  return trail.markOf(register);
}

function nearest(register: Register): { readonly from: Register; readonly touched: Touched } | null {
  for (const from of lasts) {
    const touched = touchedBetween(from, register);
    if (touched !== null) return { from, touched };
  }
  return null;
}

/** What rows changed since an earlier register, step by step; null for perhaps all. */
export function changedSince(before: RegisterMark, now: RegisterMark): readonly (ChangedRows | null)[] | null {
  return trail.between(before, now)?.map(({ changed }) => changed) ?? null;
}

/** The ids of the records of a kind that may read otherwise since an earlier register; null for perhaps all. */
export function touchedSince(before: RegisterMark, now: RegisterMark, kind: string): ReadonlySet<string> | null {
  const steps = trail.between(before, now);
  if (steps === null) return null;
  const ids = new Set<string>();
  for (const { touched } of steps) {
    if (touched === null) return null;
    for (const id of touched.get(kind) ?? []) ids.add(id);
  }
  return ids;
}
