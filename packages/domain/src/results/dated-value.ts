import { byText, type DayString, type Period, periodSpan } from '@westgate/base';
import { CONFIDENCES, type Confidence, INDICATOR_VALUE_KINDS } from '../register/fields/vocabulary.ts';
import type { Row } from '../register/tables.ts';

/** What was measured, with the first and last day of its period. It is known from its last day on. */
export interface Dated<R> {
  readonly row: R;
  readonly first: DayString;
  readonly last: DayString;
}

/** A value of an indicator. */
export interface DatedValue extends Dated<Row<'indicator_value'>> {
  /** The values it was worked out of by the formula of its indicator; none where it was entered. */
  readonly rests?: readonly DatedValue[];
}

/** An indicator with its values by day: what was measured or worked out (baselines among it) and the path of its targets. */
export interface IndicatorSeries {
  readonly indicator: Row<'indicator'>;
  /** Baselines and actual values, earliest first. */
  readonly measured: readonly DatedValue[];
  /** Targets, earliest first. */
  readonly targets: readonly DatedValue[];
}

const KINDS: readonly string[] = INDICATOR_VALUE_KINDS;

/** A row with the days of its period. */
export function datedRow<R extends { readonly period: Period }>(row: R): Dated<R> {
  const [first, last] = periodSpan(row.period);
  return { row, first, last };
}

/** What values are put in order by, where their days are the same. */
interface Ranked {
  readonly kind?: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/**
 * The order of values: by the last day of their periods, then by the first; of one period a baseline before an actual value, the less sure before the surer, then by
 * source. Of several the last one counts, however they came.
 */
export function byDay(a: Dated<Ranked>, b: Dated<Ranked>): number {
  return (
    byText(a.last, b.last) ||
    byText(a.first, b.first) ||
    KINDS.indexOf(a.row.kind ?? '') - KINDS.indexOf(b.row.kind ?? '') ||
    CONFIDENCES.indexOf(b.row.confidence) - CONFIDENCES.indexOf(a.row.confidence) ||
    byText(a.row.source, b.row.source)
  );
}
