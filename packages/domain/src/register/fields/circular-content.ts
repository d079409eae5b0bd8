import type { Bilingual } from '@westgate/base';
import type { ReportThing } from './report-content.ts';
import { MATTER_ORIGINS, type MatterOrigin } from './vocabulary.ts';

/** How the content of a supervision circular is laid out; a reader checks it. */
export const CIRCULAR_FORMAT = 'westgate-circular-1';

/** What a circular may tell of. What a gate asks for is not among it, as nothing says on which day it was brought. */
export const CIRCULAR_ORIGINS: readonly MatterOrigin[] = MATTER_ORIGINS.filter((origin) => origin !== 'gate');

/** The matters of a department that were due in the period: `due` is the sum of the four that follow. */
export type CircularCounts = {
  readonly due: number;
  /** Closed, and reported done by the due date. */
  readonly onTime: number;
  /** Closed, and reported done after the due date. */
  readonly late: number;
  /** Reported done, and not closed yet. */
  readonly waiting: number;
  /** Not reported done, and past the due date. */
  readonly overdue: number;
};

/** A department of the ranking. */
export type CircularUnit = CircularCounts & {
  /** From 1; departments of one share have one rank. Null where nothing of it can be ranked yet. */
  readonly rank: number | null;
  readonly department: ReportThing;
  /** Closed on time, of what was due without what waits to be closed; 0 to 1. */
  readonly share: number | null;
};

/** A matter that is overdue, by its name. */
export type CircularOverdue = ReportThing & {
  readonly origin: string;
  readonly lead: ReportThing;
  readonly askedBy: ReportThing | null;
  readonly due: string;
  /** Working days past the due date. */
  readonly lateBy: number;
  /** To whom it was escalated; null where it was not. */
  readonly escalated: { readonly level: string; readonly to: Bilingual; readonly on: string } | null;
  /** It was due before the period. */
  readonly before?: true;
};

/** What a supervision circular holds fast: every word and figure of its papers. */
export type CircularContent = {
  readonly format: typeof CIRCULAR_FORMAT;
  readonly district: ReportThing & { readonly notice: Bilingual };
  /** The first and last day of the period; a matter counts where its due date is one of these or between. */
  readonly from: string;
  readonly to: string;
  /** It tells of these alone; absent: of all that a circular may tell of. */
  readonly origins?: readonly MatterOrigin[];
  /** What people wrote below the ranking. */
  readonly words: Bilingual;
  /** The best first, those without a rank last; a department of which nothing was due is not among them. */
  readonly units: readonly CircularUnit[];
  readonly sums: CircularCounts;
  /** Due in the period and open, but not a working day past it yet: counted nowhere. */
  readonly notYet: number;
  readonly overdue: readonly CircularOverdue[];
  readonly plans?: readonly ReportThing[];
  readonly plan?: string;
};
