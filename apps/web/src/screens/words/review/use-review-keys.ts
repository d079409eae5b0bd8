import { useEffect, useRef } from 'react';
import { isTyping } from '../../../scope/use-global-keys.ts';

/** What each key does; null while it does nothing. */
export type Keys = Readonly<Record<string, (() => void) | null>>;

const ARROWS: Readonly<Record<string, string>> = { ArrowDown: 'j', ArrowUp: 'k' };

/** One key each, while nobody types. A key held down decides once. */
export function useReviewKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const act = latest.current[ARROWS[event.key] ?? event.key] ?? latest.current[event.key.toLowerCase()];
      if (!act || (event.key.length === 1 && event.repeat && !/[jk]/.test(event.key))) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
