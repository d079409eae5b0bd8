import type { Brief, StateName } from '@westgate/contract';

/** States in the order a line shows them: what is done first, what nobody knows last. */
const ORDER: readonly StateName[] = ['done', 'under-way', 'not-started', 'slipped', 'late', 'unmeasurable', 'not-known'];
/** Lines that fit on one sheet of paper. */
const SHEET_LINES = 11;

/** A part of a line of states. */
export interface StatePart {
  readonly state: StateName;
  readonly count: number;
}

/** The states that occur, in the order of a line. */
export function partsOf(states: Brief['states']): readonly StatePart[] {
  return ORDER.map((state) => ({ state, count: states[state] ?? 0 })).filter(({ count }) => count > 0);
}

/** The first of a list that fit on the sheet, and how many do not. */
export function fitting<Item>(items: readonly Item[], count: number): { readonly shown: readonly Item[]; readonly more: number } {
  const shown = items.slice(0, SHEET_LINES);
  return { shown, more: count - shown.length };
}
