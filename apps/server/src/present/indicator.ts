import type { IndicatorValue, OwnParts } from '@westgate/contract';
import { type DatedValue, indicatorSeries, keyOf, latestActual, type Row, targetOn } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { unitOf } from './figure.ts';
import { sourceNamed } from './source.ts';
import { pair } from './text.ts';

/** The latest measured value of an indicator on the day of a view. */
export function actualIn({ register, asOf }: View, id: string): Row<'indicator_value'> | null {
  const series = indicatorSeries(register, id);
  return (series && latestActual(series, asOf))?.row ?? null;
}

/** The next target of an indicator on the day of a view, else the last one. */
export function targetIn({ register, asOf }: View, id: string): Row<'indicator_value'> | null {
  const series = indicatorSeries(register, id);
  return (series && targetOn(series, asOf))?.row ?? null;
}

/** The latest value of an indicator and its target, and its unit by name. */
export function indicatorBeside(view: View, { id, unit }: Row<'indicator'>): OwnParts<'indicator'> {
  const series = indicatorSeries(view.register, id);
  const [actual, target] = series ? [latestActual(series, view.asOf), targetOn(series, view.asOf)] : [null, null];
  return { unitName: unitOf(view, unit), actual: actual && datedValueOf(view, actual), target: target && datedValueOf(view, target) };
}

/** The dated values of an indicator, earliest first; on a day before today without what was measured after it. */
export function indicatorValues(view: View, id: string): IndicatorValue[] {
  const series = indicatorSeries(view.register, id);
  const { asOf, today } = view;
  const measured = series?.measured.filter(({ last }) => asOf >= today || last <= asOf) ?? [];
  const values = [...measured, ...(series?.targets ?? [])];
  return values.sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0)).map((value) => datedValueOf(view, value));
}

function datedValueOf(view: View, { row }: DatedValue): IndicatorValue {
  return {
    rev: row.rev,
    kind: row.kind,
    period: row.period,
    value: row.value,
    qualifier: row.qualifier,
    source: sourceNamed(view.register, row.source),
    confidence: row.confidence,
    note: pair(row.note_zh, row.note_en),
    changed: view.changed('indicator_value', keyOf('indicator_value', row)),
  };
}
