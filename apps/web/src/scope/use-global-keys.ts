import { useEffect } from 'react';
import { offerAt } from './offers.ts';

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
