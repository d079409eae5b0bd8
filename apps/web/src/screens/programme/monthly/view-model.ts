import { type Attribute, inLanguage, type Language, rankIn, tallyOf } from '@westgate/base';
import type { MonthlySheet, MonthlySums, Thing } from '@westgate/contract';
import { EXCEPTIONS, isMonth, monthAfter, vocabulary } from '@westgate/domain';
import type { Order, Section } from '../../../lists/arrange.ts';
import { shownSource } from '../../../parts/shown-source.ts';

/** The months beside one, for the way to and fro. */
export function monthsBeside(month: string): { readonly earlier: string; readonly later: string } {
  return { earlier: monthAfter(month, -1), later: monthAfter(month) };
}

/** The month that is shown: the one of the address, else that of the day. */
export function shownMonth(asked: string | undefined, day: string): string {
  return asked !== undefined && isMonth(asked) ? asked : day.slice(0, 7);
}

/** A share in per cent with one decimal; null where it is not known. */
export function percentSaid(share: number | null): string | null {
  return share === null ? null : `${Math.round(share * 1000) / 10} %`;
}

/** Whether a sum leaves something out, which must then be said. */
export function isPartial({ known, of }: MonthlySums['total']): boolean {
  return known < of;
}

type Row = MonthlySheet['groups'][number]['rows'][number];
/** A row of the sheet with the department that leads its project. */
export interface SheetRow extends Row {
  readonly department: Thing | null;
}

/** The rows of a sheet in its order. */
export function rowsOf({ groups }: Pick<MonthlySheet, 'groups'>): readonly SheetRow[] {
  return groups.flatMap(({ department, rows }) => rows.map((row) => ({ ...row, department })));
}

/** The sums that the sheet has a column for; amounts are whole fen, null where they are not known. */
export const MONTHLY_SUMS = {
  total: ({ total }) => total?.fen ?? null,
  plan: ({ plan }) => plan?.fen ?? null,
  completed: ({ report }) => report?.completedFen ?? null,
  month: ({ monthFen }) => monthFen,
} as const satisfies Readonly<Record<string, (row: SheetRow) => number | null>>;
type SumName = keyof typeof MONTHLY_SUMS;

/** The day that each amount is of: of the report, or of the source it was read in. */
const SUMMED_ON: Readonly<Record<SumName, (row: SheetRow) => string | null>> = {
  total: ({ total }) => shownSource(total?.source)?.dated ?? null,
  plan: ({ plan }) => shownSource(plan?.source)?.dated ?? null,
  completed: ({ report }) => report?.reportedOn ?? null,
  month: ({ report }) => report?.reportedOn ?? null,
};
export const SUM_NAMES: readonly SumName[] = ['total', 'plan', 'completed', 'month'];

/** The sums over some rows: so much, over so many of so many. */
export function sumsOf(rows: readonly SheetRow[]): Readonly<Record<SumName, MonthlySums['total']>> {
  const sumOf = (name: SumName): MonthlySums['total'] => {
    const { sum, known, count } = tallyOf(rows, MONTHLY_SUMS[name]);
    const days = rows.flatMap((row) => (MONTHLY_SUMS[name](row) === null ? [] : (SUMMED_ON[name](row) ?? [])));
    return { fen: sum, known, of: count, oldest: days.sort()[0] ?? null };
  };
  return { total: sumOf('total'), plan: sumOf('plan'), completed: sumOf('completed'), month: sumOf('month') };
}

/** Whether a row was reported, and where it was not, whether it is owed; then one that is remarkable in nothing. */
export const REPORTED = { yes: '-reported', no: '-missing', finished: '-finished' } as const;
export const NO_NOTE = '-none';

/** What the sheet is grouped by: the level that must decide is not known where the month was not reported. */
export function monthlyAttributes(rows: readonly SheetRow[]) {
  const leads = [...new Set(rows.map(({ department }) => department?.id ?? ''))];
  return [
    { id: 'lead', keysOf: ({ department }) => (department ? [department.id] : []), rankOf: (key) => leads.indexOf(key) },
    { id: 'plans', keysOf: ({ plans }) => plans },
    { id: 'kind', keysOf: ({ kind }) => [kind], rankOf: rankIn(vocabulary.PROJECT_KINDS) },
    { id: 'level', keysOf: ({ report }) => (report ? [report.level] : []), rankOf: rankIn(vocabulary.DECIDING_LEVELS.toReversed()) },
    { id: 'reported', keysOf: ({ report, isFinished }) => [report ? REPORTED.yes : isFinished ? REPORTED.finished : REPORTED.no] },
    { id: 'note', keysOf: ({ notes }) => (notes.length === 0 ? [NO_NOTE] : notes) },
    { id: 'why', keysOf: ({ why }) => (why.length === 0 ? [NO_NOTE] : why), rankOf: rankIn(EXCEPTIONS) },
  ] as const satisfies readonly Attribute<SheetRow>[];
}

/** What the sheet can be put in order by. */
export function monthlyOrders(language: Language) {
  return [
    { id: 'name', orderOf: ({ project: { id, name } }) => inLanguage(name, language) ?? id },
    ...SUM_NAMES.map((id) => ({ id, orderOf: MONTHLY_SUMS[id] })),
    { id: 'share', orderOf: ({ shareOfPlan }) => shareOfPlan },
  ] as const satisfies readonly Order<SheetRow>[];
}

/** The rows of each part of a sheet whose project has not stood in an earlier part: a project with two notes stands under both, its form under one. */
export function firstsIn(sections: readonly Pick<Section<SheetRow>, 'rows'>[]): readonly ReadonlySet<SheetRow>[] {
  const seen = new Set<string>();
  return sections.map(({ rows }) => {
    const firsts = rows.filter(({ project }) => !seen.has(project.id));
    for (const { project } of firsts) seen.add(project.id);
    return new Set(firsts);
  });
}

/** What words are looked for in. */
export function hayOf({ project: { id, name } }: SheetRow): string {
  return `${id} ${name.zh ?? ''} ${name.en ?? ''}`;
}

/** Most columns of a template. */
const MOST_COLUMNS = 60;

/** The heads of columns as they are pasted from a sheet: cells parted by tabs or lines. */
export function headsIn(pasted: string): readonly string[] {
  return pasted
    .split(/[\t\n]/)
    .map((head) => head.replaceAll(/\s+/g, ' ').trim().slice(0, 100))
    .filter((head) => head !== '')
    .slice(0, MOST_COLUMNS);
}
