import type { Due } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { DayText } from './day-text.tsx';
import { SourceNote } from './source-note.tsx';
import { Unknown } from './unknown.tsx';

/** The day by which something is promised, with where that day comes from. */
export function DueLine({ due }: { readonly due: Due | null }) {
  const word = useWords();
  const say = useSay();
  return (
    <div className="fact">
      <dt>{word('due.name')}</dt>
      <dd>
        {due ? (
          <>
            <DayText on={due.on} /> <span className="soft">{say(due.basis)}</span> {due.source ? <SourceNote source={due.source} /> : null}
          </>
        ) : (
          <>
            <Unknown /> <span className="soft">{word('due.none')}</span>
          </>
        )}
      </dd>
    </div>
  );
}
