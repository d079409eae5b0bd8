import { type DesignDischarge, dischargeRows } from '@westgate/domain';

const HOUR_S = 3_600;

/** The course of a discharge over a case: its corners from 0 to the end, and its peak. */
export interface Course {
  readonly points: readonly (readonly [hours: number, m3s: number])[];
  readonly peak: number;
  readonly peakAt: number;
  readonly end: number;
}

/** How a discharge runs over the hours of a case: held before its first row and after its last. */
export function courseOf(discharge: DesignDischarge, hours: number): Course {
  const rows = dischargeRows(discharge).map(([seconds, m3s]) => [seconds / HOUR_S, m3s] as const);
  const [first, last] = [rows[0] ?? ([0, 0] as const), rows.at(-1) ?? ([0, 0] as const)];
  const inside = rows.filter(([at]) => at > 0 && at < hours);
  const points = [[0, valueAt(rows, 0, first[1])] as const, ...inside, [hours, valueAt(rows, hours, last[1])] as const];
  const top = points.reduce((best, each) => (each[1] > best[1] ? each : best), points[0] ?? ([0, 0] as const));
  return { points, peak: top[1], peakAt: top[0], end: hours };
}

function valueAt(rows: readonly (readonly [number, number])[], at: number, beyond: number): number {
  const next = rows.findIndex(([time]) => time >= at);
  const [after, before] = [rows[next], rows[next - 1]];
  if (!after) return beyond;
  if (!before) return after[1];
  return before[1] + ((after[1] - before[1]) * (at - before[0])) / (after[0] - before[0]);
}
