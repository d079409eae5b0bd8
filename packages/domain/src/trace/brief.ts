import type { Register } from '../register/register.ts';
import type { StateName } from '../results/finding.ts';
import type { State } from '../results/state.ts';
import { type AimCounted, aimsCounted } from './aims-counted.ts';
import { commitmentOrder } from './text-order.ts';

/** Why a commitment wants looking at. */
export type ExceptionName = 'late' | 'slipped' | 'no-owner' | 'no-due-date';

/** The state of the programme on one sheet. */
export interface Brief {
  readonly aims: readonly AimCounted[];
  /** Commitments that are late, moved, or without owner or due day: those with the gravest reason first, then in the order of the text. */
  readonly exceptions: readonly { readonly id: string; readonly why: readonly ExceptionName[] }[];
  /** Commitments whose state on the day differs from that of the day before it that was asked for, in the order of the text. */
  readonly changed: readonly { readonly id: string; readonly before: StateName; readonly after: StateName }[];
}

/**
 * The brief of a register. `stateOf` gives the state of a commitment on the day, `stateBefore` that on the earlier day; both as the evidence
 * held now tells it, so that what was recorded late counts for both.
 */
export function briefOf(register: Register, stateOf: (id: string) => State, stateBefore: (id: string) => State): Brief {
  const ids = commitmentOrder(register);
  const excepted = ids.map((id) => ({ id, why: whyOf(register, id, stateOf(id).name) })).filter(({ why }) => why.length > 0);
  return {
    aims: aimsCounted(register, (id) => stateOf(id).name),
    exceptions: excepted.sort((a, b) => gravity(a.why) - gravity(b.why)),
    changed: ids
      .map((id) => ({ id, before: stateBefore(id).name, after: stateOf(id).name }))
      .filter(({ before, after }) => before !== after),
  };
}

const GRAVITY: readonly ExceptionName[] = ['late', 'slipped', 'no-owner', 'no-due-date'];

function gravity(why: readonly ExceptionName[]): number {
  return Math.min(...why.map((name) => GRAVITY.indexOf(name))) * 10 - why.length;
}

function whyOf(register: Register, id: string, state: StateName): readonly ExceptionName[] {
  const rows: ReadonlyMap<string, { readonly owner: string | null; readonly due_on: string | null }> = register.commitment;
  const row = rows.get(id);
  return [
    ...(state === 'late' ? (['late'] as const) : []),
    ...(state === 'slipped' ? (['slipped'] as const) : []),
    ...(row?.owner === null ? (['no-owner'] as const) : []),
    ...(row?.due_on === null ? (['no-due-date'] as const) : []),
  ];
}
