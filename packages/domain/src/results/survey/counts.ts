import type { CheckStanding } from '../../register/fields/vocabulary.ts';

/** How many indicators are measured, below their thresholds, and out of date or not measured in full. */
export interface CheckCounts {
  readonly total: number;
  readonly measured: number;
  readonly below: number;
  readonly unknown: number;
}

/** What a health check comes to: what is out of date or not measured in full is not measured. */
export function checkCounts(standings: readonly CheckStanding[]): CheckCounts {
  const count = (...names: readonly CheckStanding[]): number => standings.filter((each) => names.includes(each)).length;
  return {
    total: standings.length,
    measured: count('below', 'met', 'no-threshold'),
    below: count('below'),
    unknown: count('not-known', 'stale'),
  };
}
