import { type DayString, periodSpan } from '@westgate/base';
import type { Register } from '../register/register.ts';
import { registerIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';
import { type Said, say, sayName } from './say.ts';

/** A value of an indicator with the first and last day of its period. It is known from its last day on. */
export interface DatedValue {
  readonly row: Row<'indicator_value'>;
  readonly first: DayString;
  readonly last: DayString;
}

/** An indicator with its values by day: what was measured (baselines among it) and the path of its targets. */
export interface IndicatorSeries {
  readonly indicator: Row<'indicator'>;
  /** Baselines and actual values, earliest first. */
  readonly measured: readonly DatedValue[];
  /** Targets, earliest first. */
  readonly targets: readonly DatedValue[];
}

const seriesByIndicator = registerIndex({ basis: { indicator: 'rows', indicator_value: 'rows' }, build: seriesIn });

function seriesIn(register: Register): ReadonlyMap<string, IndicatorSeries> {
  const values = new Map<string, DatedValue[]>();
  for (const row of register.indicator_value.values()) {
    const [first, last] = periodSpan(row.period);
    const held = values.get(row.indicator);
    if (held) held.push({ row, first, last });
    else values.set(row.indicator, [{ row, first, last }]);
  }
  const series = new Map<string, IndicatorSeries>();
  for (const [id, indicator] of register.indicator) {
    const dated = (values.get(id) ?? []).sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.first < b.first ? -1 : 1));
    series.set(id, {
      indicator,
      measured: dated.filter((value) => value.row.kind !== 'target'),
      targets: dated.filter((value) => value.row.kind === 'target'),
    });
  }
  return series;
}

/** The values of indicator `id` by day; null when there is no such indicator. Built once per register. */
export function indicatorSeries(register: Register, id: string): IndicatorSeries | null {
  return seriesByIndicator(register).get(id) ?? null;
}

/** The latest value measured (a baseline counts) whose period ended on or before `asOf`. */
export function latestMeasured(series: IndicatorSeries, asOf: DayString): DatedValue | null {
  return series.measured.findLast((value) => value.last <= asOf) ?? null;
}

/** The latest *actual* value whose period ended on or before `asOf`; baselines do not count. */
export function latestActual(series: IndicatorSeries, asOf: DayString): DatedValue | null {
  return series.measured.findLast((value) => value.row.kind === 'actual' && value.last <= asOf) ?? null;
}

/** The target that governs on `day`: the next one whose period ends on or after it, else the last one. */
export function targetOn(series: IndicatorSeries, day: DayString): DatedValue | null {
  return series.targets.find((target) => target.last >= day) ?? series.targets.at(-1) ?? null;
}

/** `fact` with the name of the indicator before it, for where several are told. */
export function named({ indicator }: IndicatorSeries, fact: Said): Said {
  const name = sayName(indicator.name_zh, indicator.name_en, indicator.id);
  return say(`${name.zh}：${fact.zh}`, `${name.en}: ${fact.en}`);
}

/** True when `value` reaches `target` in the indicator's better direction (upward where it has none). */
export function meets(series: IndicatorSeries, value: number, target: number): boolean {
  return series.indicator.direction === 'down' ? value <= target : value >= target;
}

/** True when `later` is better than `earlier` in the indicator's better direction (upward where it has none). */
export function isBetter(series: IndicatorSeries, earlier: number, later: number): boolean {
  return series.indicator.direction === 'down' ? later < earlier : later > earlier;
}
