import type { Brief, StateName } from '@westgate/contract';

/** States in the order a line shows them: what is done first, what nobody knows last. */
const ORDER: readonly StateName[] = ['done', 'under-way', 'not-started', 'slipped', 'late', 'unmeasurable', 'not-known'];

/** A part of a line of states. */
export interface StatePart {
  readonly state: StateName;
  readonly count: number;
}

/** The states that occur, in the order of a line. */
export function partsOf(states: Brief['states']): readonly StatePart[] {
  return ORDER.map((state) => ({ state, count: states[state] ?? 0 })).filter(({ count }) => count > 0);
}
