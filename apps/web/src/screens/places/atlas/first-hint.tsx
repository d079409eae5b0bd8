import { Link } from '@tanstack/react-router';
import type { Sentence } from '@westgate/contract';
import { useState } from 'react';
import { useFirstSentences } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';
import type { AtlasState } from './use-atlas.ts';

/** Sentences among which the hint looks. */
const MOST = 100;
const SEEN_KEY = 'westgate.hint.sentence';

/** On a first visit: a click on a sentence shows it on the map. Closed for good by a click, also when it was followed. */
export function FirstHint({ atlas }: { atlas: AtlasState }) {
  const word = useWords();
  const [isOpen, setOpen] = useState(() => !wasSeen());
  const richest = richestSentence(useFirstSentences(isOpen ? MOST : 1).data?.items ?? []);
  if (!isOpen || !richest || atlas.selected) return null;
  const close = (): void => {
    remember();
    setOpen(false);
  };
  return (
    <aside className="first-hint">
      <p>{word('atlas.hint')}</p>
      <div className="row">
        <Link className="button" to="/plan" search={{ sel: `sentence:${richest}`, map: '1' }} onClick={remember}>
          {word('atlas.hint.go')}
        </Link>
        <button type="button" className="text-button" onClick={close}>
          {word('atlas.hint.close')}
        </button>
      </div>
    </aside>
  );
}

/** The sentence that lights several places, but not all of them: the nearest to four. */
function richestSentence(sentences: readonly Sentence[]): string | null {
  const wanted = 4;
  const counted = sentences.map(({ id, placeIds }) => ({ id, count: placeIds.length }));
  const [best] = counted.filter(({ count }) => count > 0).sort((a, b) => Math.abs(a.count - wanted) - Math.abs(b.count - wanted));
  return best?.id ?? null;
}

function wasSeen(): boolean {
  try {
    return localStorage.getItem(SEEN_KEY) !== null;
  } catch {
    return true;
  }
}

function remember(): void {
  try {
    localStorage.setItem(SEEN_KEY, '1');
  } catch {
    // A browser that keeps nothing shows the hint again next time.
  }
}
