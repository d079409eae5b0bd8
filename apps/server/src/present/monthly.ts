import { type DayString, invariant, noSuch, WestgateError } from '@westgate/base';
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
  type MonthlyRow,
  type MonthlySheetRow,
  monthDay,
  monthlyRowOf,
  monthlySheetOf,
  monthsOf,
  narrativeBefore,
  plannedAmountsOf,
  type Row,
  type TemplateColumn,
  templateColumns,
  Worked,
} from '@westgate/domain';
import { seqTold, type View, viewMemo } from '../view/view.ts';
import { attentionIn } from './attention.ts';
import { reportsOfMonth } from './report.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { findThing, missing, thingAt, thingOf } from './thing.ts';

interface Asked {
  readonly month?: string | undefined;
  readonly department?: string | undefined;
}

/** The month asked for; that of the day where none is. */
export function monthShown({ asOf }: Pick<View, 'asOf'>, { month }: Pick<Asked, 'month'>): string {
  return month ?? asOf.slice(0, 7);
}

/** The day from which the month asked for is looked at. */
export function monthDayIn(view: Pick<View, 'asOf'>, asked: Pick<Asked, 'month'>): DayString {
  return monthDay(monthShown(view, asked), view.asOf);
}

/** What stands around the rows of a month. `onDay`: the view of the day from which it is looked at. */
export function monthlySheetIn(view: View, asked: Asked, onDay: View): MonthlySheet {
  const { register, asOf } = view;
  const { department } = asked;
  const month = monthShown(view, asked);
  const isAsked = (lead: string | null): boolean => department === undefined || lead === department;
  const shown = attentionIn(onDay).records.filter(({ kind, department: lead }) => kind === 'project' && isAsked(lead));
  const rows = [...monthRows(onDay, month).values()].filter((row) => isAsked(row.department));
  return {
    asOf,
    seq: seqTold(view),
    month,
    projects: rows.length,
    missing: rows.filter((row) => standingIn(row) === 'missing').length,
    finished: rows.filter((row) => standingIn(row) === 'finished').length,
    attentionOn: onDay.asOf,
    exceptionCounts: countExceptions(shown),
    exceptionCount: shown.length,
    frozen: reportsOfMonth(view, month),
    carried: narrativeBefore(register, month, view.plan),
    templates: templatesIn(view),
  };
}

const rowsByMonth = viewMemo(() => new Worked<string, ReadonlyMap<string, MonthlySheetRow>>());

/** The projects in a month, seen from the day of the view, by their ids: by department, in the order of the sheet; worked out once. */
export function monthRows(onDay: View, month: string): ReadonlyMap<string, MonthlySheetRow> {
  return rowsByMonth(onDay).of(month, () => {
    const isFinished = finishedBefore(onDay.whole, month, onDay.asOf, (id) => onDay.state('project', id));
    const { groups } = monthlySheetOf(onDay.register, month, { isFinished });
    return new Map(groups.flatMap((group) => group.rows.map((row): [string, MonthlySheetRow] => [row.project, row])));
  });
}

/** Whether a project was reported in a month, and where it was not, whether it is owed. */
export function standingIn({ report, isFinished }: MonthlySheetRow): 'reported' | 'missing' | 'finished' {
  return report ? 'reported' : isFinished ? 'finished' : 'missing';
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

/** The money of one project, with the months up to that of the day shown, and the month asked for. Throws `WG_NOT_FOUND` where there is none. */
export function projectMoneyOf(view: View, id: string, asked: Pick<Asked, 'month'>): ProjectMoney {
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
    next: rowShown(view, monthlyRowOf(register, id, monthShown(view, asked))),
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
