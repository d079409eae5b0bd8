import type { BoardRow, District, IndicatorStatus } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { positionOf, type TimeAxis, yearsOver } from '../../../parts/time-axis.ts';

/** The rows of the board under one value of what they are grouped by; `key` is empty where they have none. */
export interface BoardGroup {
  readonly key: string;
  readonly rows: readonly BoardRow[];
  readonly counts: readonly (readonly [IndicatorStatus, number])[];
}

/** What rows can be grouped by beside the axes of the district. */
export const GROUPINGS = ['owner', 'standing'] as const;

/** Rows in their groups: of an axis in the order of its values, of statuses the gravest first, of units as they come; those without a value last. */
export function groupsOf(rows: readonly BoardRow[], by: string, axes: District['axes']): readonly BoardGroup[] {
  const held = new Map<string, BoardRow[]>();
  for (const row of rows) {
    for (const key of keysOf(row, by)) held.set(key, [...(held.get(key) ?? []), row]);
  }
  const axis = axes.find(({ id }) => id === by);
  const order = axis ? axis.values.map(({ id }) => id) : by === 'standing' ? vocabulary.INDICATOR_STANDINGS : [...held.keys()];
  const last = order.length + 1;
  const placeOf = (key: string): number => (key === '' ? last : order.findIndex((each) => each === key));
  return [...held].sort(([a], [b]) => placeOf(a) - placeOf(b)).map(([key, own]) => ({ key, rows: own, counts: countsOf(own) }));
}

function keysOf(row: BoardRow, by: string): readonly string[] {
  if (by === 'owner') return [row.owner?.id ?? ''];
  if (by === 'standing') return [row.standing];
  if (by === 'aim') return [row.aim ?? ''];
  const found = row.under.filter((tag) => tag.startsWith(`${by}:`)).map((tag) => tag.slice(by.length + 1));
  return found.length > 0 ? found : [''];
}

/** How many rows have each status, the gravest first; statuses that none has are left out. */
export function countsOf(rows: readonly Pick<BoardRow, 'standing'>[]): readonly (readonly [IndicatorStatus, number])[] {
  return vocabulary.INDICATOR_STANDINGS.map((name) => [name, rows.filter(({ standing }) => standing === name).length] as const).filter(
    ([, count]) => count > 0,
  );
}

const YEARS_BEFORE = 5;

/** The one axis of all rows: from the first value, at most five years before the day, to the end of the year after it where a target lies there. */
export function boardAxis(rows: readonly BoardRow[], day: string): TimeAxis {
  const year = Number(day.slice(0, 4));
  const days = rows.flatMap(({ points }) => points.map(({ on }) => on)).sort();
  const first = Math.max(Number((days[0] ?? day).slice(0, 4)), year - YEARS_BEFORE);
  const last = Math.min(Math.max(Number((days.at(-1) ?? day).slice(0, 4)), year), year + 1);
  return yearsOver([`${Math.min(first, year)}-01-01`, `${last}-12-31`]);
}

type Spot = readonly [x: number, y: number];

/** The values of one row as they are drawn, `x` and `y` from 0 to 1, y upwards. */
export interface Spark {
  /** From the baseline over the targets; empty where no baseline is known. */
  readonly path: readonly Spot[];
  /** Measured values, each line counted in one way. */
  readonly lines: readonly (readonly Spot[])[];
  readonly targets: readonly Spot[];
  readonly latest: Spot | null;
  /** Where the way of counting changed. */
  readonly breaks: readonly number[];
  /** From the last value to the day, where it is out of date or there is none. */
  readonly unknown: { readonly from: number; readonly to: number } | null;
}

/** The picture of a row on the axis of the board. What lies before or after the axis is not drawn. */
export function sparkOf({ points, standing }: Pick<BoardRow, 'points' | 'standing'>, axis: TimeAxis, day: string): Spark {
  const seen = points.filter(({ on }) => on >= axis.from && on <= axis.to);
  const values = seen.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spot = ({ on, value }: (typeof points)[number]): Spot => [
    positionOf(axis, on),
    most === least ? 0.5 : (value - least) / (most - least),
  ];
  const measured = seen.filter(({ kind }) => kind !== 'target');
  const known = measured.filter(({ on }) => on <= day);
  const lines: Spot[][] = [];
  for (const point of measured) {
    const line = lines.at(-1);
    if (line && !point.breaksSeries) line.push(spot(point));
    else lines.push([spot(point)]);
  }
  const begins = seen.findIndex(({ kind }) => kind === 'baseline');
  const path = begins < 0 ? [] : seen.filter(({ kind }, index) => kind === 'target' || index === begins).map(spot);
  const last = known.at(-1);
  const now = positionOf(axis, day);
  const isUnknown = standing === 'stale' || !last;
  return {
    path: path.length > 1 ? path : [],
    lines,
    targets: seen.filter(({ kind }) => kind === 'target').map(spot),
    latest: last ? spot(last) : null,
    breaks: measured.filter(({ breaksSeries }) => breaksSeries).map(({ on }) => positionOf(axis, on)),
    unknown: isUnknown ? { from: last ? positionOf(axis, last.on) : 0, to: now } : null,
  };
}
