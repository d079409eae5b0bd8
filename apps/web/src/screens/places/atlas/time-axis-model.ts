import { addMonths, type DayString, dayNumber, dayOf, isPeriod, periodSpan } from '@westgate/base';
import type { Evidence, Project, ProjectDetail } from '@westgate/contract';
import type { TimeAxis } from '../../../parts/time-axis.ts';

/** A quarter of the time strip: its first day, its share 0..1 along the axis. */
export interface Quarter {
  readonly day: DayString;
  readonly year: number;
  readonly quarter: number;
  readonly share: number;
}
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
export function stripAxis(span: { readonly from: string; readonly to: string }, today: string, day: string, isNear: boolean): TimeAxis {
  const nearFrom = `${Number(today.slice(0, 4)) - NEAR_YEARS}-01-01`;
  const years = [isNear && span.from < nearFrom ? nearFrom : span.from, span.to, today, day].map((each) => each.slice(0, 4)).sort();
  return { from: dayOf(`${years[0]}-01-01`), to: dayOf(`${years[years.length - 1]}-12-31`) };
}

/** The quarters of an axis. */
export function quartersOf(axis: TimeAxis): readonly Quarter[] {
  const quarters: Quarter[] = [];
  for (let day = axis.from; day <= axis.to; day = addMonths(day, 3)) {
    quarters.push({ day, year: Number(day.slice(0, 4)), quarter: Math.ceil(Number(day.slice(5, 7)) / 3), share: shareOf(axis, day) });
  }
  return quarters;
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

/** Which projects the strip shows: of those wanted (null = all), first those with a due day and a dated state, the latest first. */
export function chooseTimeProjects(projects: readonly Project[], wanted: readonly string[] | null): readonly Project[] {
  const weight = (project: Project): number =>
    Number(project.due !== null) + Number(project.state.since !== null && project.state.name !== 'not-known');
  return projects
    .filter((project) => (wanted ? wanted.includes(project.id) : weight(project) > 0 && project.placeIds.length > 0))
    .sort((a, b) => weight(b) - weight(a) || (b.state.since ?? '').localeCompare(a.state.since ?? ''))
    .slice(0, MOST_BARS);
}
