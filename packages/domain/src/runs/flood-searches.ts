import type { DesignPoint, FloodDesign } from '../register/fields/flood-design.ts';
import type { FLOOD_SCHEMES } from '../register/fields/vocabulary.ts';
import type { RuleRange, RuleValues } from './rule-numbers.ts';

/** What one of many runs of a flood case came to. */
export interface FloodRunTold {
  /** The largest discharge through each section, m³/s. */
  readonly peaks: Readonly<Record<string, number>>;
  /** The most water that each storage area held, m³. */
  readonly storedM3: Readonly<Record<string, number>>;
  readonly wetHa: number;
  /** Units by which the account of its water is off; 0 in a sound run. */
  readonly off: string;
  readonly checksum: number;
  /** What the checker found. */
  readonly faults: readonly string[];
}

/** How many runs an answer rests on, and whether they are sound. */
export interface FloodCertificate {
  readonly runs: number;
  /** Units by which the accounts of the water are off, all together. */
  readonly off: number;
  readonly faults: number;
}

/** What answers of many runs tell of their case. */
interface ManyRuns<Format extends string> {
  readonly format: Format;
  readonly engine: string;
  readonly case: string;
  readonly title: string;
  readonly hours: number;
  readonly scheme: (typeof FLOOD_SCHEMES)[number];
  readonly design: FloodDesign;
  readonly certificate: FloodCertificate;
}

/** What is tried otherwise, one at a time; `base`: the case as it is. */
export type SensitivityName = 'base' | `${'peak' | 'manning' | 'ground'}-${'low' | 'high'}` | 'gate-late' | 'gate-stuck';

/** How far it is tried otherwise. */
export interface SensitivityAsk {
  /** The RMSE of the heights, m; null where it is not known. */
  readonly rmseM: number | null;
  readonly lateMin: number;
  readonly stuckPercent: number;
  readonly seed: number;
}

/** A variant that was not tried, and why. */
export interface SensitivityLeftOut {
  readonly name: SensitivityName;
  readonly why: 'rmse-unknown' | 'no-rule' | 'never-so-far';
}

export const SENSITIVITY_FORMAT = 'westgate-flood-sensitivity/1';
/** The bit of cells without ground in `wet.u16`; the others stand for runs. */
export const NO_GROUND = 1 << 15;

/** How many runs the bits of a cell, or of cells together, tell of as wet. */
export function wetRunsIn(bits: number): number {
  let count = 0;
  for (let left = bits & ~NO_GROUND; left > 0; left >>>= 1) count += left & 1;
  return count;
}

/** `sensitivity.json` in the archive of a sensitivity run. */
export interface SensitivityResult extends ManyRuns<typeof SENSITIVITY_FORMAT> {
  readonly crs: string;
  readonly cell: number;
  /** The cell of the case. */
  readonly caseCell: number;
  readonly columns: number;
  readonly rows: number;
  readonly west: number;
  readonly south: number;
  /** In WGS 84: north-west, north-east, south-east, south-west. */
  readonly corners: readonly DesignPoint[];
  readonly ask: SensitivityAsk;
  /** Metres over which drawn errors of heights hang together. */
  readonly errorsOverM: number;
  /** Water counts from that depth on, m. */
  readonly wetM: number;
  /** In `wet.u16` the bit of that number tells of each cell whether it was wet with the works. */
  readonly variants: readonly { readonly name: SensitivityName; readonly with: FloodRunTold; readonly without: FloodRunTold }[];
  readonly leftOut: readonly SensitivityLeftOut[];
}

/** By how much a run goes past what is built. */
export interface FloodExcess {
  /** m³ over the capacity of each storage area that holds more. */
  readonly storages: Readonly<Record<string, number>>;
  /** m over each crest that the water beside it tops. */
  readonly crests: Readonly<Record<string, number>>;
  readonly isWithin: boolean;
}

/** One set of numbers of rules that was tried, on one grid. */
export interface RuleOutcome extends FloodRunTold {
  /** At the section of the search. */
  readonly peakM3s: number;
  readonly excess: FloodExcess;
}

/** What is searched: which numbers in which ranges, at which section, how often. */
export interface RuleSearchAsk {
  readonly ranges: readonly RuleRange[];
  /** The section at which the peak is to be low. */
  readonly section: string;
  readonly tries: number;
  readonly seed: number;
}

/** A set of numbers with what came of it; `fine` null: it was not repeated. */
export interface TriedRule {
  readonly values: RuleValues;
  readonly coarse: RuleOutcome;
  readonly fine: RuleOutcome | null;
}

export const RULE_SEARCH_FORMAT = 'westgate-flood-rule-search/1';

/** `rule-search.json` in the archive of a search. */
export interface RuleSearchResult extends ManyRuns<typeof RULE_SEARCH_FORMAT> {
  readonly ask: RuleSearchAsk;
  readonly cells: { readonly coarse: number; readonly fine: number };
  /** Peaks at the section without the works. */
  readonly withoutM3s: { readonly coarse: number; readonly fine: number };
  /** The rules as they are. */
  readonly now: { readonly coarse: RuleOutcome; readonly fine: RuleOutcome };
  /** The best first, on coarse cells. */
  readonly tried: readonly TriedRule[];
  /** Which of `tried` is best on fine cells; null where none of those repeated keeps within what is built and lowers the peak. Where the rules as they are go past what is built, a set that keeps within is better whatever its peak. */
  readonly best: number | null;
  /** Whether those repeated come in the same order on fine cells. */
  readonly isConfirmed: boolean;
}
