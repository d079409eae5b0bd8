import type { DayString, Period } from '@westgate/base';
import type { OutcomeKind, VerbClass } from '../register/fields/vocabulary.ts';
import type { Register } from '../register/register.ts';
import type { IndicatorSeries } from './dated-value.ts';
import type { Evidence, SubjectKind } from './evidence.ts';
import type { Said } from './say.ts';

/** Every state, in the order in which they want looking at; what says nothing of the work stands last. */
export const STATE_ORDER = ['late', 'slipped', 'under-way', 'not-started', 'done', 'not-known', 'unmeasurable'] as const;
export type StateName = (typeof STATE_ORDER)[number];
export type Timing = 'early' | 'on-time' | 'late';

/** The promised day, and where it lies after what was announced since. */
export interface Due {
  /** The day that counts on the day shown. */
  readonly on: DayString;
  /** The day first promised; null where only a new day is known. */
  readonly promised: DayString | null;
  /** The row that moved it, if any. */
  readonly moved: Evidence | null;
}

/** What a rule judges: a commitment, project or event with the evidence on it as known on a day. */
export interface Case {
  readonly register: Register;
  readonly asOf: DayString;
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: Said;
  readonly verbClass: VerbClass | null;
  /** First day of the plan that promises it; for a commitment and its objects only. Older rows do not fulfil it. */
  readonly from: DayString | null;
  /** First day of the plan it serves, for a project too. */
  readonly planBegins: DayString | null;
  /** Rows that count by day and window, earliest first. */
  readonly known: readonly Evidence[];
  /** Rows that become known after `asOf`, earliest first. */
  readonly later: readonly Evidence[];
  /** Every row on the subject. */
  readonly rows: readonly Evidence[];
  readonly series: readonly IndicatorSeries[];
  readonly due: Due | null;
  /** End of the linked plan it carries out. */
  readonly planEnd: Until | null;
  /** The list of its objects is complete. True for a project or event, and where there is no list: nothing is named, and no words leave it open. */
  readonly listClosed: boolean;
  /** Days of an event. */
  readonly dates: Period | null;
  /** What a commitment is about, each judged already. Empty for a project or event. */
  readonly objects: readonly Judged[];
}

/** An object of a commitment with the rule that judged it and what it found. */
export interface Judged {
  readonly subject: Case;
  readonly rule: Rule;
  readonly finding: Finding;
}

/**
 * What a rule finds in the evidence before the due date is looked at. `silent` = nothing that counts is known. `fact` is a clause in plain
 * words naming dates and sources; `tail` its short form for margins (at most 14 Chinese or 26 Latin characters).
 */
export interface Finding {
  readonly name: StateName | 'silent';
  /** The period in which it happened: its last day dates the state. */
  readonly first: DayString | null;
  readonly on: DayString | null;
  readonly fact: Said;
  readonly tail: Said;
  /** Set where a number was measured short of its target, on this day: after the due date it says that it is late. */
  readonly shortOn?: DayString;
  /** The last day of the bound targets, or of the plan that is carried out once that is over. */
  readonly until?: Until;
  /** True where only the part that is known is done; the promise is not. */
  readonly isPart?: true;
}

/** The day by which an outcome is to be known without a due date of its own, and what sets it: a bound indicator with a target, or the plan that is carried out. */
export interface Until {
  readonly on: DayString;
  readonly kind: 'indicator' | 'document';
  readonly id: string;
}

/** A clause for the reason and its short form for margins. */
export interface Words {
  readonly fact: Said;
  readonly tail: Said;
}

/** What counts as done for a class of verb. */
export interface Rule {
  /** The rule in words, shown beside the state. */
  readonly means: Said;
  /** Rows that fulfil the promise. */
  readonly closes: readonly OutcomeKind[];
  /** Rows that show it under way. */
  readonly moves: readonly OutcomeKind[];
  /** Where the general reason (fulfils, shows under way, is not looked at) would mislead: what to say of a row. */
  readonly remarks?: Partial<Record<OutcomeKind, { readonly counts: boolean; readonly why: Said }>>;
  /** Said when the due date is past and nothing tells. */
  readonly unconfirmed: Words;
  /** Said when nothing that counts is known. */
  readonly missing: Words;
  /** The class asks that things begin, not that they are finished. */
  readonly isBegun?: true;
  readonly find: (subject: Case) => Finding;
}
