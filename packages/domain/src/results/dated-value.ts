import type { DayString } from '@westgate/base';
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
