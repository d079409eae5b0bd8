import type { RuleRange } from '@westgate/domain';
import type { Excess } from './excess.ts';
import type { ToldRun } from './told-run.ts';

/** What is searched: which numbers in which ranges, at which section, how often. */
export interface RuleSearchAsk {
  readonly ranges: readonly RuleRange[];
  /** The section at which the peak is to be low. */
  readonly section: string;
  readonly tries: number;
  readonly seed: number;
}

/** One set of numbers that was tried, on one grid. */
export interface RuleOutcome extends ToldRun {
  /** At the section of the search. */
  readonly peakM3s: number;
  readonly excess: Excess;
}
