import { useEffect } from 'react';
import { letGo } from '../scope/let-go.ts';

const TEXT = 'textarea, [contenteditable=true], [role=spinbutton], input:not([type=checkbox], [type=radio], [type=range], [type=button])';

/**
 * Ctrl Z takes back the last deed of this window, Ctrl Shift Z or Ctrl Y does it again. Inside a field that was typed into, the keys are the
 * field's own; a part of a screen that undoes steps of its own takes them first.
 */
export function useUndoKeys(turnBack: (redo: boolean) => Promise<void>): void {
  useEffect(() => {
    const typedInto = new WeakSet<EventTarget>();
    const onInput = (event: Event): void => {
      if (event.target) typedInto.add(event.target);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      const { target } = event;
      const isOwn = target instanceof HTMLElement && target.matches(TEXT) && (typedInto.has(target) || target.matches('[role=spinbutton]'));
      if (isOwn) return;
      event.preventDefault();
      letGo(() => turnBack(key === 'y' || event.shiftKey));
    };
    document.addEventListener('input', onInput, true);
    window.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('input', onInput, true);
      window.removeEventListener('keydown', onKey);
    };
  }, [turnBack]);
}
