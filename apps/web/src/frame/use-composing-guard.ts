import { useEffect } from 'react';

/** What a browser that tells no more than this gives for a key that the input method took. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * While an input method composes, its keys are its own: Enter and arrows choose its words, Escape leaves them. They reach no field, list or form of
 * ours, so nothing is sent, opened, chosen or closed by them. One guard for every field there is, and for those to come.
 */
export function useComposingGuard(): void {
  useEffect(() => {
    const guard = (event: KeyboardEvent): void => {
      if (!event.isComposing && event.keyCode !== TAKEN_BY_INPUT_METHOD) return;
      if (event.key === 'Enter') event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', guard, { capture: true });
    return () => window.removeEventListener('keydown', guard, { capture: true });
  }, []);
}
