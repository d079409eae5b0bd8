import { useEffect } from 'react';
import { letGo } from './let-go.ts';
import { offerAt } from './offers.ts';

const TEXT = 'textarea, [contenteditable=true], [role=spinbutton], input:not([type=checkbox], [type=radio], [type=range], [type=button])';

/** What a browser that tells no more than this gives for a key that the input method took. */
const TAKEN_BY_INPUT_METHOD = 229;

/** Keys that work on every screen: Ctrl K or `/` finds, `?` tells the keys, and the key of an action that is offered does it. Not while someone types. */
export function useGlobalKeys({ onFind, onHelp }: { readonly onFind: () => void; readonly onHelp: () => void }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onFind();
      } else if (!isTyping(event) && !event.ctrlKey && !event.metaKey && !event.altKey) {
        if (event.key === '/') {
          event.preventDefault();
          onFind();
        } else if (event.key === '?') {
          event.preventDefault();
          onHelp();
        } else {
          const offer = offerAt(event.key);
          if (!offer) return;
          event.preventDefault();
          offer.act();
        }
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onFind, onHelp]);
}

/** True when the key goes into a field, a list or a dialog, where it has its own meaning. */
export function isTyping(event: KeyboardEvent): boolean {
  return (
    event.target instanceof HTMLElement &&
    event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog], [role=menu]') !==
      null
  );
}

/**
 * Before a page is printed every map is told how large it stands on the screen, so that the style for paper can bring map and scale bar
 * to the paper's width by one factor (`print-map.css`): the picture is not drawn again.
 */
export function usePaper(): void {
  useEffect(() => {
    const measure = (): void => {
      for (const element of document.querySelectorAll<HTMLElement>('.district-map')) {
        const canvas = element.querySelector('.district-map-canvas');
        if (!canvas) continue;
        element.style.setProperty('--sheet-px', String(canvas.clientWidth));
        element.style.setProperty('--sheet-py', String(canvas.clientHeight));
      }
    };
    window.addEventListener('beforeprint', measure);
    return () => window.removeEventListener('beforeprint', measure);
  }, []);
}

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
