import { addMonths, dayNumber, dayOf, isPeriod, periodSpan } from '@westgate/base';
import type { Evidence, Project, ProjectDetail, Span } from '@westgate/contract';
import { type TimeAxis, yearsOver } from '../../../parts/time-axis.ts';

/** Something that happened to a project, on the strip. */
interface TimeMark {
  readonly id: string;
  readonly share: number;
  readonly counts: boolean;
  readonly what: Evidence['what'];
  readonly dates: string;
}
/** One project on the strip: from its first evidence to its end, with a mark per dated outcome. Shares may lie outside 0..1. */
export interface TimeBar {
  readonly from: number;
  readonly to: number;
  /** No end is known: the bar is open at the day shown. */
  readonly open: boolean;
  readonly marks: readonly TimeMark[];
  readonly due: number | null;
}

/** Years before today that the strip shows at first. */
const NEAR_YEARS = 4;
/** Rows that the strip has room for. */
const MOST_BARS = 4;

/** Whole years of the strip: all that is dated, or the last years alone; today and the day shown always lie in them. */
export function stripAxis(span: Span, today: string, day: string, isNear: boolean): TimeAxis {
  const nearFrom = addMonths(dayOf(today), -12 * NEAR_YEARS);
  return yearsOver([isNear && span.from < nearFrom ? nearFrom : span.from, span.to, today, day]);
}

/** Where a day lies on the axis: 0 = its first day, 1 = its last; beyond them where it lies outside. */
export function shareOf(axis: TimeAxis, day: string): number {
  const start = dayNumber(axis.from);
  return (dayNumber(dayOf(day)) - start) / (dayNumber(axis.to) - start);
}

/** The bar of a project; null when nothing of it is dated. */
export function timeBar(project: ProjectDetail, axis: TimeAxis, asOf: string): TimeBar | null {
  const rows = project.evidence.flatMap((row) => (isPeriod(row.dates) ? [{ ...row, span: periodSpan(row.dates) }] : []));
  const due = project.due?.on ?? null;
  const first = rows.map(({ span }) => span[0]).sort()[0] ?? due;
  if (first === null) return null;
  const end = (project.state.name === 'done' ? project.state.since : null) ?? due;
  const from = shareOf(axis, first);
  return {
    from,
    to: Math.max(shareOf(axis, end ?? asOf), from),
    open: end === null,
    marks: rows.map(({ id, span, counts, what, dates }) => ({ id, share: shareOf(axis, span[1]), counts, what, dates })),
    due: due === null ? null : shareOf(axis, due),
  };
}

/** Which projects the strip shows: of those wanted (null = all), first those with a due date and a dated state, the latest first. */
export function chooseTimeProjects(projects: readonly Project[], wanted: readonly string[] | null): readonly Project[] {
  const weight = (project: Project): number =>
    Number(project.due !== null) + Number(project.state.since !== null && project.state.name !== 'not-known');
  return projects
    .filter((project) => (wanted ? wanted.includes(project.id) : weight(project) > 0 && project.placeIds.length > 0))
    .sort((a, b) => weight(b) - weight(a) || (b.state.since ?? '').localeCompare(a.state.since ?? ''))
    .slice(0, MOST_BARS);
}
