import { Link } from '@tanstack/react-router';
import type { ReportRow } from '@westgate/contract';
import { Fragment, useState } from 'react';
import { useWords } from '../messages/words.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { useMayChange } from '../scope/may-change.ts';
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

/** The departments that co-operate with the one that answers for a record, and the way to link others. */
function CoOperating({ row: { thing, reporting } }: { readonly row: ReportRow }) {
  const word = useWords();
  const { coOperating } = reporting;
  const mayEdit = useMayChange('edit');
  return (
    <p className="row small co-operating">
      <span className="soft">{word('matter.departments')}</span>
      {coOperating.length === 0 ? (
        <span className="unknown">{word('reporting.alone')}</span>
      ) : (
        <span>
          {coOperating.map((each, index) => (
            <Fragment key={each.id}>
              {index > 0 ? ' · ' : null}
              <ThingLink thing={each} />
            </Fragment>
          ))}
        </span>
      )}
      {mayEdit ? (
        <Link className="button plain" to="/link/$noun/$id" params={{ noun: thing.kind, id: thing.id }}>
          {word('reporting.linkOthers')}
        </Link>
      ) : null}
    </p>
  );
}
