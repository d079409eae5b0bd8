import type { Language } from '@westgate/base';
import { grouped, inventedLabel, type MonthlyColumnName, monthlyNameOf, noticeOf, type Register, type Row, yearOf } from '@westgate/domain';
import { jobRunner } from '../../jobs/job-runner.ts';
import { unitOfHead } from '../common/head-words.ts';
import { nameIn } from '../common/kept-words.ts';
import { loneMark, numberMark } from '../common/number-mark.ts';
import { plainNumerals } from '../common/plain-numerals.ts';
import type { SheetRecipe } from '../common/sheet-recipe.ts';
import type { jobs } from '../common/write-sheet-job.ts';
import { amountIn, percentOf, pointsAhead, unitOf } from './amounts.ts';
import { AMOUNTS, type Amounts, heldMonth } from './held-month.ts';
import { heldIn, isProjectWords, isReportWords } from './month-words.ts';
import { standardColumns } from './standard-columns.ts';

type Cell = string | number | null;

const run = jobRunner<typeof jobs>(new URL('../common/write-sheet-job.js', import.meta.url));
const WIDTHS: { readonly [name in MonthlyColumnName]?: number } = {
  number: 7,
  project: 32,
  scope: 32,
  words: 32,
  problem: 32,
  coordination: 32,
};
const USUAL_WIDTH = 16;

/** A project as it is written: what is held of it, and its amounts. */
interface Written {
  readonly project: Row<'project'>;
  readonly report: Row<'monthly_progress'> | null;
  readonly fen: Amounts;
}

/**
 * The projects of the monthly sheets as such a sheet (.xlsx) of a month: in the columns of a recipe under its heads, without one in the standard 27; the
 * headings between the projects as rows of their own, those of the first level with their sums, and the sum of all last. Words are those that the sheet stated;
 * shares and points are computed.
 */
export async function writeMonthSheet(
  register: Register,
  recipe: SheetRecipe | null,
  month: string,
  language: Language,
): Promise<Uint8Array> {
  const columns = (recipe?.columns ?? standardColumns()).map(({ head, role }) => ({
    head,
    name: role === null ? null : monthlyNameOf(role),
  }));
  const heads = columns.map(({ head }) => head.split(' / '));
  const depth = Math.max(1, ...heads.map(({ length }) => length));
  const written = ordered(register).map((project) => writtenOf(register, project, month));
  const bySection = grouped(written, ({ project }) => project.section?.split('\n')[0] ?? '');
  const rows: Cell[][] = [];
  const across: number[] = [];
  let before: readonly string[] = [];
  for (const [index, each] of written.entries()) {
    const section = each.project.section?.split('\n') ?? [];
    const shared = section.findIndex((text, at) => text !== before[at]);
    for (const [at, text] of shared < 0 ? [] : [...section.entries()].slice(shared)) {
      if (at > 0) across.push(rows.length);
      rows.push(at > 0 ? [text, ...columns.slice(1).map(() => null)] : sumRow(text, bySection.get(text) ?? [], columns, month));
    }
    before = section;
    rows.push(
      columns.map(({ name, head }) => (name === null ? null : cellOf(register, each, { name, head, month, language, count: index + 1 }))),
    );
  }
  rows.push(sumRow(language === 'zh' ? '合计' : 'Sum', written, columns, month));
  const sheet = {
    name: language === 'zh' ? '月调度表' : 'Monthly sheet',
    title: titleOf(register, month, language),
    columns: columns.map(({ name }) => ({ head: '', width: (name && WIDTHS[name]) ?? USUAL_WIDTH, format: null })),
    heads: Array.from({ length: depth }, (_, row) => heads.map((words) => words[row] ?? null)),
    across,
    rows,
  };
  return run('write-sheet', sheet, { isLong: true });
}

/** The last month that anything was reported of; null where nothing was. */
export function lastMonth(register: Register): string | null {
  return (
    [...register.monthly_progress.values()]
      .map(({ month }) => month)
      .sort()
      .at(-1) ?? null
  );
}

function writtenOf(register: Register, project: Row<'project'>, month: string): Written {
  const { report, fen } = heldMonth(register, project.id, month);
  const base = fen.base ?? (fen.completed !== null && fen.year !== null ? fen.completed - fen.year : null);
  return { project, report, fen: { ...fen, base } };
}

interface Place {
  readonly name: MonthlyColumnName;
  readonly head: string;
  readonly month: string;
  readonly language: Language;
  readonly count: number;
}

function cellOf(register: Register, { project, report, fen }: Written, { name, head, month, language, count }: Place): Cell {
  const summed = AMOUNTS.find((each) => each === name);
  if (summed) return amountOf(fen[summed], head);
  switch (name) {
    case 'number':
      return project.list_number ?? count;
    case 'project':
      return nameIn(project, language);
    case 'department': {
      const lead = project.lead === null ? undefined : register.department.get(project.lead);
      return project.lead_words ?? (lead ? nameIn(lead, language) : null);
    }
    case 'share':
      return shareSaid(fen);
    case 'ahead':
      return aheadSaid(fen, month);
    case 'onSite':
      return report?.share == null ? null : percentOf(report.share);
    default:
      return isProjectWords(name) || isReportWords(name) ? heldIn(project, report, name, language) : null;
  }
}

function sumRow(
  label: string,
  written: readonly Written[],
  columns: readonly { readonly head: string; readonly name: MonthlyColumnName | null }[],
  month: string,
): Cell[] {
  const fen = Object.fromEntries(
    AMOUNTS.map((name) => {
      const known = written.flatMap((each) => each.fen[name] ?? []);
      return [name, known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)];
    }),
  ) as Amounts;
  return columns.map(({ name, head }, index): Cell => {
    const summed = AMOUNTS.find((each) => each === name);
    if (summed) return amountOf(fen[summed], head);
    if (name === 'share') return shareSaid(fen);
    if (name === 'ahead') return aheadSaid(fen, month);
    return index === 0 ? label : null;
  });
}

function amountOf(fen: number | null, head: string): number | null {
  const words = head.split(' / ');
  return fen === null ? null : amountIn(fen, unitOf(unitOfHead(words.at(-1) ?? '')) ?? unitOf(unitOfHead(words[0] ?? '')) ?? '万元');
}

function percentIn({ year, plan }: Pick<Written['fen'], 'year' | 'plan'>): number | null {
  return year === null || plan === null || plan === 0 ? null : (year / plan) * 100;
}

function shareSaid(fen: Written['fen']): string | null {
  const percent = percentIn(fen);
  return percent === null ? null : `${percent.toFixed(1)}%`;
}

function aheadSaid(fen: Written['fen'], month: string): string | null {
  const percent = percentIn(fen);
  if (percent === null) return null;
  const points = pointsAhead(percent, month).toFixed(1);
  return points.startsWith('-') ? points : `+${points}`;
}

/** The projects that monthly sheets brought, where any did, by their headings and numbers; else all. */
function ordered(register: Register): readonly Row<'project'>[] {
  const all = [...register.project.values()];
  const listed = all.filter(({ list_number, section }) => list_number !== null || section !== null);
  if (listed.length === 0) return all;
  const seen = new Map<string, number>();
  const ranks = new Map(listed.map((project) => [project.id, ranksOf(project, seen)] as const));
  return listed.sort((a, b) => compared(ranks.get(a.id) ?? [], ranks.get(b.id) ?? []));
}

/** Of each heading its number, and where it was seen first: two of one number, or of none, are kept apart. Behind them the number of the project. */
function ranksOf({ section, list_number }: Row<'project'>, seen: Map<string, number>): readonly number[] {
  const headings = (section?.split('\n') ?? []).flatMap((text) => {
    const first = seen.get(text) ?? seen.size;
    seen.set(text, first);
    return [rankOf(text), first];
  });
  return [...headings, rankOf(list_number ?? '')];
}

/** The number of a heading or a row; those without one stand last. */
function rankOf(text: string): number {
  const mark = (loneMark(text) ?? numberMark(text))?.mark ?? text;
  const [han] = /[一二三四五六七八九十]+/.exec(mark) ?? [];
  const [digits] = /\d+/.exec((han === undefined ? mark : plainNumerals(`${han}月`)).normalize('NFKC')) ?? [];
  return digits === undefined ? Number.MAX_SAFE_INTEGER : Number(digits);
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? 0);
}

function titleOf(register: Register, month: string, language: Language): string {
  const [district] = register.district.values();
  const name = (district && nameIn(district, language)) ?? '';
  const label = (district && inventedLabel(noticeOf(district), language)) ?? '';
  if (language === 'zh') return `${name}${yearOf(month)}年${Number(month.slice(5))}月重点项目月调度表${label === '' ? '' : `（${label}）`}`;
  return ['Monthly sheet of projects', name, month, label].filter((part) => part !== '').join(', ');
}
