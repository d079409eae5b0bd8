import { Link } from '@tanstack/react-router';
import type { ReportRow } from '@westgate/contract';
import { Fragment } from 'react';
import { useWords } from '../messages/words.ts';
import { ThingLink } from '../parts/thing-link.tsx';
import { useMayChange } from '../scope/may-change.ts';

/** The departments that co-operate with the one that answers for a record, and the way to link others. */
export function CoOperating({ row: { thing, reporting } }: { readonly row: ReportRow }) {
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
