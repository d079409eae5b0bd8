import type { Sentence } from '@westgate/contract';
import { useEffect } from 'react';
import { isTyping } from '../../../scope/use-global-keys.ts';
import { sentenceAfter } from './view-model.ts';

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** ↓ or j, ↑ or k move the focus from sentence to sentence (Enter then selects); Esc clears what is selected. */
export function useSentenceKeys(sentences: readonly Sentence[], selected: string | null, onClear: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === 'Escape' && selected !== null) {
        onClear();
        return;
      }
      const steps = STEPS[event.key];
      if (steps === undefined || isElsewhere(event)) return;
      const focused =
        event.target instanceof HTMLElement ? (event.target.closest<HTMLElement>('[data-sentence]')?.dataset.sentence ?? null) : null;
      const next = sentenceAfter(sentences, focused ?? selected, focused === null && selected === null ? 0 : steps);
      const element = next && document.querySelector<HTMLElement>(`.document [data-sentence="${CSS.escape(next.id)}"]`);
      if (!element) return;
      event.preventDefault();
      element.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [sentences, selected, onClear]);
}

/** Arrow keys scroll the panel, move the map and the time axis: only letters move from there. */
function isElsewhere(event: KeyboardEvent): boolean {
  return (
    event.key.startsWith('Arrow') &&
    event.target instanceof HTMLElement &&
    event.target.closest('.panel, .district-map, [role=slider]') !== null
  );
}
