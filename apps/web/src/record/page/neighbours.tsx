import { Link, useNavigate } from '@tanstack/react-router';
import type { Thing } from '@westgate/contract';
import { useEffect } from 'react';
import { useSay, useWords } from '../../messages/words.ts';
import { pageOf } from '../../parts/thing-link.tsx';
import { letGo } from '../../scope/let-go.ts';
import { isTyping } from '../../scope/use-global-keys.ts';

/** The records before and after this one, also by the keys `[` and `]`. */
export function Neighbours({ previous, next }: { readonly previous: Thing | null; readonly next: Thing | null }) {
  const word = useWords();
  const say = useSay();
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return;
      const thing = event.key === '[' ? previous : event.key === ']' ? next : null;
      if (!thing || thing.kind === 'district') return;
      const { kind, id } = thing;
      letGo(() => navigate(pageOf(kind, id)));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [previous, next, navigate]);
  return (
    <nav className="neighbours" aria-label={word('neighbours.name')}>
      {previous && previous.kind !== 'district' ? (
        <Link {...pageOf(previous.kind, previous.id)} title={say(previous.name)} aria-keyshortcuts="[">
          ← {word('neighbours.previous')}
        </Link>
      ) : null}
      {next && next.kind !== 'district' ? (
        <Link {...pageOf(next.kind, next.id)} title={say(next.name)} aria-keyshortcuts="]">
          {word('neighbours.next')} →
        </Link>
      ) : null}
    </nav>
  );
}
