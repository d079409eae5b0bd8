import { WestgateError } from '@westgate/base';
import { HIGHEST_M } from './units.ts';

/** Values over time: seconds from the start, rising, and a value each; straight lines between, held before the first and after the last. */
export type Series = readonly (readonly [time: number, value: number])[];

/** The value at `time`. */
export function valueAt(series: Series, time: number): number {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return 0;
  if (time <= first[0]) return first[1];
  if (time >= last[0]) return last[1];
  let low = 0;
  let high = series.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((series[middle]?.[0] ?? 0) <= time) low = middle;
    else high = middle;
  }
  const [from, to] = [series[low], series[high]];
  if (!from || !to) return last[1];
  return from[1] + ((time - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
}

/** The integral from one time to another: exact, as a step may pass a bend. */
export function integralOf(series: Series, from: number, to: number): number {
  let sum = 0;
  let at = from;
  // It is asked for in each step: the first bend is looked for by halves, and nothing is copied.
  for (let next = firstAfter(series, from); ; next++) {
    const bend = Math.min(to, series[next]?.[0] ?? to);
    sum += ((valueAt(series, at) + valueAt(series, bend)) / 2) * (bend - at);
    if (bend >= to) return sum;
    at = bend;
  }
}

/** The first row later than a time; the length of the series where none is. */
function firstAfter(series: Series, time: number): number {
  let [low, high] = [0, series.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((series[middle]?.[0] ?? 0) > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Bounds of what a series says: discharge, m³/s; rain and infiltration, mm/h; level, m over the datum. Beyond them stands a slip of the pen. */
export const BOUNDS = { discharge: [0, 1e6], rate: [0, 2_000], level: [-HIGHEST_M, 9_900] } as const;

/** Throws WG_INPUT_INVALID with the row where a table of discharges, m³/s, by levels, m over the datum, does not rise. */
export function requireRating(name: string, table: Series): void {
  requireSeries(name, table, BOUNDS.discharge, 'a level over');
  for (const [index, [level, value]] of table.entries()) {
    const [low, high] = BOUNDS.level;
    if (!(level >= low && level <= high)) throw rowFault(name, index + 1, `a level from ${low} to ${high}`, level);
    const before = table[index - 1]?.[1] ?? 0;
    if (value < before) throw rowFault(name, index + 1, `a discharge of at least ${before}`, value);
  }
}

function rowFault(name: string, row: number, expected: string, found: unknown): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', `${name}, row ${row}: expected ${expected}, found ${String(found)}.`, { name, row });
}

/** Throws WG_INPUT_INVALID with the row where a series does not go on in time, or leaves its bounds. */
export function requireSeries(
  name: string,
  series: Series,
  [least, most]: readonly [number, number],
  after: string = 'a time after',
): void {
  const fault = (row: number, expected: string, found: unknown) => rowFault(name, row, expected, found);
  if (series.length === 0) throw fault(1, 'a time and a value', 'nothing');
  for (const [index, [time, value]] of series.entries()) {
    const before = series[index - 1]?.[0] ?? Number.NEGATIVE_INFINITY;
    if (!Number.isFinite(time) || time <= before) throw fault(index + 1, `${after} ${before}${after === 'a time after' ? ' s' : ''}`, time);
    if (!(value >= least && value <= most)) throw fault(index + 1, `a number from ${least} to ${most}`, value);
  }
}
