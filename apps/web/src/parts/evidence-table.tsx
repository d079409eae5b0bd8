import type { Evidence } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useMayChange } from '../frame/may-change.ts';
import { useSetView } from '../frame/use-view.ts';
import { useSay, useWords } from '../messages/words.ts';
import { CorrectSection } from '../record/correct-section.tsx';
import { ChangedNote } from './changed-note.tsx';
import { ConfidenceBar } from './confidence-bar.tsx';
import { DayText, useSayPeriod } from './day-text.tsx';
import { EmptyState } from './empty-state.tsx';
import { SourceNote } from './source-note.tsx';
import { ThingLink } from './thing-link.tsx';
import { useSayUnit } from './use-say-unit.ts';

/** What happened, with source and confidence; every row says whether it counts for the state, and why. `ownId` names the page's record. */
export function EvidenceTable({ evidence, ownId }: { readonly evidence: readonly Evidence[]; readonly ownId: string }) {
  const word = useWords();
  const counted = evidence.filter(({ counts }) => counts).length;
  return (
    <section className="section" aria-labelledby="evidence">
      <h2 id="evidence">
        {word('evidence.title')} {evidence.length > 0 ? <small>{word('evidence.count', { total: evidence.length, counted })}</small> : null}
      </h2>
      <CorrectSection evidence={evidence} />
      {evidence.length === 0 ? (
        <EmptyState>{word('evidence.none')}</EmptyState>
      ) : (
        <div className="table-scroll">
          <table className="table stacking">
            <thead>
              <tr>
                <th scope="col">{word('evidence.date')}</th>
                <th scope="col">{word('evidence.what')}</th>
                <th scope="col">{word('figures.source')}</th>
                <th scope="col">{word('confidence')}</th>
                <th scope="col">{word('evidence.counts')}</th>
              </tr>
            </thead>
            <tbody>
              {evidence.map((row) => (
                <EvidenceRow key={row.id} row={row} ownId={ownId} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function EvidenceRow({ row, ownId }: { readonly row: Evidence; readonly ownId: string }) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const sayWhen = useSayPeriod();
  return (
    <tr className={row.counts ? 'counted' : ''}>
      <th scope="row" className="when">
        <DayText on={row.dates} />
      </th>
      <td>
        <b>{word(`outcome.${row.what}`)}</b>
        {row.value === null ? null : ` ${sayNumber(row.value)} ${sayUnit(row.unitName)}`}
        {row.newDueOn ? ` ${word('evidence.newDue', { day: sayWhen(row.newDueOn) })}` : null}
        {row.subject.id === ownId ? null : (
          <>
            {' · '}
            <ThingLink thing={row.subject} className="soft" />
          </>
        )}
        <small className="block">{say(row.note)}</small>
        <ChangedNote changed={row.changed} />
        <CorrectButton row={row} isOwn={row.subject.id === ownId} />
      </td>
      <td data-head={word('figures.source')}>
        <SourceNote source={row.source} />
      </td>
      <td data-head={word('confidence')}>
        <ConfidenceBar confidence={row.confidence} />
      </td>
      <td className={row.counts ? 'strong' : 'soft'}>
        <span aria-hidden="true">{row.counts ? '✓ ' : ''}</span>
        {say(row.why)}
      </td>
    </tr>
  );
}

function CorrectButton({ row, isOwn }: { readonly row: Evidence; readonly isOwn: boolean }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const setView = useSetView();
  const mayUpdateOwn = useMayChange('update');
  const mayEditAll = useMayChange('edit-all');
  if (!(isOwn ? mayUpdateOwn : mayEditAll)) return null;
  return (
    <button type="button" className="button plain small correct" onClick={() => setView({ edit: row.id })}>
      {word('evidence.correct')}
      <span className="unseen">
        {' '}
        {word(`outcome.${row.what}`)}, {sayWhen(row.dates)}
      </span>
    </button>
  );
}
