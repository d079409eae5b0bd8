import { dayOf } from '@westgate/base';
import { useCallback, useEffect, useRef, useState } from 'react';
import { quarterEnd, type TimeAxis } from '../../../parts/time-axis.ts';

const STEP_MS = 700;

/** Moves the day on by a quarter at a time, from the start when it is at the end. Not offered to those who asked for less motion: arrows do the same. */
export function usePlay(axis: TimeAxis, day: string, last: string, onDay: (day: string) => void) {
  const [isPlaying, setPlaying] = useState(false);
  const latest = useRef({ day, onDay });
  latest.current = { day, onDay };
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      const next = quarterEnd(dayOf(latest.current.day), 1);
      latest.current.onDay(next < last ? next : last);
      if (next >= last) setPlaying(false);
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying, last]);
  const toggle = useCallback(() => {
    if (!isPlaying && latest.current.day >= last) latest.current.onDay(quarterEnd(axis.from, 1));
    setPlaying(!isPlaying);
  }, [isPlaying, last, axis]);
  return { isPlaying, toggle, isPossible: !matchMedia('(prefers-reduced-motion: reduce)').matches };
}
