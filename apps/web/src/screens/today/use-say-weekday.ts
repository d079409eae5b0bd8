import { isDay } from '@westgate/base';
import { useIntl } from 'react-intl';

/** Gives a day with its day of the week, without the year: `12月31日星期二`, `Tuesday 31 December`. */
export function useSayWeekday(): (day: string) => string {
  const intl = useIntl();
  return (day) =>
    isDay(day) ? intl.formatDate(`${day}T12:00:00Z`, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }) : day;
}
