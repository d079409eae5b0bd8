import { type Bilingual, invariant, isPeriod, type Said } from '@westgate/base';
import {
  EXCEPTIONS,
  MONEY_NOTES,
  type MonthlySheetRow,
  percentOf,
  type Row,
  sayList,
  sayName,
  sayPeriod,
  vocabulary,
  vocabularyName,
} from '@westgate/domain';
import { known } from '../../exports/column.ts';
import { whysIn } from '../../present/attention.ts';
import { monthRows, standingIn } from '../../present/monthly.ts';
import { NO_TEXT, pair } from '../../present/text.ts';
import { thingOf } from '../../present/thing.ts';
import type { View } from '../../view/view.ts';
import { type Column, dayColumn, fieldOf, numberColumn, type Seen, severalColumn, wordColumn, wordsColumn } from './column.ts';

type Project = Row<'project'>;
type InMonth<V> = (row: MonthlySheetRow, seen: Seen, project: Project) => V;

/** Fen in 10,000 yuan, in which a file tells amounts: thirteen digits at most, which a spreadsheet holds exactly. */
const FEN_IN_UNIT = 1_000_000;
const STANDINGS = ['missing', 'reported', 'finished'] as const;
const UNREMARKABLE: Said = { zh: '无预警提示', en: 'no flags' };
const UNKNOWN: Said = { zh: '未知', en: 'not known' };
const NOT_REPORTED = vocabularyName('monthly.standing', 'missing');
const NONE_OWED: Said = { zh: '不再填报', en: 'none owed' };
const NO_EXCEPTION: Said = { zh: '无预警', en: 'no exception' };
const NO_PROBLEM: Said = { zh: '无', en: 'none' };
/** None of it is a column of the project, whatever is called alike there; it rests on the months and amounts of the project. */
const TOLD = { isTold: true, restsOnOthers: true } as const;

/** Those that are shown where no columns are asked for. */
export const MONTH_FIRST = [
  'reported',
  'total',
  'year_plan',
  'completed',
  'completed_month',
  'share',
  'on_site',
  'words',
  'problem',
  'decides',
  'why',
] as const;

/** What was reported of each project in a month, and what it is to cost: money in fen, never 0 for what is not known. */
export function monthColumns(month: string): readonly Column<Project>[] {
  const at =
    <V>(of: InMonth<V>) =>
    (project: Project, seen: Seen): V =>
      of(rowOf(project, seen.view, month), seen, project);
  const money = (
    id: string,
    head: readonly [string, string],
    of: InMonth<number | null>,
    datedOn: InMonth<string | null> = ({ report }) => report?.reported_on ?? null,
  ): Column<Project> => moneyColumn(id, head, at(of), at(datedOn));
  const reported = (column: Column<Project>): Column<Project> =>
    saidByReport(
      column,
      at(({ isFinished }) => (isFinished ? NONE_OWED : null)),
    );
  const derived = (column: Column<Project>): Column<Project> =>
    saidByReport(
      column,
      at(({ report, isFinished }) => (isFinished ? NONE_OWED : report === null ? null : UNKNOWN)),
    );
  const percent = (id: string, head: readonly [string, string], of: InMonth<number | null>): Column<Project> =>
    numberColumn(
      id,
      head,
      at((row, seen, project) => shareSaid(of(row, seen, project))),
      { ...TOLD, width: 10, sums: false },
    );
  return [
    {
      ...wordColumn<Project>('reported', ['报送', 'Reported'], ['monthly.standing', STANDINGS], at(standingIn), {
        ...TOLD,
        byDay: true,
        width: 24,
      }),
      around: at((row, { view }) => ({
        before: standingIn(row) === 'missing' && row.department !== null ? owedBy(row.department, view) : null,
        after: row.report || !row.before ? null : lastOf(row.before.month),
      })),
    },
    money(
      'total',
      ['总投资（万元）', 'Total investment (10,000 yuan)'],
      ({ total }) => total?.amount_fen ?? null,
      ({ total }, { view }) => dated(view, total?.source),
    ),
    money(
      'year_plan',
      ['本年计划（万元）', 'Annual plan (10,000 yuan)'],
      ({ plan }) => plan?.amount_fen ?? null,
      ({ plan }, { view }) => dated(view, plan?.source),
    ),
    {
      ...reported(money('completed', ['累计完成（万元）', 'Completed to date (10,000 yuan)'], ({ completedFen }) => completedFen)),
      around: at(({ notes }) => ({ note: notes.length === 0 ? null : sayList(notes.map((note) => vocabularyName('money.note', note))) })),
    },
    derived(money('completed_month', ['本月完成（万元）', 'Completed in the month (10,000 yuan)'], ({ monthFen }) => monthFen)),
    derived(money('completed_year', ['本年完成（万元）', 'Completed in the year (10,000 yuan)'], ({ yearFen }) => yearFen)),
    derived(percent('share', ['完成年度计划比例（%）', '% of annual plan'], ({ shareOfPlan }) => shareOfPlan)),
    reported(percent('on_site', ['形象进度（%）', 'Physical progress (%)'], ({ report }) => report?.share ?? null)),
    reported(
      wordsColumn(
        'words',
        ['形象进度说明', 'Progress note'],
        at(({ report }) => (report ? pair(report.words_zh, report.words_en) : NO_TEXT)),
        { ...TOLD, width: 36 },
      ),
    ),
    reported(wordsColumn('problem', ['存在问题', 'Problem'], at(problemOf), { ...TOLD, width: 36 })),
    reported(
      wordColumn(
        'decides',
        ['需协调层级', 'Decision level'],
        ['level', vocabulary.DECIDING_LEVELS.toReversed()],
        at(({ report }) => report?.level ?? null),
        { ...TOLD, width: 14 },
      ),
    ),
    severalColumn(
      'remarkable',
      ['预警提示', 'Flags'],
      at(({ notes }) => notes),
      {
        ...TOLD,
        width: 16,
        none: UNREMARKABLE,
        nameOf: (key) => vocabularyName('money.note', key),
        rank: (key) => MONEY_NOTES.findIndex((note) => note === key),
      },
    ),
    severalColumn('why', ['需要关注', 'Needs attention'], ({ id }, { view }) => whyOf(id, view), {
      ...TOLD,
      byDay: true,
      width: 26,
      none: NO_EXCEPTION,
      nameOf: (key) => vocabularyName('why', key),
      rank: (key) => EXCEPTIONS.findIndex((each) => each === key),
    }),
    reported(
      dayColumn(
        'month_reported_on',
        ['报送日期', 'Reported on'],
        at(({ report }) => report?.reported_on ?? null),
        { ...TOLD, width: 14, groupBy: 'month' },
      ),
    ),
  ];
}

/** The row of a project in a month. */
function rowOf({ id }: Project, view: View, month: string): MonthlySheetRow {
  const row = monthRows(view, month).get(id);
  invariant(row, `a list of projects in a month is of those that are there: ${id}`);
  return row;
}

/** A column of what is reported: a row without it says that it was not, or what `noneIn` gives. */
function saidByReport(column: Column<Project>, noneIn: NonNullable<Column<Project>['noneIn']>): Column<Project> {
  return {
    ...column,
    none: NOT_REPORTED,
    noneIn,
    paper(project, seen, saying) {
      const value = column.of(project, seen);
      return value === null || value === undefined
        ? saying.say.of(noneIn(project, seen) ?? NOT_REPORTED)
        : column.paper(project, seen, saying);
    },
  };
}

/** An amount of money: in fen, so that sums are exact; a file tells it in 10,000 yuan, as its head says. */
function moneyColumn(
  id: string,
  [zh, en]: readonly [string, string],
  of: (project: Project, seen: Seen) => number | null,
  datedOn: NonNullable<Column<Project>['datedOn']>,
): Column<Project> {
  return {
    ...TOLD,
    id,
    head: { zh, en },
    field: fieldOf('fen'),
    width: 14,
    of,
    datedOn,
    paper(project, seen, saying) {
      const fen = of(project, seen);
      return known(fen === null ? null : fen / FEN_IN_UNIT, saying);
    },
  };
}

function shareSaid(share: number | null): number | null {
  return share === null ? null : percentOf(share);
}

/** The problem that was reported; a month that was reported without one has none, of one that was not it is not known. */
function problemOf({ report }: MonthlySheetRow): Bilingual {
  if (report === null) return NO_TEXT;
  const said = pair(report.problem_zh, report.problem_en);
  return said.zh === null && said.en === null ? NO_PROBLEM : said;
}

function whyOf(id: string, view: View): readonly string[] {
  return whysIn(view).get(`project:${id}`) ?? [];
}

function dated({ register }: View, id: string | null | undefined): string | null {
  const sources: ReadonlyMap<string, Row<'source'>> = register.source;
  return (id && sources.get(id)?.dated) || null;
}

function owedBy(department: string, { register }: View): Said {
  const { name } = thingOf(register, 'department', department);
  const said = sayName(name.zh, name.en, department);
  return { zh: said.zh, en: `${said.en}:` };
}

function lastOf(month: string): Said {
  const said = isPeriod(month) ? sayPeriod(month) : { zh: month, en: month };
  return { zh: `上次报的是 ${said.zh}`, en: `last of ${said.en}` };
}
