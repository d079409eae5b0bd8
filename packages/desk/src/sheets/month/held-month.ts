import { decemberBefore, monthlyRowOf, monthsOf, type Register, type Row } from '@westgate/domain';

/** The amounts of a project in a monthly sheet, by their columns. */
export const AMOUNTS = ['total', 'base', 'plan', 'completed', 'month', 'year'] as const;
export type AmountName = (typeof AMOUNTS)[number];
/** The same in fen; null where one is not known. */
export type Amounts = Readonly<Record<AmountName, number | null>>;

/** What was reported of a project in a month, and its amounts as a monthly sheet has them: as one stated them, else as they follow. */
export function heldMonth(
  register: Register,
  project: string,
  month: string,
): { readonly report: Row<'monthly_progress'> | null; readonly fen: Amounts } {
  const { total, plan, report, completedFen, monthFen, yearFen } = monthlyRowOf(register, project, month);
  const fen = {
    total: total?.amount_fen ?? null,
    base: completedIn(monthsOf(register, project), decemberBefore(month)),
    plan: plan?.amount_fen ?? null,
    completed: completedFen,
    month: report?.month_fen ?? monthFen,
    year: report?.year_fen ?? yearFen,
  };
  return { report, fen };
}

/** What was reported as completed to the end of a month; null where that is not known. */
export function completedIn(months: readonly Row<'monthly_progress'>[], month: string): number | null {
  return months.find((row) => row.month === month)?.completed_fen ?? null;
}
