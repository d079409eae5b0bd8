import { useEffect, useRef, useState } from 'react';
import type { Drawing } from './drawing.ts';

const TEXT = 'textarea, input:not([type=checkbox], [type=radio])';

/**
 * Ctrl Z and Ctrl Shift Z go back and on in the drawing, before any deed is undone; Escape leaves, asked twice where something was drawn: then
 * true is given until another key is pressed.
 */
export function useDrawKeys(drawing: Drawing, onLeave: () => void): boolean {
  const [isWarned, warn] = useState(false);
  const held = useRef({ drawing, onLeave, isWarned });
  held.current = { drawing, onLeave, isWarned };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.altKey || event.defaultPrevented) return;
      const now = held.current;
      const key = event.key.toLowerCase();
      const isText = event.target instanceof HTMLElement && event.target.matches(TEXT);
      if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y') && !isText) {
        now.drawing.turn(key === 'y' || event.shiftKey);
      } else if (key === 'escape' && (!now.drawing.canUndo || now.isWarned)) {
        now.onLeave();
      } else if (key === 'escape') {
        warn(true);
      } else {
        if (now.isWarned) warn(false);
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    // On the document, so that a list that is open in a field takes its Escape first.
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return isWarned;
}
