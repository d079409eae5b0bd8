import { isDay, isPeriod } from '@westgate/base';
import type { State } from '@westgate/contract';
import { type Aged, sayAge, sayDay, sayPeriod } from '@westgate/domain';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useSay } from '../messages/words.ts';
import { useDistrictFrame, useShownDay } from '../scope/district-context.ts';

/** Gives a day or period in the words of the language shown: `2024 年第一季度`, `the first quarter of 2024`. */
export function useSayPeriod(): (text: string) => string {
  const say = useSay();
  return useCallback(
    (text) => {
      if (isDay(text)) return say(sayDay(text));
      return isPeriod(text) ? say(sayPeriod(text)) : text;
    },
    [say],
  );
}

/** A day or period in words, machine-readable beside it. */
export function DayText({ on }: { readonly on: string }) {
  const sayWhen = useSayPeriod();
  return <time dateTime={on.split('/')[0]}>{sayWhen(on)}</time>;
}

/**
 * How old the value of a period is on the day shown, against its own frequency: so many further years, quarters or months ended without another.
 * Nothing while it is the last there can be, and where the period is not known.
 */
export function AgeNote({ on, of = 'value' }: { readonly on: string | null; readonly of?: Aged }) {
  const say = useSay();
  const { day } = useShownDay();
  const said = isDay(day) ? sayAge(on, day, of) : null;
  return said ? <small className="age-note">△ {say(said)}</small> : null;
}

/** How old the newest evidence of a state is. What is done stays so, however old the evidence. */
export function StateAge({ state: { name, latest } }: { readonly state: Pick<State, 'name' | 'latest'> }) {
  return name === 'done' ? null : <AgeNote on={latest} of="evidence" />;
}

/** Gives an instant as day and time of the district, to the minute: whoever reads it, and wherever, sees the same. */
export function useSayInstant(): (instant: string) => string {
  const intl = useIntl();
  const { timeZone } = useDistrictFrame().district;
  return (instant) => intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone });
}
