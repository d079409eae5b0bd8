import type { Bilingual } from '@westgate/base';
import type { ReportThing } from './report-content.ts';

/** How the content of a monthly report is laid out; a reader checks it. */
export const MONTHLY_FORMAT = 'westgate-monthly-1';

/** The sections of a monthly report that people write. */
export const NARRATIVE_SECTIONS = ['overview', 'problems', 'next'] as const;
export type NarrativeSection = (typeof NARRATIVE_SECTIONS)[number];
/** What people wrote, section by section. */
export type Narrative = { readonly [section in NarrativeSection]: Bilingual };

/** An amount in whole fen, with where it was read. */
export type MonthlyAmount = { readonly fen: number; readonly source: string | null; readonly confidence: string };

/** A project in the month; what was not known is null. */
export type MonthlyContentRow = {
  readonly project: ReportThing;
  /** The plans it belongs to, by their ids, in a content of several plans; absent in one of a single plan, which says so once, and in contents of before. */
  readonly plans?: readonly string[];
  readonly total: MonthlyAmount | null;
  readonly plan: MonthlyAmount | null;
  readonly completedFen: number | null;
  readonly monthFen: number | null;
  readonly yearFen: number | null;
  /** Completed in the year, of what is planned for it; 1 = all. */
  readonly shareOfPlan: number | null;
  /** Null: nothing was reported of the month. */
  readonly reportedOn: string | null;
  /** Nothing was reported and nothing is owed: it was finished before the month. Absent where that is not so, and in contents of before. */
  readonly isFinished?: true;
  /** The last earlier month that was reported. */
  readonly lastMonth: string | null;
  /** Of the work on site, 0 to 1. */
  readonly share: number | null;
  readonly words: Bilingual;
  readonly problem: Bilingual;
  readonly level: string | null;
  readonly notes: readonly string[];
  /** Why the project needed attention on the last day of the month, or on the day of the report where that came before it. Older reports have none. */
  readonly why?: readonly string[];
};

/**
 * A sum over what was known: so many of so many. `oldest`: when the oldest of them was reported, or its source is dated; null where none says. Older
 * reports have none.
 */
type Sum = { readonly fen: number; readonly known: number; readonly of: number; readonly oldest?: string | null };
export type MonthlyContentSums = {
  readonly total: Sum;
  readonly plan: Sum;
  readonly completed: Sum;
  readonly month: Sum;
  readonly year: Sum;
};

/** The projects of one department; null: of none. */
export type MonthlyContentGroup = {
  readonly department: ReportThing | null;
  readonly rows: readonly MonthlyContentRow[];
  readonly sums: MonthlyContentSums;
  readonly missing: number;
};

/** What a monthly report holds fast: every word and figure of its papers. */
export type MonthlyContent = {
  readonly format: typeof MONTHLY_FORMAT;
  readonly district: ReportThing & { readonly notice: Bilingual };
  readonly month: string;
  /** The plans it is of; absent in contents of before, which are of the whole district. */
  readonly plans?: readonly ReportThing[];
  /** It is of the projects of this plan alone, by its id; absent: of the whole district. */
  readonly plan?: string;
  readonly narrative: Narrative;
  readonly groups: readonly MonthlyContentGroup[];
  readonly sums: MonthlyContentSums;
  readonly projects: number;
  readonly missing: number;
  /** Projects that owe no report of the month, as they were finished before it; absent where there are none, and in contents of before. */
  readonly finished?: number;
  /** The sources that the amounts name. */
  readonly sources: readonly { readonly id: string; readonly title: string; readonly kind: string; readonly dated: string | null }[];
};
