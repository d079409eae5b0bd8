import type { EventReadiness, ReadinessLine } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';

/** Working days that the axis begins before what is first on it, at most. */
const ROOM = 2;
/** Fewest working days on the axis. */
const LEAST = 10;

/** A row of the chart, in working days before the opening: larger is earlier, below 0 is after it. */
export interface ChartRow {
  readonly line: ReadinessLine;
  /** What it is drawn from to its finish; null where no finish is known. */
  readonly bar: { readonly from: number; readonly to: number } | null;
  /** The last day. */
  readonly latest: number;
  /** The part of the bar beyond the last day; null where it does not cross. */
  readonly over: { readonly from: number; readonly to: number } | null;
}

/** The readiness of an event as it is drawn; null where nothing can be. */
export interface ReadinessChart {
  /** The first and the last working day on the axis. */
  readonly first: number;
  readonly last: number;
  /** The day shown, where it is on the axis. */
  readonly today: number | null;
  readonly groups: readonly { readonly kind: ReadinessLine['kind']; readonly rows: readonly ChartRow[] }[];
  readonly ticks: readonly number[];
}

/** Where bars, last days and ticks stand on an axis of working days back from the opening. */
export function chartOf({ items, opening, workingDays }: EventReadiness): ReadinessChart | null {
  if (opening === null || workingDays === null || items.length === 0) return null;
  const finishes = items.flatMap(({ finishAt }) => (finishAt === null ? [] : [finishAt]));
  const first = Math.max(LEAST, workingDays, ...items.map(({ daysBefore }) => daysBefore), ...finishes) + ROOM;
  const last = Math.min(0, workingDays, ...finishes) - ROOM;
  const from = Math.min(first, Math.max(workingDays, last));
  return {
    first,
    last,
    today: workingDays <= first && workingDays >= last ? workingDays : null,
    groups: vocabulary.READINESS_KINDS.map((kind) => ({
      kind,
      rows: items.filter((each) => each.kind === kind).map((line) => rowOf(line, from)),
    })).filter(({ rows }) => rows.length > 0),
    ticks: ticksOf(first, last),
  };
}

function rowOf(line: ReadinessLine, from: number): ChartRow {
  const { finishAt, daysBefore, standing, slack } = line;
  const isDone = standing === 'done';
  const bar = finishAt === null ? null : { from: isDone ? finishAt : Math.max(from, finishAt), to: finishAt };
  const isOver = bar !== null && slack !== null && slack < 0;
  return { line, bar, latest: daysBefore, over: isOver ? { from: daysBefore, to: bar.to } : null };
}

/** Round numbers of working days, some eight of them. */
function ticksOf(first: number, last: number): readonly number[] {
  const step = [5, 10, 20, 50, 100, 200].find((each) => (first - last) / each <= 9) ?? 500;
  return Array.from({ length: Math.floor(first / step) + 1 }, (_, index) => index * step);
}

/** How many items have each standing. */
export function countsOf(items: readonly ReadinessLine[]): Readonly<Record<ReadinessLine['standing'], number>> {
  const counts = { overdue: 0, 'at-risk': 0, 'not-known': 0, 'on-time': 0, done: 0 };
  for (const { standing } of items) counts[standing] += 1;
  return counts;
}
