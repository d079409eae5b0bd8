import type { Register } from '../register/register.ts';
import type { StateName } from '../results/finding.ts';
import type { State } from '../results/state/state.ts';
import { type AimCounted, aimsCounted } from './aims-counted.ts';
import { commitmentOrder } from './text-order.ts';

/** The state of the programme on one sheet, beside what needs attention. */
export interface Brief {
  readonly aims: readonly AimCounted[];
  /** Commitments whose state on the day differs from that of the day before it that was asked for, in the order of the text. */
  readonly changed: readonly { readonly id: string; readonly before: StateName; readonly after: StateName }[];
}

/**
 * The brief of a register. `stateOf` gives the state of a commitment on the day, `stateBefore` that on the earlier day; both as the evidence
 * held now tells it, so that what was recorded late counts for both.
 */
export function briefOf(register: Register, stateOf: (id: string) => State, stateBefore: (id: string) => State): Brief {
  return {
    aims: aimsCounted(register, (id) => stateOf(id).name),
    changed: commitmentOrder(register)
      .map((id) => ({ id, before: stateBefore(id).name, after: stateOf(id).name }))
      .filter(({ before, after }) => before !== after),
  };
}
