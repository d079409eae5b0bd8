import type { MonthlyContentSums } from '../../register/fields/monthly-content.ts';
import { grouped } from '../../register/groups.ts';
import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';
import { ownerOf } from '../loop/reporting.ts';
import { monthsOf, plannedAmount } from './money-of.ts';
import { decemberBefore, type MonthString, monthAfter, yearOf } from './month.ts';

/** What is remarkable about the money of a row: it is told, not refused. */
export const MONEY_NOTES = ['over-total', 'over-plan', 'fell'] as const;
export type MoneyNote = (typeof MONEY_NOTES)[number];

/** One project in one month. What is not known is null, never 0. */
export interface MonthlyRow {
  readonly project: string;
  /** The department that leads it, and owes the report; null for none. */
  readonly department: string | null;
  readonly total: Row<'planned_amount'> | null;
  /** What is planned for the year of the month. */
  readonly plan: Row<'planned_amount'> | null;
  /** What was reported of the month itself; null where it is missing. */
  readonly report: Row<'monthly_progress'> | null;
  /** The last report of an earlier month. */
  readonly before: Row<'monthly_progress'> | null;
  /** The last amount of an earlier month that is known: a lower one needs its reason. */
  readonly known: Row<'monthly_progress'> | null;
  readonly completedFen: number | null;
  /** Completed in the month: the difference to the month just before, where both are known; else what the sheet stated. */
  readonly monthFen: number | null;
  /** Completed in the year up to the month: the difference to the December before, where both are known; else what the sheet stated. */
  readonly yearFen: number | null;
  /** {@link yearFen} of what is planned for the year; 1 = all of it. */
  readonly shareOfPlan: number | null;
  readonly notes: readonly MoneyNote[];
}

/** A row of the sheet. */
export interface MonthlySheetRow extends MonthlyRow {
  /** Nothing was reported of the month and nothing is owed: the project was finished before it. */
  readonly isFinished: boolean;
}

/** The projects of one department. */
export interface MonthlyGroup {
  readonly department: string | null;
  readonly rows: readonly MonthlySheetRow[];
  readonly sums: MonthlyContentSums;
  readonly missing: number;
}

/** Money and progress of every project in one month, by department. */
export interface MonthlySheet {
  readonly month: MonthString;
  readonly groups: readonly MonthlyGroup[];
  readonly sums: MonthlyContentSums;
  readonly projects: number;
  /** Projects of which nothing was reported of the month though it is owed. */
  readonly missing: number;
  /** Projects that owe nothing of the month: they were finished before it. */
  readonly finished: number;
}

/**
 * The monthly sheet of a month, from what is recorded now: departments in the order of the district, projects without a lead last. It rests on
 * the register alone. `department`: that one alone. `isFinished`: tells of a project whether it was finished before the month; where it is left out,
 * none was.
 */
export function monthlySheetOf(
  register: Register,
  month: MonthString,
  {
    department,
    isFinished = () => false,
  }: { readonly department?: string | undefined; readonly isFinished?: (project: string) => boolean } = {},
): MonthlySheet {
  const rows = [...register.project.values()]
    .filter(({ lead }) => department === undefined || lead === department)
    .map(({ id }): MonthlySheetRow => {
      const row = monthlyRowOf(register, id, month);
      return { ...row, isFinished: row.report === null && isFinished(id) };
    });
  const byLead = grouped(rows, (row) => row.department ?? '');
  const groups = [...register.department.keys(), null].flatMap((each) => {
    const own = byLead.get(each ?? '');
    return own ? [groupOf(register, each, own)] : [];
  });
  const shown = groups.flatMap((group) => group.rows);
  return {
    month,
    groups,
    sums: sumsOf(register, shown),
    projects: shown.length,
    missing: missingIn(shown),
    finished: shown.filter((row) => row.isFinished).length,
  };
}

/** The row of one project. */
export function monthlyRowOf(register: Register, project: string, month: MonthString): MonthlyRow {
  const months = monthsOf(register, project).filter((row) => row.month <= month);
  const report = months.find((row) => row.month === month) ?? null;
  const before = months.findLast((row) => row.month < month) ?? null;
  const known = months.findLast((row) => row.month < month && row.completed_fen !== null) ?? null;
  const total = plannedAmount(register, project, null);
  const plan = plannedAmount(register, project, yearOf(month));
  const completedFen = report?.completed_fen ?? null;
  const monthFen = since(months, completedFen, monthAfter(month, -1), month) ?? report?.month_fen ?? null;
  const yearFen = since(months, completedFen, decemberBefore(month), month) ?? report?.year_fen ?? null;
  const isOver = (fen: number | null, limit: typeof plan): boolean => fen !== null && limit !== null && fen > limit.amount_fen;
  const notes: readonly (readonly [MoneyNote, boolean])[] = [
    ['over-total', isOver(completedFen, total)],
    ['over-plan', isOver(yearFen, plan)],
    ['fell', completedFen !== null && months.some((row) => row.month < month && (row.completed_fen ?? 0) > completedFen)],
  ];
  return {
    project,
    department: ownerOf(register, 'project', project),
    total,
    plan,
    report,
    before,
    known,
    completedFen,
    monthFen,
    yearFen,
    shareOfPlan: yearFen !== null && plan !== null && plan.amount_fen > 0 ? yearFen / plan.amount_fen : null,
    notes: notes.filter(([, holds]) => holds).map(([note]) => note),
  };
}

/**
 * What was completed after the month `from` up to the present one. Known where `from` itself was reported, or where a later month said that
 * nothing was completed yet: then there was nothing before it either.
 */
function since(months: readonly Row<'monthly_progress'>[], completed: number | null, from: MonthString, month: MonthString): number | null {
  if (completed === null) return null;
  const start = months.find((row) => row.month === from)?.completed_fen;
  if (start !== null && start !== undefined) return completed - start;
  const isFromNothing = months.some((row) => row.month > from && row.month <= month && row.completed_fen === 0);
  return isFromNothing ? completed : null;
}

function groupOf(register: Register, department: string | null, rows: readonly MonthlySheetRow[]): MonthlyGroup {
  return { department, rows, sums: sumsOf(register, rows), missing: missingIn(rows) };
}

function missingIn(rows: readonly MonthlySheetRow[]): number {
  return rows.filter(({ report, isFinished }) => report === null && !isFinished).length;
}

/** What is planned for and reported of projects, added up in a month over those of which it is known. */
export function moneySums(register: Register, projects: readonly string[], month: MonthString): MonthlyContentSums {
  return sumsOf(
    register,
    projects.map((project) => monthlyRowOf(register, project, month)),
  );
}

function sumsOf(register: Register, rows: readonly MonthlyRow[]): MonthlyContentSums {
  const planned = (row: Row<'planned_amount'> | null): Summand => ({ fen: row?.amount_fen ?? null, on: datedBy(register, row?.source) });
  const reported = ({ report }: MonthlyRow, fen: number | null): Summand => ({ fen, on: report?.reported_on ?? null });
  return {
    total: sumOf(rows.map(({ total }) => planned(total))),
    plan: sumOf(rows.map(({ plan }) => planned(plan))),
    completed: sumOf(rows.map((row) => reported(row, row.completedFen))),
    month: sumOf(rows.map((row) => reported(row, row.monthFen))),
    year: sumOf(rows.map((row) => reported(row, row.yearFen))),
  };
}

/** An amount, and the day it is of; null where it is not known. */
interface Summand {
  readonly fen: number | null;
  readonly on: string | null;
}

function datedBy(register: Register, source: string | null | undefined): string | null {
  const sources: ReadonlyMap<string, Row<'source'>> = register.source;
  return (source && sources.get(source)?.dated) || null;
}

function sumOf(values: readonly Summand[]): MonthlyContentSums['total'] {
  const known = values.flatMap(({ fen }) => fen ?? []);
  const days = values.flatMap(({ fen, on }) => (fen !== null && on !== null ? [on] : []));
  return { fen: known.reduce((sum, value) => sum + value, 0), known: known.length, of: values.length, oldest: days.sort()[0] ?? null };
}
