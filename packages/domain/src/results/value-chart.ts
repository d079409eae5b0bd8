import { type DayString, dayNumber, dayOf, daysByMonths, isPeriod, periodSpan } from '@westgate/base';
import { sayNumber } from './say.ts';

/** A stretch of time shown as a line. */
export interface TimeAxis {
  readonly from: DayString;
  readonly to: DayString;
}

/** A value that a picture shows. */
interface Charted {
  readonly kind: 'actual' | 'target' | 'baseline';
  readonly period: string;
  readonly value: number;
}

/** A value in the picture, `x` and `y` from 0 to 1, y upwards. */
export interface ChartPoint<V extends Charted> {
  readonly value: V;
  readonly x: number;
  readonly y: number;
}

/** The picture of an indicator: targets joined by a path, actual values, the stretch in which nothing is known. */
export interface ValueChart<V extends Charted> {
  readonly targets: readonly ChartPoint<V>[];
  readonly actuals: readonly ChartPoint<V>[];
  readonly baselines: readonly ChartPoint<V>[];
  /** From the last known actual value (else the start) to the day asked for. */
  readonly unknown: { readonly from: number; readonly to: number } | null;
  readonly years: readonly { readonly at: number; readonly year: string }[];
  readonly top: number;
  readonly bottom: number;
  /** What the scale says at its bottom, middle and top; whole numbers where they are far apart. */
  readonly scale: readonly { readonly y: number; readonly told: string }[];
}

/** Years of a line that are named, at most; and how many years lie between two names, the fewest first. */
const MOST_NAMES = 16;
const NAME_YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Where each value stands in a picture that covers all of them and the day asked for. The scale starts at 0 unless values are negative. */
export function chartOf<V extends Charted>(values: readonly V[], day: DayString): ValueChart<V> | null {
  const dated = values.flatMap((value) => (isPeriod(value.period) ? [{ value, day: periodSpan(value.period)[1] }] : []));
  if (dated.length === 0) return null;
  const axis = yearsOver([...dated.map((each) => each.day), day]);
  const start = dayNumber(axis.from);
  const length = dayNumber(axis.to) + 1 - start;
  const x = (on: DayString): number => Math.min(Math.max((dayNumber(on) - start) / length, 0), 1);
  const numbers = values.map(({ value }) => value);
  const bottom = Math.min(0, ...numbers);
  const top = Math.max(...numbers, bottom + 1);
  const pointsOf = (kind: Charted['kind']): readonly ChartPoint<V>[] =>
    dated
      .filter(({ value }) => value.kind === kind)
      .map((each) => ({ value: each.value, x: x(each.day), y: (each.value.value - bottom) / (top - bottom) }))
      .sort((a, b) => a.x - b.x);
  const actuals = pointsOf('actual');
  const known = actuals.filter((point) => point.x <= x(day)).at(-1)?.x ?? 0;
  return {
    targets: pointsOf('target'),
    actuals,
    baselines: pointsOf('baseline'),
    unknown: x(day) > known ? { from: known, to: x(day) } : null,
    years: namedYears(axis).map((year) => ({ at: x(dayOf(`${year}-01-01`)), year })),
    top,
    bottom,
    scale: [0, 0.5, 1].map((y) => ({ y, told: sayNumber(roundedIn(bottom + y * (top - bottom), top - bottom)) })),
  };
}

/** How much wider than `held` the words of a scale are, each letter `letter` wide: so much the picture grows to their side. */
export function scaleOverhang(told: readonly string[], letter: number, held: number): number {
  return Math.max(0, Math.ceil(Math.max(0, ...told.map((text) => text.length)) * letter) - held);
}

function roundedIn(value: number, span: number): number {
  return span >= 1000 ? Math.round(value) : Math.round(value * 100) / 100;
}

/** The whole years in which these days lie, one or more. */
export function yearsOver(days: readonly string[]): TimeAxis {
  const years = days.map((day) => day.slice(0, 4)).sort();
  return { from: dayOf(`${years[0]}-01-01`), to: dayOf(`${years.at(-1)}-12-31`) };
}

/** The years of the axis whose names there is room for, evenly apart, from its first one. */
export function namedYears(axis: TimeAxis): readonly string[] {
  const apart = NAME_YEARS.find((step) => yearsIn(axis) / step <= MOST_NAMES) ?? 1000;
  return daysByMonths(axis.from, axis.to, apart * 12).map((day) => day.slice(0, 4));
}

/** How many years a line is long. */
export function yearsIn({ from, to }: TimeAxis): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
}
