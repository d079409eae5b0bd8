import { type DayString, dayNumber, dayOf, isPeriod, periodSpan } from '@westgate/base';
import type { IndicatorValue } from '@westgate/contract';
import { namedYears, yearsOver } from '../../../parts/time-axis.ts';

/** A value in the picture, `x` and `y` from 0 to 1, y upwards. */
export interface ChartPoint {
  readonly value: IndicatorValue;
  readonly x: number;
  readonly y: number;
}

/** The picture of an indicator: targets joined by a path, actual values, the stretch in which nothing is known. */
export interface IndicatorChart {
  readonly targets: readonly ChartPoint[];
  readonly actuals: readonly ChartPoint[];
  readonly baselines: readonly ChartPoint[];
  /** From the last known actual value (else the start) to the day asked for. */
  readonly unknown: { readonly from: number; readonly to: number } | null;
  readonly years: readonly { readonly at: number; readonly year: string }[];
  readonly top: number;
  readonly bottom: number;
}

/** Where each value stands in a picture that covers all of them and the day asked for. The scale starts at 0 unless values are negative. */
export function chartOf(values: readonly IndicatorValue[], day: DayString): IndicatorChart | null {
  const dated = values.flatMap((value) => (isPeriod(value.period) ? [{ value, day: periodSpan(value.period)[1] }] : []));
  if (dated.length === 0) return null;
  const axis = yearsOver([...dated.map((each) => each.day), day]);
  const start = dayNumber(axis.from);
  const length = dayNumber(axis.to) + 1 - start;
  const x = (on: DayString): number => Math.min(Math.max((dayNumber(on) - start) / length, 0), 1);
  const numbers = values.map(({ value }) => value);
  const bottom = Math.min(0, ...numbers);
  const top = Math.max(...numbers, bottom + 1);
  const pointsOf = (kind: IndicatorValue['kind']): readonly ChartPoint[] =>
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
  };
}
