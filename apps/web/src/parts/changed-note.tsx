import type { Changed } from '@westgate/contract';
import { useWords } from '../messages/words.ts';
import { sayWho } from './say-who.ts';
import { useSayInstant } from './use-say-instant.ts';

/** Says since when a value is what it is, and what it was before; nothing for a value never changed. */
export function ChangedNote({ changed }: { readonly changed: Changed | null }) {
  const word = useWords();
  const sayAt = useSayInstant();
  if (!changed) return null;
  const { before } = changed;
  const who = sayWho(word, changed.who);
  const at = sayAt(changed.at);
  const isKnown = typeof before === 'string' || typeof before === 'number' || typeof before === 'boolean';
  return (
    <span className="changed-note">
      {isKnown ? word('changed.since', { at, before: String(before), who }) : word('changed.sinceNew', { at, who })}
    </span>
  );
}
