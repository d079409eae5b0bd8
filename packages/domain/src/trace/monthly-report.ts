import { addDays, type DayString, dayOf, invariant } from '@westgate/base';
import { ledgerOf } from '../programme/loop/ledger.ts';
import { type MonthString, monthAfter } from '../programme/money/month.ts';
import { type MonthlyRow, monthlySheetOf } from '../programme/money/monthly-sheet.ts';
import {
  MONTHLY_FORMAT,
  type MonthlyAmount,
  type MonthlyContent,
  type MonthlyContentRow,
  type Narrative,
} from '../register/fields/monthly-content.ts';
import { noticeOf } from '../register/notice-of.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import type { SubjectKind } from '../results/evidence.ts';
import { type State, stateOf } from '../results/state/state.ts';
import { attentionOf, type ExceptionWhy } from './attention.ts';
import { plansOf, registerFrom } from './plan-scope.ts';
import { sourcesNamed } from './report.ts';
import { plansNamed, thingIn } from './report-things.ts';

/** What nobody wrote yet. */
export const NO_NARRATIVE: Narrative = {
  overview: { zh: null, en: null },
  problems: { zh: null, en: null },
  next: { zh: null, en: null },
};

/** What a monthly report is of, and what is known already. */
export interface MonthlyAsk {
  readonly asOf: DayString;
  /** Of that one alone. */
  readonly department?: string | undefined;
  readonly plan?: string | undefined;
  /** Why a project needs attention on {@link monthDay}; found out for all of them, each with its state, where it is left out. */
  readonly whyOf?: ((project: string) => readonly ExceptionWhy[]) | undefined;
  /** Whether a project was finished before the month; found out from its evidence where it is left out. */
  readonly isFinished?: ((project: string) => boolean) | undefined;
}

/**
 * All that a monthly report holds fast, in both languages, from what is recorded now. Plain JSON that rests on the register and the narrative
 * and the day `asOf` alone. There must be a district.
 */
export function monthlyContentOf(
  whole: Register,
  month: MonthString,
  narrative: Narrative,
  { asOf, department, plan, whyOf, isFinished = finishedBefore(whole, month, asOf) }: MonthlyAsk,
): MonthlyContent {
  const register = registerFrom(whole, plan);
  const [district] = register.district.values();
  invariant(district, 'a report is of a district');
  const sheet = monthlySheetOf(register, month, { department, isFinished });
  const why = whyOf ?? projectWhys(register, whole, monthDay(month, asOf));
  const plans = plansNamed(register, plan);
  const plansTold = (project: string) => (plans.length > 1 ? { plans: [...plansOf(whole, 'project', project)] } : {});
  const groups = sheet.groups.map((group) => ({
    department: group.department === null ? null : thingIn(register, 'department', group.department),
    rows: group.rows.map((row) => ({
      ...rowIn(register, row),
      ...plansTold(row.project),
      ...(row.isFinished ? { isFinished: true as const } : {}),
      why: [...why(row.project)],
    })),
    sums: group.sums,
    missing: group.missing,
  }));
  const named = new Set(groups.flatMap(({ rows }) => rows.flatMap(({ total, plan }) => [total?.source, plan?.source])));
  return {
    format: MONTHLY_FORMAT,
    district: {
      id: district.id,
      name: { zh: district.name_zh, en: district.name_en },
      notice: noticeOf(district),
    },
    month,
    plans,
    ...(plan === undefined ? {} : { plan }),
    narrative,
    groups,
    sums: sheet.sums,
    projects: sheet.projects,
    missing: sheet.missing,
    ...(sheet.finished > 0 ? { finished: sheet.finished } : {}),
    sources: sourcesNamed(register, named),
  };
}

/** The day from which a month is looked at: its last, or `asOf` where that comes before it. */
export function monthDay(month: MonthString, asOf: DayString): DayString {
  const last = addDays(dayOf(`${monthAfter(month)}-01`), -1);
  return last < asOf ? last : asOf;
}

/**
 * Tells of a project whether it was finished before a month, so that it owes no report of it: its evidence says so on the day before the month and
 * still on the day from which the month is looked at. `stateOn`: its state on that day, where it is known already.
 */
export function finishedBefore(
  whole: Register,
  month: MonthString,
  asOf: DayString,
  stateOn: (project: string) => State = (id) => stateOf(whole, { kind: 'project', id }, monthDay(month, asOf)),
): (project: string) => boolean {
  const before = addDays(dayOf(`${month}-01`), -1);
  const eve = before < asOf ? before : asOf;
  return (id) => stateOn(id).name === 'done' && stateOf(whole, { kind: 'project', id }, eve).name === 'done';
}

/** Gives why a project needs attention on a day. */
function projectWhys(register: Register, whole: Register, day: DayString): (project: string) => readonly ExceptionWhy[] {
  const ledger = ledgerOf(register, day).filter(({ kind }) => kind === 'project');
  const state = (kind: SubjectKind, id: string): State => stateOf(whole, { kind, id }, day);
  const whys = new Map(attentionOf(register, day, { ledger, stateOf: state, whole }).records.map(({ id, why }) => [id, why]));
  return (project) => whys.get(project) ?? [];
}

/** What was last written of `month` or a month before it in a report of the plan, or of all where it is null, to be carried over; null where nothing was. */
export function narrativeBefore(
  register: Register,
  month: MonthString,
  plan: string | null = null,
): { readonly month: string; readonly narrative: Narrative } | null {
  const earlier = [...register.report.values()]
    .flatMap(({ number, content }) => {
      const isOf = content.format === MONTHLY_FORMAT && content.month <= month && (content.plan ?? null) === plan;
      return isOf ? [{ number, content }] : [];
    })
    .sort((a, b) => (a.content.month === b.content.month ? a.number - b.number : a.content.month < b.content.month ? -1 : 1));
  const last = earlier.at(-1);
  return last ? { month: last.content.month, narrative: last.content.narrative } : null;
}

function rowIn(register: Register, row: MonthlyRow): MonthlyContentRow {
  const { report } = row;
  return {
    project: thingIn(register, 'project', row.project),
    total: amountIn(row.total),
    plan: amountIn(row.plan),
    completedFen: row.completedFen,
    monthFen: row.monthFen,
    yearFen: row.yearFen,
    shareOfPlan: row.shareOfPlan,
    reportedOn: report?.reported_on ?? null,
    lastMonth: row.before?.month ?? null,
    share: report?.share ?? null,
    words: { zh: report?.words_zh ?? null, en: report?.words_en ?? null },
    problem: { zh: report?.problem_zh ?? null, en: report?.problem_en ?? null },
    level: report?.level ?? null,
    notes: [...row.notes],
  };
}

function amountIn(row: Row<'planned_amount'> | null): MonthlyAmount | null {
  return row && { fen: row.amount_fen, source: row.source, confidence: row.confidence };
}
