import type { Due } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { DayText } from './day-text.tsx';
import { SourceNote } from './source-note.tsx';

/** A named fact of a record; what is not known says so. For a `<dl className="facts">`. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const isAbsent = children === null || children === undefined || children === '';
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{isAbsent ? <Unknown /> : children}</dd>
    </div>
  );
}

/** Not known is a value: a word with a dotted line, never 0, a dash or a blank. */
export function Unknown() {
  const word = useWords();
  return <span className="unknown">{word('unknown')}</span>;
}

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
