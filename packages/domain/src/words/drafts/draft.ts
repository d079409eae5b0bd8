import type { DayString, Period } from '@westgate/base';
import type { VerbClass } from '../../register/fields/vocabulary.ts';
import type { Qualifier } from './lexicon.ts';
import type { RuleId } from './rules.ts';

/** A part of the text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Which rule read something, and from which words. */
export interface FiredRule extends Span {
  readonly rule: RuleId;
}

/** A department or place that the words name; `id` is null where no record of the district bears the name. */
export interface DraftName extends FiredRule {
  /** The words, letter by letter. */
  readonly value: string;
  readonly id: string | null;
}

export interface DraftDate extends FiredRule {
  /** The last day of what is said, by which it is promised; null where the words need a plan year and none is known. */
  readonly value: DayString | null;
  readonly period: Period | null;
}

export interface DraftNumber extends FiredRule {
  /** The number with its scale: 345 billion is 345000000000. */
  readonly value: number;
  readonly qualifier: Qualifier | null;
}

export interface DraftUnit extends FiredRule {
  /** The code of the unit, the same in both languages. */
  readonly value: string;
}

/**
 * Why a draft wants a look: it holds several promises, cuts a quotation or a bracket in two, its year is said nowhere in its words,
 * another type is as likely, or people held such words for no promise.
 */
export const DOUBTS = ['several-promises', 'cut-quotation', 'guessed-year', 'unsure-type', 'unsure-promise'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** A commitment as the rules read it from a promising clause, for a person to accept, edit or refuse. */
export interface CommitmentDraft extends Span {
  /** The id of its sentence. `start` and `end` are the clause. */
  readonly sentence: string;
  /** Null where no rule knows the verb. */
  readonly verbClass: VerbClass | null;
  readonly department?: DraftName;
  readonly place?: DraftName;
  /** All places, in order, where the clause names several; `place` is the first. */
  readonly places?: readonly DraftName[];
  readonly date?: DraftDate;
  readonly number?: DraftNumber;
  readonly unit?: DraftUnit;
  /** Why nobody should take it unread; none where nothing speaks against it. */
  readonly doubts: readonly Doubt[];
  /** Where it may be cut in two: before a further promise, never within a number, a date or a word. */
  readonly seams: readonly number[];
  /** Every rule that fired, with its words: first what makes it a clause, then what gives its class, then one for each field. */
  readonly rules: readonly FiredRule[];
}

/** A sentence that only narrates, and the rule that says so. */
export interface NarrativeDraft {
  readonly sentence: string;
  readonly rule: RuleId;
}

export interface PlanDrafts {
  /** In the order of the text; clauses do not overlap. */
  readonly drafts: readonly CommitmentDraft[];
  /** Every sentence without a draft but rules such as `---`. */
  readonly narrative: readonly NarrativeDraft[];
}
