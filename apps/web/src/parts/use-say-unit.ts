import type { Bilingual } from '@westgate/base';
import { useCallback } from 'react';
import { useSay } from '../messages/words.ts';

/** Gives a unit as it stands after a number; one that begins with a number is a factor: `17 × 10,000 m²`. */
export function useSayUnit(): (unit: Bilingual) => string {
  const say = useSay();
  return useCallback(
    (unit) => {
      const text = say(unit);
      return /^\d/.test(text) ? `× ${text}` : text;
    },
    [say],
  );
}
