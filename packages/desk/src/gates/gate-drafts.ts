import type { Bilingual } from '@westgate/base';

/** A gate to be passed. */
export interface PassDraft {
  readonly project: string;
  readonly gate: string;
  /** The day it was passed. */
  readonly on: string;
  readonly note: Bilingual;
}

/** A decision or answer to what a gate asks for; it takes the place of the one before. */
export interface AnswerDraft {
  readonly project: string;
  readonly requirement: string;
  readonly answer: string;
  readonly words: Bilingual;
  readonly on: string;
  readonly department: string | null;
}

/** A project that is not taken into the pool, and why. */
export interface RefusalDraft {
  readonly project: string;
  readonly on: string;
  readonly reason: Bilingual;
}

/** What becomes of one passed gate under other rules. */
export type PassBecomes =
  | { readonly gate: string; readonly becomes: 'kept-as'; readonly as: string }
  | { readonly gate: string; readonly becomes: 'set-aside'; readonly reason: Bilingual };

/** Other rules for a project: another kind, or the rulebook of another day; with what becomes of every gate it passed. */
export interface RulesDraft {
  readonly project: string;
  readonly kind: string;
  /** The day whose rulebook is to hold. */
  readonly rulesOn: string;
  readonly passes: readonly PassBecomes[];
  readonly reason: Bilingual;
}
