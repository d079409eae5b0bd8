import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { isNarrow } from '../scope/narrow.ts';

/** Height that a line is taken to have until it is measured, and how many beyond the edges are there already: as a row, and as a card. */
const [ROW, CARD] = [
  { height: 36, beyond: 10 },
  { height: 120, beyond: 5 },
];
/** Lines beyond the edges of a list that has just come: what is in sight is there first, and the others once the browser has a moment. */
const BEYOND_AT_FIRST = 1;
/** The longest that moment is waited for. */
const MOMENT_MS = 2_000;
/** Room that heads and a bar for scrolling take at the edges. */
const EDGES = 56;

/** The lines of a list that are on the screen: which, and where they begin. */
export interface ShownLines {
  readonly virtualizer: Virtualizer<HTMLElement, HTMLTableRowElement>;
  /** All of them, as on paper. */
  readonly isWhole: boolean;
  /** Where the first begins and how high all of them are, in pixels. */
  readonly start: number;
  readonly height: number;
}

/**
 * The lines that are in sight of `box`, or of what scrolls around it: a list of any length is drawn by these alone, on paper by all that are here.
 */
export function useShownLines(box: RefObject<HTMLElement | null>, count: number): ShownLines {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [margin, setMargin] = useState(0);
  const isWhole = useIsPrinted();
  const hasSettled = useHasSettled(count > 0);
  const line = isNarrow() ? CARD : ROW;
  useLayoutEffect(() => {
    const own = box.current;
    if (own === null) return;
    const look = (): void => {
      const found = scrollerOf(own);
      setScroller(found);
      setMargin(found === own ? 0 : own.getBoundingClientRect().top - found.getBoundingClientRect().top + found.scrollTop);
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [box]);
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => line.height,
    overscan: hasSettled ? line.beyond : BEYOND_AT_FIRST,
    scrollPaddingStart: EDGES,
    scrollPaddingEnd: EDGES,
    scrollMargin: margin,
  });
  const [first] = virtualizer.getVirtualItems();
  return {
    virtualizer,
    isWhole,
    start: isWhole ? 0 : Math.max(0, (first?.start ?? 0) - margin),
    height: virtualizer.getTotalSize(),
  };
}

/** Whether the browser had a moment since `isHere`. */
function useHasSettled(isHere: boolean): boolean {
  const [hasSettled, setSettled] = useState(false);
  useEffect(() => {
    if (!isHere) return;
    const settle = (): void => startTransition(() => setSettled(true));
    // Not every browser tells of it.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(settle, MOMENT_MS);
      return () => clearTimeout(timer);
    }
    const asked = requestIdleCallback(settle, { timeout: MOMENT_MS });
    return () => cancelIdleCallback(asked);
  }, [isHere]);
  return hasSettled;
}

/** The element itself or the nearest around it that scrolls down. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let at: HTMLElement | null = element; at !== null; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return document.documentElement;
}

/** Whether the screen is being put on paper. */
function useIsPrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const media = matchMedia('print');
    const put = (is: boolean) => (): void => flushSync(() => setPrinted(is));
    const [before, after] = [put(true), put(false)];
    const change = (): void => put(media.matches)();
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    media.addEventListener('change', change);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      media.removeEventListener('change', change);
    };
  }, []);
  return isPrinted;
}
