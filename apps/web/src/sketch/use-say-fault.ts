import type { LngLat } from '@westgate/base';
import { useCallback } from 'react';
import { useWords } from '../messages/words.ts';
import type { SketchFault } from './sketch.ts';

/** Gives what is wrong with a sketch in words, with the place. */
export function useSayFault(): (fault: SketchFault) => string {
  const word = useWords();
  return useCallback(
    (fault) =>
      fault.kind === 'too-few'
        ? word('sketch.fault.too-few', { least: fault.least })
        : word(`sketch.fault.${fault.kind}`, { at: sayPosition(fault.at) }),
    [word],
  );
}

/** A position as people read it. */
export function sayPosition([lng, lat]: LngLat): string {
  return `${lng.toFixed(5)}, ${lat.toFixed(5)}`;
}
