import { invariant, noSuch, WestgateError } from '@westgate/base';
import type {
  MonthlyRow as MonthlyRowShown,
  MonthlySheet,
  MonthlyTemplate,
  MonthReport,
  PlannedAmount,
  ProjectMoney,
} from '@westgate/contract';
import {
  countExceptions,
  finishedBefore,
  grouped,
  type MonthlyRow,
  monthlyRowOf,
  monthlySheetOf,
  monthsOf,
  narrativeBefore,
  plannedAmountsOf,
  plansOf,
  type Row,
  type TemplateColumn,
  templateColumns,
} from '@westgate/domain';
import { firstThatFit } from '../list/fit.ts';
import { type View, viewMemo } from '../view.ts';
import { attentionIn, whysIn } from './attention.ts';
import { reportsOfMonth } from './report.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { findThing, missing, thingAt, thingOf } from './thing.ts';

/** Bytes of the rows of one answer: what is written of a month stands beside them. */
const ROWS_BYTES = 700_000;

interface Asked {
  readonly month?: string | undefined;
  readonly department?: string | undefined;
  readonly after?: number | undefined;
}

/** The month asked for; that of the day where none is. */
export function monthShown({ asOf }: View, { month }: Pick<Asked, 'month'>): string {
  return month ?? asOf.slice(0, 7);
}

/**
 * The monthly sheet: one row a project, by department, from the place `after` on as many as fit into one answer. `onDay`: the view of the day from
 * which the month is looked at.
 */
export function monthlySheetIn(view: View, asked: Asked, onDay: View): MonthlySheet {
  const { register, asOf, seq } = view;
  const { department, after = 0 } = asked;
  const month = monthShown(view, asked);
  const shown = attentionIn(onDay).records.filter(
    ({ kind, department: lead }) => kind === 'project' && (department === undefined || lead === department),
  );
  const finished = finishedIn(onDay, month);
  const sheet = monthlySheetOf(register, month, { department, isFinished: (id) => finished.has(id) });
  const all = sheet.groups.flatMap(({ department: lead, rows }) => rows.map((row) => ({ lead, row })));
  const page = firstThatFit(
    all.slice(after),
    ({ lead, row }) => ({
      lead,
      row: {
        ...rowShown(view, row),
        plans: [...plansOf(view.whole, 'project', row.project)],
        isFinished: row.isFinished,
        why: [...(whysIn(onDay).get(`project:${row.project}`) ?? [])],
      },
    }),
    ROWS_BYTES,
  );
  const end = after + page.length;
  const byLead = grouped(page, ({ lead }) => lead ?? '');
  return {
    asOf,
    seq,
    month: sheet.month,
    groups: sheet.groups.flatMap(({ department: lead, sums, missing: owed }) => {
      const rows = byLead.get(lead ?? '')?.map(({ row }) => row);
      return rows ? [{ department: thingAt(register, 'department', lead), rows, sums, missing: owed }] : [];
    }),
    sums: sheet.sums,
    projects: sheet.projects,
    missing: sheet.missing,
    finished: sheet.finished,
    attentionOn: onDay.asOf,
    exceptionCounts: countExceptions(shown),
    exceptionCount: shown.length,
    frozen: reportsOfMonth(view, sheet.month),
    carried: narrativeBefore(register, sheet.month, view.plan),
    templates: templatesIn(view),
    next: end < all.length ? String(end) : null,
  };
}

const finishedByMonth = viewMemo(() => new Map<string, ReadonlySet<string>>());

/** The projects that were finished before a month, seen from the day of the view; found out once. */
function finishedIn(onDay: View, month: string): ReadonlySet<string> {
  const byMonth = finishedByMonth(onDay);
  const isFinished = finishedBefore(onDay.whole, month, onDay.asOf, (id) => onDay.state('project', id));
  const ids: readonly string[] = [...onDay.whole.project.keys()];
  const finished = byMonth.get(month) ?? new Set(ids.filter(isFinished));
  byMonth.set(month, finished);
  return finished;
}

/** The templates of superiors that are kept. */
function templatesIn({ register }: View): MonthlyTemplate[] {
  return [...register.recipe.values()].flatMap(({ id, name_zh, name_en, columns, rev }) => {
    const own = templateColumns(columns);
    return own ? [{ id, name: pair(name_zh, name_en), columns: [...own], rev }] : [];
  });
}

/** The columns of a template; null where none is asked for. Throws `WG_NOT_FOUND` where there is none of this id. */
export function templateAsked({ register }: View, id: string | undefined): readonly TemplateColumn[] | null {
  if (id === undefined) return null;
  const rows: ReadonlyMap<string, Row<'recipe'>> = register.recipe;
  const columns = templateColumns(rows.get(id)?.columns ?? []);
  if (!columns) throw new WestgateError('WG_NOT_FOUND', noSuch('template', id), { kind: 'recipe', id });
  return columns;
}

/** The money of one project, with the months up to that of the day shown. Throws `WG_NOT_FOUND` where there is none. */
export function projectMoneyOf(view: View, id: string): ProjectMoney {
  const { register, asOf } = view;
  const project = findThing(register, 'project', id);
  if (!project) throw missing('project', id);
  const months = monthsOf(register, id)
    .filter(({ month }) => month <= asOf.slice(0, 7))
    .toReversed();
  return {
    project,
    planned: plannedAmountsOf(register, id).map((row) => plannedShown(view, row)),
    months: months.map(({ month }) => rowShown(view, monthlyRowOf(register, id, month))),
    next: rowShown(view, monthlyRowOf(register, id, asOf.slice(0, 7))),
  };
}

function rowShown(view: View, row: MonthlyRow): MonthlyRowShown {
  const { project, total, plan, report, before, known, monthFen, yearFen, shareOfPlan, notes } = row;
  return {
    project: thingOf(view.register, 'project', project),
    kind: kindOf(view, project),
    total: total && plannedShown(view, total),
    plan: plan && plannedShown(view, plan),
    report: report && reportShown(view, report),
    before: before && reportShown(view, before),
    known: known?.completed_fen == null ? null : { month: known.month, completedFen: known.completed_fen },
    monthFen,
    yearFen,
    shareOfPlan,
    notes: [...notes],
  };
}

function kindOf({ register }: View, id: string): MonthlyRowShown['kind'] {
  const rows: ReadonlyMap<string, Row<'project'>> = register.project;
  const project = rows.get(id);
  invariant(project, `a row of the monthly sheet is of a project that is there: ${id}`);
  return project.kind;
}

function plannedShown(view: View, row: Row<'planned_amount'>): PlannedAmount {
  return {
    id: row.id,
    year: row.year,
    fen: row.amount_fen,
    source: sourceAt(view.register, row),
    confidence: row.confidence,
    note: pair(row.note_zh, row.note_en),
    rev: row.rev,
  };
}

function reportShown({ register }: View, row: Row<'monthly_progress'>): MonthReport {
  return {
    month: row.month,
    completedFen: row.completed_fen,
    share: row.share,
    words: pair(row.words_zh, row.words_en),
    problem: pair(row.problem_zh, row.problem_en),
    level: row.level,
    fallReason: pair(row.fall_reason_zh, row.fall_reason_en),
    reportedOn: row.reported_on,
    reporter: thingAt(register, 'department', row.reporter),
    rev: row.rev,
  };
}
