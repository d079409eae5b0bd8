import { isDay, isPeriod } from '@westgate/base';
import { sayDay, sayPeriod } from '@westgate/domain';
import { useCallback } from 'react';
import { useSay } from '../messages/words.ts';

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
