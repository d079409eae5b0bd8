import type { Bilingual } from '@westgate/base';

/** How the content of a report is laid out; a reader checks it. */
export const REPORT_FORMAT = 'westgate-report-1';

/** A record by id with its name as it was. */
export type ReportThing = { readonly id: string; readonly name: Bilingual };

/** How many commitments stand in each state, by the name of the state. */
type ReportStates = { readonly [state: string]: number };

/** A commitment with the state it had on the day. */
export type ReportCommitment = {
  readonly id: string;
  /** `2.4`: paragraph and position of its sentence. */
  readonly number: string;
  readonly document: string;
  readonly title: Bilingual;
  readonly clause: Bilingual;
  readonly aim: string | null;
  readonly verbClass: string | null;
  readonly owner: ReportThing | null;
  readonly ownerBasis: Bilingual;
  readonly due: { readonly on: string; readonly basis: Bilingual; readonly source: string | null } | null;
  readonly state: {
    readonly name: string;
    readonly timing: string | null;
    readonly since: string | null;
    readonly due: string | null;
    readonly reason: Bilingual;
  };
  readonly places: readonly ReportThing[];
  /** Ids of the sources of the evidence that counts. */
  readonly sources: readonly string[];
};

/** A dated value of an indicator. */
export type ReportValue = {
  readonly value: number;
  readonly qualifier: string | null;
  readonly period: string;
  readonly source: string;
  /** What must be known of it: that it is not final, was worked out, is counted otherwise than before. Left out where there is nothing. */
  readonly cautions?: readonly Bilingual[];
};

/** An indicator with what was known of it on the day. */
export type ReportIndicator = {
  readonly id: string;
  readonly name: Bilingual;
  readonly unit: string;
  readonly unitName: Bilingual;
  readonly direction: string;
  readonly aim: string | null;
  readonly actual: ReportValue | null;
  readonly target: ReportValue | null;
};

/** What needed attention on the day, the gravest first. */
export type ReportAttention = {
  readonly records: readonly {
    readonly kind: 'commitment' | 'project';
    readonly id: string;
    readonly name: Bilingual;
    readonly why: readonly string[];
    readonly owner: ReportThing | null;
    /** The due date that counts, later moves included. */
    readonly due: string | null;
    /** What passed its day without word: the outcome, or a milestone by its name. */
    readonly lapses: readonly { readonly milestone: Bilingual | null; readonly on: string }[];
    readonly reason: Bilingual;
  }[];
  readonly events: readonly (ReportThing & { readonly on: string })[];
  /** `reopened`: not past its day, but open again as what it rested on is gone. */
  readonly matters: readonly (ReportThing & { readonly lead: ReportThing; readonly due: string; readonly reopened?: true })[];
  /** What the change of a year left open: plans that were over, how many targets were, years without a notice of holidays. */
  readonly warnings: {
    readonly plansOver: readonly (ReportThing & { readonly on: string })[];
    readonly targetsOver: number;
    readonly yearsWithoutHolidays: readonly string[];
  };
};

/** What a report holds fast, in both languages: every word and figure that its papers show stands here. */
export type ReportContent = {
  readonly format: typeof REPORT_FORMAT;
  readonly district: ReportThing & { readonly notice: Bilingual };
  /** The plans it is of. */
  readonly plans: readonly ReportThing[];
  /** It is of this plan alone, by its id; absent: of the whole district. */
  readonly plan?: string;
  /** Aims in the order of the district, those without one last with the id null. */
  readonly aims: readonly { readonly id: string | null; readonly name: Bilingual; readonly total: number; readonly states: ReportStates }[];
  readonly coverage: {
    readonly sentences: { readonly total: number; readonly linked: number; readonly narrative: number; readonly unlinked: number };
    readonly commitments: {
      readonly total: number;
      readonly withoutVerbClass: number;
      readonly withoutOwner: number;
      readonly withoutDueDate: number;
      readonly withoutPlace: number;
    };
    readonly things: { readonly total: number; readonly placed: number; readonly notKnown: number; readonly noPlace: number };
    /** The last two since schema 19. */
    readonly projects: {
      readonly total: number;
      readonly servingNoSentence: number;
      readonly withoutOwner?: number;
      readonly withoutDueDate?: number;
    };
    readonly open: {
      readonly sentencesWithoutCommitment: number;
      readonly commitmentsWithoutMeasure: number;
      readonly unmeasurable: number;
    };
    readonly states: ReportStates;
  };
  readonly gaps: readonly {
    readonly kind: string;
    readonly id: string;
    readonly name: Bilingual;
    readonly gap: string;
    readonly reason: Bilingual;
  }[];
  /** Left out of reports made before schema 19. */
  readonly attention?: ReportAttention;
  /** In the order of the text. */
  readonly commitments: readonly ReportCommitment[];
  readonly indicators: readonly ReportIndicator[];
  /** The sources that the rows above name. */
  readonly sources: readonly { readonly id: string; readonly title: string; readonly kind: string; readonly dated: string | null }[];
};
