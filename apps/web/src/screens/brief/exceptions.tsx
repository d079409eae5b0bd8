import type { Brief } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useWords } from '../../messages/words.ts';
import { DayText } from '../../parts/day-text.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { AllClear } from '../../reporting/all-clear.tsx';
import { ExceptionLine, WhyWords } from '../../reporting/exception-counts.tsx';
import { useYearNotes, YearNotes } from '../../reporting/year-notes.tsx';
import { fitting } from './view-model.ts';

/** What needs attention, with the same counts and rows as the list of exceptions. */
export function Exceptions({ brief }: { readonly brief: Brief }) {
  const word = useWords();
  const { shown, more } = fitting('exceptions', brief.exceptions, {
    count: brief.exceptionCount,
    aims: brief.aims.length,
    notes: useYearNotes(brief.warnings).length,
  });
  const others = brief.overdueMatters + brief.reopenedMatters + brief.silentEvents;
  const twoLines = (content: ReactNode): ReactNode => <div className="two-lines">{content}</div>;
  const columns: readonly TableColumn<Brief['exceptions'][number]>[] = [
    { head: word('exceptions.what'), of: ({ thing }) => twoLines(<ThingLink thing={thing} />) },
    { head: word('exceptions.why'), of: ({ why }) => twoLines(<WhyWords why={why} />) },
    { head: word('commitment.owner'), of: ({ owner }) => twoLines(owner ? <ThingLink thing={owner} /> : <Unknown />) },
    { head: word('due.name'), of: ({ due }) => (due ? <DayText on={due} /> : <Unknown />) },
  ];
  return (
    <section aria-labelledby="brief-exceptions" className="brief-exceptions">
      <h2 id="brief-exceptions">
        {word('brief.exceptions')} <small>{brief.exceptionCount}</small>
      </h2>
      {brief.exceptionCount + others === 0 ? <AllClear looked={brief.looked} /> : null}
      <p className="row small">
        <ExceptionLine counts={brief.exceptionCounts} />
        {brief.overdueMatters > 0 ? (
          <span>
            {word('matter.overdueOf')} <b>{brief.overdueMatters}</b>
          </span>
        ) : null}
        {brief.reopenedMatters > 0 ? (
          <span>
            {word('matter.reopenedOf')} <b>{brief.reopenedMatters}</b>
          </span>
        ) : null}
        {brief.silentEvents > 0 ? (
          <span>
            {word('exceptions.silentEvents')} <b>{brief.silentEvents}</b>
          </span>
        ) : null}
      </p>
      <YearNotes warnings={brief.warnings} />
      {shown.length > 0 ? (
        <Table columns={columns} rows={shown} caption={word('brief.exceptions')} keyOf={({ thing }) => `${thing.kind} ${thing.id}`} />
      ) : null}
      {more > 0 ? <p className="small soft">{word('brief.more', { count: more })}</p> : null}
    </section>
  );
}
