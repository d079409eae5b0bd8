import type { IndicatorDetail, IndicatorValue, OwnParts } from '@westgate/contract';
import {
  type DatedValue,
  formulaEnds,
  type IndicatorSeries,
  indicatorSeries,
  indicatorStanding,
  keyOf,
  latestActual,
  type Row,
  targetOn,
} from '@westgate/domain';
import type { View } from '../view/view.ts';
import { unitOf } from './figure.ts';
import { sourceNamed } from './source.ts';
import { NO_TEXT, pair } from './text.ts';
import { thingOf } from './thing.ts';

/** The latest measured value of an indicator on the day of a view. */
export function actualIn({ whole, asOf }: View, id: string): DatedValue | null {
  const series = indicatorSeries(whole, id, asOf);
  return series && latestActual(series, asOf);
}

/** The next target of an indicator on the day of a view, else the last one. */
export function targetIn({ whole, asOf }: View, id: string): DatedValue | null {
  const series = indicatorSeries(whole, id, asOf);
  return series && targetOn(series, asOf);
}

/** The latest value of an indicator and its target, its unit by name, and why it stands as it does. */
export function indicatorBeside(view: View, { id, unit }: Row<'indicator'>): OwnParts<'indicator'> {
  const { whole: register, asOf } = view;
  const series = indicatorSeries(register, id, asOf);
  const [actual, target] = series ? [latestActual(series, asOf), targetOn(series, asOf)] : [null, null];
  const standing = indicatorStanding(register, id, asOf);
  return {
    unitName: unitOf(view, unit),
    actual: actual && datedValueOf(view, actual),
    target: target && datedValueOf(view, target),
    status: { name: standing?.name ?? 'not-known', why: standing?.why ?? NO_TEXT },
  };
}

/** What the page of an indicator tells beside it: its values, its path, and the formulas it stands in. */
export function indicatorParts(
  view: View,
  id: string,
): Pick<IndicatorDetail, 'values' | 'expected' | 'freshUntil' | 'inputs' | 'dependants'> {
  const standing = indicatorStanding(view.whole, id, view.asOf);
  const { inputs, dependants } = formulaEnds(view.whole, id);
  return {
    values: indicatorValues(view, id),
    expected: standing?.expected ?? null,
    freshUntil: standing?.freshUntil ?? null,
    inputs: inputs.map((each) => formulaEndOf(view, each)),
    dependants: dependants.map((each) => formulaEndOf(view, each)),
  };
}

function formulaEndOf(view: View, id: string): IndicatorDetail['inputs'][number] {
  const { whole: register, asOf } = view;
  const series = indicatorSeries(register, id, asOf);
  const standing = indicatorStanding(register, id, asOf);
  return {
    ...thingOf(register, 'indicator', id),
    unitName: unitOf(view, series?.indicator.unit ?? null),
    latest: standing?.latest ? datedValueOf(view, standing.latest) : null,
    standing: standing?.name ?? 'not-known',
  };
}

/** The dated values of an indicator, earliest first; on a day before today without what was measured after it. */
export function indicatorValues(view: View, id: string): IndicatorValue[] {
  const series = indicatorSeries(view.whole, id, view.asOf);
  return series ? valuesKnown(view, series).map((value) => datedValueOf(view, value)) : [];
}

/** The values of a series that are known on the day of a view, earliest first, its targets among them. */
export function valuesKnown({ asOf, today }: View, { measured, targets }: IndicatorSeries): readonly DatedValue[] {
  const known = measured.filter(({ last }) => asOf >= today || last <= asOf);
  return [...known, ...targets].sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0));
}

/** A value as it is shown. */
export function datedValueOf(view: View, { row, rests }: DatedValue): IndicatorValue {
  return {
    rev: row.rev,
    kind: row.kind,
    period: row.period,
    value: row.value,
    qualifier: row.qualifier,
    status: row.status,
    breaksSeries: row.breaks_series,
    isCalculated: rests !== undefined,
    source: sourceNamed(view.whole, row.source),
    confidence: row.confidence,
    note: pair(row.note_zh, row.note_en),
    changed: rests ? null : view.changed('indicator_value', keyOf('indicator_value', row)),
  };
}
