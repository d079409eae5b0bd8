import { useIntl } from 'react-intl';

/** Says an instant to the minute, in this browser's time zone. */
export function useSayInstant(): (instant: string) => string {
  const intl = useIntl();
  return (instant) =>
    intl.formatDate(instant, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false });
}
