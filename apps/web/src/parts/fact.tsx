import type { Bilingual } from '@westgate/base';
import type { Due } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { useDistrictFrame } from '../scope/district-context.ts';
import { DayText } from './day-text.tsx';
import { SourceNote } from './source-note.tsx';
import { RecordLink } from './thing-link.tsx';

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

/** What a part is called, its note below it. */
export function NameWithNote({ name, note }: { readonly name: string; readonly note: Bilingual }) {
  const say = useSay();
  const said = say(note);
  return (
    <>
      {name}
      {said ? <small className="block">{said}</small> : null}
    </>
  );
}

/** The plans a record belongs to, or that it belongs to none; nothing in a district with one plan. */
export function PlanFact({ plans }: { readonly plans: readonly string[] }) {
  const word = useWords();
  if (!useDistrictFrame().hasSeveralPlans) return null;
  return (
    <Fact name={word('register.plan')}>
      <PlanNames ids={plans} />
    </Fact>
  );
}

/** The plans of these ids by their titles, each a way to it; that it is of none where there are none. */
export function PlanNames({ ids }: { readonly ids: readonly string[] }) {
  const say = useSay();
  const word = useWords();
  const { documents } = useDistrictFrame().district;
  if (ids.length === 0) return <span className="soft">{word('plans.none')}</span>;
  return ids.map((id, index) => {
    const title = documents.find((document) => document.id === id)?.title;
    return (
      <span key={id}>
        {index > 0 ? <br /> : null}
        <RecordLink kind="document" id={id}>
          {(title && say(title)) || id}
        </RecordLink>
      </span>
    );
  });
}
