import type { Figure } from '@westgate/contract';
import { useWords } from '../messages/words.ts';

/** How sure a value is: a bar of three lengths and the word. */
export function ConfidenceBar({ confidence }: { readonly confidence: Figure['confidence'] }) {
  const word = useWords();
  return (
    <span className="confidence nowrap">
      <i className={`confidence-bar is-${confidence}`} aria-hidden="true" />
      {word(`confidence.${confidence}`)}
    </span>
  );
}
