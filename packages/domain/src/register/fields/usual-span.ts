import { type DayString, dayOf } from '@westgate/base';

/** The days that dates may name, from the first to the last. */
export interface DaySpan {
  readonly first: DayString;
  readonly last: DayString;
}

/** The span of days of a district that sets none. */
export const USUAL_SPAN: DaySpan = { first: dayOf('1949-01-01'), last: dayOf('2100-12-31') };
