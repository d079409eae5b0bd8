import { addDays, addMonths, type DayString, type Period, periodSpan } from '@westgate/base';
import { FREQUENCY_MONTHS, type VALUE_FREQUENCIES } from '../register/fields/vocabulary.ts';
import { periodMonths } from './age.ts';

/** A yearly value is out of date so many months after its year, any other after two further periods. */
const YEARLY_MONTHS = 14;
const FURTHER_PERIODS = 2;

/** The last day on which a value of a period is not out of date, by how often its indicator has one, else by the period. */
export function lastFreshDayOf(frequency: (typeof VALUE_FREQUENCIES)[number] | null, period: Period): DayString {
  const months = frequency === null ? periodMonths(period) : FREQUENCY_MONTHS[frequency];
  const further = months >= FREQUENCY_MONTHS.yearly ? Math.max(YEARLY_MONTHS, months) : months * FURTHER_PERIODS;
  return addDays(addMonths(addDays(periodSpan(period)[1], 1), further), -1);
}
