import type { Brief } from '@westgate/contract';
import { PASSED_KINDS, type PassedKind } from '@westgate/domain';

type Counts = Brief['passed'];

/** The kinds of which records passed their day, with how many. */
export function passedIn(counts: Counts): readonly (readonly [PassedKind, number])[] {
  return PASSED_KINDS.flatMap((kind) => (counts[kind] > 0 ? [[kind, counts[kind]] as const] : []));
}

/** How many records passed their day, of all kinds. */
export function passedCount(counts: Counts): number {
  return PASSED_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}
