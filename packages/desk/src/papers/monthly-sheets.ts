import { inLanguageMarked, type Language } from '@westgate/base';
import {
  inventedLabel,
  type MonthlyColumnName,
  type MonthlyContent,
  type MonthlyContentRow,
  type MonthlyContentSums,
  moneyText,
  percentOf,
  type Row,
  type TemplateColumn,
} from '@westgate/domain';
import { type Fact, factSheet, ofNoPlan, sourceSheet } from './about-sheets.ts';
import { whysSaid } from './attention-blocks.ts';
import { labelled, type PaperCell, type PaperSheet } from './paper-sheet.ts';
import { type SayIn, sayIn } from './say-in.ts';

/** A column of the monthly sheet. */
interface MonthlyColumn {
  readonly name: MonthlyColumnName;
  readonly head: (say: SayIn) => string;
  readonly width: number;
  readonly cell: (row: MonthlyContentRow, at: MonthlyPlace, say: SayIn) => PaperCell;
  /** Of a sum; columns without one stay empty there. */
  readonly sum?: keyof MonthlyContentSums;
}

/** Projects, and what was reported of them in the month, as they are held now, both by project. */
export interface HeldProjects {
  readonly projects: ReadonlyMap<string, Row<'project'>>;
  readonly reports: ReadonlyMap<string, Row<'monthly_progress'>>;
}

/** A column as it is written, under whatever name. */
type WrittenColumn = Omit<MonthlyColumn, 'name'>;

/** Where a row stands. */
interface MonthlyPlace {
  /** From 1, through all departments. */
  readonly number: number;
  readonly department: string;
  /** The titles of the plans that the content is of, by their ids. */
  readonly planNames: ReadonlyMap<string, string>;
  /** The project as it is held now; undefined where only what a report holds fast is told. */
  readonly project: Row<'project'> | undefined;
  /** What was reported of the project in the month, as it is held now; undefined likewise. */
  readonly report: Row<'monthly_progress'> | undefined;
  /** From 1 to 12. */
  readonly month: number;
}

/** The columns of the monthly sheet in their order. */
const COLUMNS: readonly MonthlyColumn[] = [
  { name: 'number', head: (say) => say.text('序号', 'No.'), width: 6, cell: (_row, { number }) => number },
  { name: 'department', head: (say) => say.text('牵头单位', 'Lead department'), width: 22, cell: (_row, { department }) => department },
  { name: 'project', head: (say) => say.text('项目', 'Project'), width: 36, cell: ({ project }, _at, say) => say.of(project.name) },
  {
    name: 'plans',
    head: (say) => say.text('所属计划', 'Plan'),
    width: 28,
    cell: plansCell,
  },
  column('total', '总投资（万元）', 'Total investment (10,000 yuan)', ({ total }) => total?.fen ?? null),
  column('plan', '本年计划投资（万元）', 'Annual plan (10,000 yuan)', ({ plan }) => plan?.fen ?? null),
  column('completed', '累计完成投资（万元）', 'Completed to date (10,000 yuan)', ({ completedFen }) => completedFen),
  column('month', '本月完成投资（万元）', 'Completed in the month (10,000 yuan)', ({ monthFen }) => monthFen),
  column('year', '本年完成投资（万元）', 'Completed in the year (10,000 yuan)', ({ yearFen }) => yearFen),
  {
    name: 'share',
    head: (say) => say.text('完成年度计划比例（%）', '% of annual plan'),
    width: 12,
    cell: ({ shareOfPlan }, _at, say) => percentCell(shareOfPlan, say),
  },
  {
    name: 'onSite',
    head: (say) => say.text('形象进度（%）', 'Physical progress (%)'),
    width: 12,
    cell: ({ share }, _at, say) => percentCell(share, say),
  },
  { name: 'words', head: (say) => say.text('形象进度', 'Physical progress'), width: 36, cell: ({ words }, _at, say) => say.of(words) },
  { name: 'problem', head: (say) => say.text('存在问题', 'Problem'), width: 36, cell: (row, _at, say) => problemSaid(row, say) },
  {
    name: 'level',
    head: (say) => say.text('需协调层级', 'Decision level'),
    width: 16,
    cell: ({ level }, _at, say) => (level === null ? say.unknown : say.word('level', level)),
  },
  {
    name: 'reported',
    head: (say) => say.text('报送日期', 'Reported on'),
    width: 14,
    cell: ({ reportedOn, isFinished }, _at, say) =>
      reportedOn ?? (isFinished ? say.text('此前已完成，不再填报', 'done before, none owed') : say.text('未报', 'not reported')),
  },
  {
    name: 'attention',
    head: (say) => say.text('需要关注', 'Needs attention'),
    width: 28,
    cell: ({ why }, _at, say) => (why === undefined ? say.unknown : whysSaid(why, say) || null),
  },
];

/** Columns that only superiors ask for: what is stated of the project itself, and what follows from the amounts. */
const ASKED: readonly MonthlyColumn[] = [
  ofProject('code', ({ code }) => code),
  ofProject('category', ({ category }) => category),
  ofProject('nature', ({ nature }) => nature),
  ofProject('site', ({ site_words }) => site_words),
  ofProject('scope', ({ scope_zh, scope_en }, { language }) => (language === 'zh' ? (scope_zh ?? scope_en) : (scope_en ?? scope_zh))),
  ofProject('builder', ({ builder }) => builder),
  ofProject('leader', ({ leader }) => leader),
  ofProject('start', ({ start_words }) => start_words),
  ofProject('finish', ({ finish_words }) => finish_words),
  ofProject('approvals', ({ approvals_words }) => approvals_words),
  ofProject('yearGoal', ({ year_goal_words }) => year_goal_words),
  ofReport('coordination', ({ coordination_words }) => coordination_words),
  ofReport('nextMonth', ({ next_words }) => next_words),
  ofProject('contact', ({ contact }) => contact),
  ofProject('note', ({ note_zh, note_en }, { language }) => (language === 'zh' ? (note_zh ?? note_en) : (note_en ?? note_zh))),
  {
    name: 'base',
    head: (say) => say.text('截至上年底累计完成投资（万元）', 'Completed to the end of last year (10,000 yuan)'),
    width: 18,
    cell: ({ completedFen, yearFen }, _at, say) =>
      moneyCell(completedFen === null || yearFen === null ? null : completedFen - yearFen, say),
  },
  {
    name: 'ahead',
    head: (say) => say.text('超（欠）序时进度（百分点）', 'Ahead of elapsed time (points)'),
    width: 12,
    cell: ({ shareOfPlan }, { month }, say) => (shareOfPlan === null ? say.unknown : percentOf(shareOfPlan - month / 12)),
  },
];

/**
 * The monthly sheet as a workbook: the rows by department with their sums, the sources, and what it rests on. Amounts are numbers. `template`: the
 * columns of the superiors in their order, under their heads; a column that is filled with nothing stays empty. `held`: projects and their reports as they are now; without
 * them what superiors ask of a project itself stays empty, as no report holds it fast.
 */
export function monthlySheets(
  content: MonthlyContent,
  facts: readonly Fact[],
  language: Language,
  template: readonly TemplateColumn[] | null = null,
  held: HeldProjects = { projects: new Map(), reports: new Map() },
): readonly PaperSheet[] {
  const say = sayIn(language);
  const own: readonly Fact[] = [
    [say.text('月份', 'Month'), content.month],
    [say.text('项目', 'Projects'), content.projects],
    [say.text('未报', 'Not reported'), content.missing],
    [say.text('此前已完成，不再填报', 'Done before the month, none owed'), content.finished ?? 0],
  ];
  const sheets = [
    monthlyTable(content, template?.map(filledBy) ?? columnsOf(content), held, say),
    sourceSheet(content, say),
    factSheet([...own, ...facts], content, say),
  ];
  return labelled(sheets, inventedLabel(content.district.notice, language));
}

/** The columns of a content: that of plans where it is of several. */
function columnsOf({ plans = [] }: MonthlyContent): readonly MonthlyColumn[] {
  return plans.length > 1 ? COLUMNS : COLUMNS.filter(({ name }) => name !== 'plans');
}

/** A column of a template as one that is written. */
function filledBy({ head, name }: TemplateColumn): WrittenColumn {
  const own = [...COLUMNS, ...ASKED].find((column) => column.name === name);
  return own ? { ...own, head: () => head } : { head: () => head, width: 18, cell: () => null };
}

/** The rows with these columns; sums add what is known, and say over how many where that is not all. */
function monthlyTable(
  content: MonthlyContent,
  columns: readonly WrittenColumn[],
  { projects, reports }: HeldProjects,
  say: SayIn,
): PaperSheet {
  const month = Number(content.month.slice(5, 7));
  const rows: (readonly PaperCell[])[] = [];
  let number = 0;
  const planNames = new Map((content.plans ?? []).map(({ id, name }) => [id, say.of(name)]));
  for (const group of content.groups) {
    const department = group.department ? say.of(group.department.name) : say.text('无牵头单位', 'without a lead');
    for (const row of group.rows) {
      number += 1;
      const [project, report] = [projects.get(row.project.id), reports.get(row.project.id)];
      rows.push(columns.map(({ cell }) => cell(row, { number, department, planNames, project, report, month }, say)));
    }
  }
  rows.push(sumRow(content.sums, columns, say));
  return {
    name: say.text('调度表', 'Monthly sheet'),
    head: columns.map(({ head }) => head(say)),
    widths: columns.map(({ width }) => width),
    rows,
  };
}

/** The plans of a row; in a content of one plan it is that. */
function plansCell({ plans }: MonthlyContentRow, { planNames }: MonthlyPlace, say: SayIn): PaperCell {
  const own = plans ?? (planNames.size === 1 ? [...planNames.keys()] : null);
  if (own === null) return say.unknown;
  return own.map((id) => planNames.get(id) ?? id).join(say.text('；', '; ')) || ofNoPlan(say);
}

/** An amount in 10,000 yuan as a number: thirteen digits at most, which a spreadsheet holds exactly. */
function moneyCell(fen: number | null, say: SayIn): PaperCell {
  return fen === null ? say.unknown : fen / 1_000_000;
}

/** A sum in words: how much, over how many of how many where not all are known, and how old the oldest of them is. */
export function sumSaid({ fen, known, of, oldest }: MonthlyContentSums['total'], say: SayIn): string {
  if (known === 0) return say.unknown;
  const amount = say.text(`${moneyText(fen)} 万元`, `${moneyText(fen)} (10,000 yuan)`);
  const told = [
    ...(known === of ? [] : [say.text(`${of} 个中已知 ${known} 个`, `known of ${known} of ${of}`)]),
    ...(oldest ? [say.text(`其中最早的为${say.when(oldest)}`, `the oldest of ${say.when(oldest)}`)] : []),
  ];
  if (told.length === 0) return amount;
  return say.text(`${amount}（${told.join('，')}）`, `${amount}, ${told.join(', ')}`);
}

/** The problem of a row: none is said as none, of a row that was not reported it is not known. */
export function problemSaid({ problem, reportedOn }: MonthlyContentRow, say: SayIn): string {
  const said = inLanguageMarked(problem, say.language);
  return said ?? (reportedOn === null ? say.unknown : say.text('无', 'none'));
}

function column(name: keyof MonthlyContentSums, zh: string, en: string, fenOf: (row: MonthlyContentRow) => number | null): MonthlyColumn {
  return { name, head: (say) => say.text(zh, en), width: 18, cell: (row, _at, say) => moneyCell(fenOf(row), say), sum: name };
}

/** What is stated of a project itself; empty where nothing is. */
function ofProject(name: MonthlyColumnName, said: (project: Row<'project'>, say: SayIn) => string | null): MonthlyColumn {
  return { name, head: () => name, width: 22, cell: (_row, { project }, say) => (project ? said(project, say) : null) };
}

/** What the sheet of the month states beside its amounts; empty where nothing is. */
function ofReport(name: MonthlyColumnName, said: (report: Row<'monthly_progress'>) => string | null): MonthlyColumn {
  return { name, head: () => name, width: 30, cell: (_row, { report }) => (report ? said(report) : null) };
}

function percentCell(share: number | null, say: SayIn): PaperCell {
  return share === null ? say.unknown : percentOf(share);
}

function sumRow(sums: MonthlyContentSums, columns: readonly WrittenColumn[], say: SayIn): readonly PaperCell[] {
  const named = columns.findIndex(({ sum }) => sum === undefined);
  return columns.map(({ sum }, index) => {
    if (index === named) return say.text('合计', 'Sum');
    if (sum === undefined) return null;
    const { fen, known, of } = sums[sum];
    if (known === of) return moneyCell(fen, say);
    return sumSaid(sums[sum], say);
  });
}
