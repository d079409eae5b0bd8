/** What a rule may look at. */
export type Seen =
  | { readonly of: 'time' }
  /** Level, m over the datum, or its rise over the last interval of the rules, m/h. */
  | { readonly of: 'gauge'; readonly id: string; readonly what: 'level' | 'rise' }
  /** Level, m over the datum, or share of the capacity, 0 to 1. */
  | { readonly of: 'storage'; readonly id: string; readonly what: 'level' | 'share' }
  | { readonly of: 'gate'; readonly id: string };

/** When a rule holds. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly mode: string }
  | { readonly value: Seen; readonly is: '<' | '<=' | '>' | '>='; readonly than: number };

/** What is done then: a gate gets a target, m; a pump is switched; the mode changes. */
export type Act =
  | { readonly gate: string; readonly target: number }
  | { readonly pump: string; readonly isOn: boolean }
  | { readonly mode: string };

export interface Rule {
  readonly id: string;
  readonly when: Condition;
  readonly acts: readonly Act[];
  /** The highest wins; of equal ones the first. */
  readonly priority: number;
  /** After it did something, nothing else is done to the same gate, pump or mode for so long, s. */
  readonly dwell?: number | undefined;
}

/** How a case is operated. */
export interface Operation {
  readonly rules: readonly Rule[];
  /** How often the rules are looked at, s; 60 where nothing is said. */
  readonly every?: number | undefined;
  readonly mode?: string | undefined;
  /** Changes of mode that are allowed; left out: all. */
  readonly allowed?: readonly (readonly [from: string, to: string])[] | undefined;
}

/** One thing that a rule did: why a gate opened at this moment. */
export interface Logged {
  readonly time: number;
  readonly rule: string;
  /** Every value that its condition looked at. */
  readonly seen: readonly { readonly value: Seen; readonly was: number }[];
  readonly act: Act;
  /** What the target was before, or the mode. */
  readonly before: number | string;
}
