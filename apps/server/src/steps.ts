import { type Mark, type Register, type Touched, Trail, touchedBetween } from '@westgate/domain';

/** How one register led to the next: what reads otherwise, or perhaps all. */
interface Step {
  readonly touched: Touched | null;
}

/** A register on the trail of those that were asked for; it holds no register. */
export type RegisterMark = Mark<Step>;

const trail = new Trail<Step>();
const known = new WeakSet<Register>();
let last: Register | null = null;

/** The mark of a register, told from the one that was asked for before it. */
export function markOf(register: Register): RegisterMark {
  if (!known.has(register)) {
    if (last) trail.follow(last, register, { touched: touchedBetween(last, register) });
    known.add(register);
    last = register;
  }
  return trail.markOf(register);
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
