import { type DayString, isDay, isPeriod, periodSpan } from '@westgate/base';
import type { Due, Evidence } from '@westgate/contract';
import { positionOf, type TimeAxis } from './time-axis.ts';

/** A line of the picture: a bar of what was said, or a mark of what happened, from 0 to 1 along the axis. */
export interface TimeLine {
  readonly id: string;
  readonly kind: 'said' | 'happened';
  readonly from: number;
  readonly to: number;
  readonly evidence: Evidence | null;
  /** The promised day, on a bar. */
  readonly due: string | null;
}

/** What was promised (the first due date, then each later one) and what happened, in the order of time. */
export function timeLines(axis: TimeAxis, due: Due | null, evidence: readonly Evidence[]): readonly TimeLine[] {
  const said: TimeLine[] = due
    ? [{ id: 'due', kind: 'said', from: positionOf(axis, startOfYear(due.on)), to: positionOf(axis, due.on), evidence: null, due: due.on }]
    : [];
  for (const row of evidence) {
    if (row.newDueOn === null) continue;
    const start = spanOf(row.dates)?.[0] ?? row.newDueOn;
    said.push({
      id: `due-${row.id}`,
      kind: 'said',
      from: positionOf(axis, start),
      to: positionOf(axis, row.newDueOn),
      evidence: row,
      due: row.newDueOn,
    });
  }
  const happened = evidence.flatMap((row): TimeLine[] => {
    const span = spanOf(row.dates);
    if (!span) return [];
    return [{ id: row.id, kind: 'happened', from: positionOf(axis, span[0]), to: positionOf(axis, span[1]), evidence: row, due: null }];
  });
  return [...said, ...happened.sort((a, b) => a.to - b.to)];
}

function startOfYear(day: string): string {
  return isDay(day) ? `${day.slice(0, 4)}-01-01` : day;
}

function spanOf(dates: string): readonly [DayString, DayString] | null {
  return isPeriod(dates) ? periodSpan(dates) : null;
}
