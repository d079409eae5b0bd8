import { type DayString, dayNumber, dayOf, isPeriod, periodSpan } from '@westgate/base';
import type { Evidence, Project, ProjectDetail } from '@westgate/contract';

/** A quarter of the time strip: its first day, its share 0..1 along the axis. */
export interface Quarter {
  readonly day: DayString;
  readonly year: number;
  readonly quarter: number;
  readonly share: number;
}
/** One project on the strip: from first evidence to its end, with a mark per dated outcome. Shares may lie outside 0..1. */
export interface TimeBar {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** No end is known: the bar is open at the day shown. */
  readonly open: boolean;
  readonly marks: readonly { readonly share: number; readonly counts: boolean; readonly what: Evidence['what']; readonly dates: string }[];
  readonly due: number | null;
}

/** Whole quarters from the one that holds `from` to the one that holds `to`, at least two years of them. */
export function quartersOf(from: string, to: string): readonly Quarter[] {
  const first = quarterIndex(from);
  const last = Math.max(quarterIndex(to) + 1, first + 8);
  const [start, end] = [dayNumber(quarterDay(first)), dayNumber(quarterDay(last))];
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const day = quarterDay(first + step);
    return {
      day,
      year: Math.floor((first + step) / 4),
      quarter: ((first + step) % 4) + 1,
      share: (dayNumber(day) - start) / (end - start),
    };
  });
}

/** Where a day lies on the axis: 0 = its first day, 1 = its last. */
export function shareOf(quarters: readonly Quarter[], day: string): number {
  const [start, end] = [quarters[0]?.day, quarters[quarters.length - 1]?.day];
  if (!start || !end) return 0;
  return (dayNumber(dayOf(day)) - dayNumber(start)) / (dayNumber(end) - dayNumber(start));
}

/** The day at a share of the axis, held within it. */
export function dayAt(quarters: readonly Quarter[], share: number): DayString {
  const [start, end] = [quarters[0]?.day, quarters[quarters.length - 1]?.day];
  if (!start || !end) throw new RangeError('expected an axis of at least one quarter');
  const days = dayNumber(start) + Math.round(Math.min(1, Math.max(0, share)) * (dayNumber(end) - dayNumber(start)));
  return dayOf(new Date(days * 86_400_000).toISOString().slice(0, 10));
}

/** The quarter's end next before or after `day`: where an arrow key moves `asOf`. */
export function stepQuarter(day: string, step: 1 | -1): DayString {
  const ends = dayNumber(dayOf(day)) + 1;
  const at = quarterIndex(new Date(ends * 86_400_000).toISOString().slice(0, 10));
  const onEnd = dayNumber(quarterDay(at)) === ends;
  const target = step === 1 ? at + 1 : onEnd ? at - 1 : at;
  return dayOf(new Date((dayNumber(quarterDay(target)) - 1) * 86_400_000).toISOString().slice(0, 10));
}

/** The bar of a project; null when nothing of it is dated. */
export function timeBar(project: ProjectDetail, quarters: readonly Quarter[], asOf: string): TimeBar | null {
  const spans = project.evidence.flatMap((row) => (isPeriod(row.dates) ? [{ row, span: periodSpan(row.dates) }] : []));
  const first = spans.map(({ span }) => span[0]).sort()[0];
  const due = project.due?.on ?? null;
  if (!first && !due) return null;
  const done = project.state.name === 'done' ? project.state.since : null;
  const end = done ?? due;
  const from = shareOf(quarters, first ?? due ?? '');
  return {
    id: project.id,
    from,
    to: Math.max(shareOf(quarters, end ?? asOf), from),
    open: end === null,
    marks: spans.map(({ row, span }) => ({ share: shareOf(quarters, span[1]), counts: row.counts, what: row.what, dates: row.dates })),
    due: due ? shareOf(quarters, due) : null,
  };
}

function quarterIndex(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

function quarterDay(index: number): DayString {
  return dayOf(`${Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-01`);
}

/** Years before today that the strip shows at first. */
const NEAR_YEARS = 4;

/** The quarters of the strip: all that is dated, or the last years alone; today and the day shown always lie in them. */
export function axisOf(
  span: { readonly from: string; readonly to: string },
  today: string,
  day: string,
  isNear: boolean,
): readonly Quarter[] {
  const nearFrom = `${Number(today.slice(0, 4)) - NEAR_YEARS}-01-01`;
  const days = [isNear && span.from < nearFrom ? nearFrom : span.from, span.to, today, day].sort();
  return quartersOf(days[0] ?? day, days[days.length - 1] ?? day);
}

/** The end of the quarter that a share of the axis lies in: where a drag stops. */
export function quarterEndAt(quarters: readonly Quarter[], share: number): DayString {
  return stepQuarter(dayBefore(dayAt(quarters, share)), 1);
}

function dayBefore(day: DayString): DayString {
  return dayOf(new Date((dayNumber(day) - 1) * 86_400_000).toISOString().slice(0, 10));
}

/** Rows that the strip has room for. */
const MOST_BARS = 4;

/** Which projects the strip shows: of those wanted (null = all), first those with a due day and a dated state, the latest first. */
export function chooseTimeProjects(projects: readonly Project[], wanted: readonly string[] | null): readonly Project[] {
  const weight = (project: Project): number =>
    Number(project.due !== null) + Number(project.state.since !== null && project.state.name !== 'not-known');
  return projects
    .filter((project) => (wanted ? wanted.includes(project.id) : weight(project) > 0 && project.placeIds.length > 0))
    .sort((a, b) => weight(b) - weight(a) || (b.state.since ?? '').localeCompare(a.state.since ?? ''))
    .slice(0, MOST_BARS);
}
