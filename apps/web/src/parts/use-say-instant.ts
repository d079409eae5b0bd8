import { useIntl } from 'react-intl';
import { useDistrictFrame } from '../scope/district-context.ts';

/** Gives an instant as day and time of the district, to the minute: whoever reads it, and wherever, sees the same. */
export function useSayInstant(): (instant: string) => string {
  const intl = useIntl();
  const { timeZone } = useDistrictFrame().district;
  return (instant) => intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone });
}
