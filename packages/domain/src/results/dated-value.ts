import { byText, type DayString } from '@westgate/base';
import { CONFIDENCES, INDICATOR_VALUE_KINDS } from '../register/fields/vocabulary.ts';
import type { Row } from '../register/tables.ts';

/** A value of an indicator with the first and last day of its period. It is known from its last day on. */
export interface DatedValue {
  readonly row: Row<'indicator_value'>;
  readonly first: DayString;
  readonly last: DayString;
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

/**
 * The order of values: by the last day of their periods, then by the first; of one period a baseline before an actual value, the less sure before the surer, then by
 * source. Of several the last one counts, however they came.
 */
export function byDay(a: DatedValue, b: DatedValue): number {
  return (
    byText(a.last, b.last) ||
    byText(a.first, b.first) ||
    KINDS.indexOf(a.row.kind) - KINDS.indexOf(b.row.kind) ||
    CONFIDENCES.indexOf(b.row.confidence) - CONFIDENCES.indexOf(a.row.confidence) ||
    byText(a.row.source, b.row.source)
  );
}
