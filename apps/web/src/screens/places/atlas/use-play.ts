import { useCallback, useEffect, useRef, useState } from 'react';
import { type Quarter, stepQuarter } from './time-axis-model.ts';

const STEP_MS = 700;
/** Played from the end, it starts this many quarters before it. */
const RUN_UP = 16;

/** Moves the day on by a quarter at a time. Not offered to those who asked for less motion: arrows do the same. */
export function usePlay(quarters: readonly Quarter[], day: string, onDay: (day: string) => void) {
  const [isPlaying, setPlaying] = useState(false);
  const latest = useRef({ day, onDay });
  latest.current = { day, onDay };
  const end = quarters[quarters.length - 1]?.day ?? day;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      const next = stepQuarter(latest.current.day, 1);
      if (next < end) latest.current.onDay(next);
      else setPlaying(false);
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying, end]);
  const toggle = useCallback(() => {
    const isAtEnd = stepQuarter(latest.current.day, 1) >= end;
    if (!isPlaying && isAtEnd) latest.current.onDay(stepQuarter(quarters[Math.max(0, quarters.length - RUN_UP)]?.day ?? end, 1));
    setPlaying(!isPlaying);
  }, [isPlaying, end, quarters]);
  return { isPlaying, toggle, isPossible: !matchMedia('(prefers-reduced-motion: reduce)').matches };
}
