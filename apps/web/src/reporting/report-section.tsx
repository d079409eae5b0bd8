import type { ReportRow } from '@westgate/contract';
import { useState } from 'react';
import { useWords } from '../messages/words.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { CoOperating } from './co-operating.tsx';
import { NamedOwner } from './named-owner.tsx';
import { OutsideLinksOf } from './outside-links.tsx';
import { ReportItem } from './report-item.tsx';

/** On the page of a record: how it is reported on, what was said last, and a report in one press. */
export function ReportSection({ row }: { readonly row: ReportRow }) {
  const word = useWords();
  const [isOpen, open] = useState(false);
  const { cadence, last } = row.reporting;
  return (
    <section className="section" aria-labelledby="reporting">
      <h2 id="reporting">
        {word('reporting.title')} <small>{cadence ? word(`cadence.${cadence}`) : word('reporting.notAsked')}</small>
      </h2>
      {cadence === null && last === null ? <EmptyState>{word('reporting.notAskedHint')}</EmptyState> : null}
      <ul className="update-list">
        <ReportItem row={row} isOpen={isOpen} onOpen={open} isNamed={false} />
      </ul>
      <CoOperating row={row} />
      <NamedOwner row={row} />
      <OutsideLinksOf row={row} />
    </section>
  );
}
