import type { Evidence } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../messages/words.ts';
import { DayText, useSayPeriod } from '../../parts/day-text.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ChangedNote, ConfidenceBar, SourceNote } from '../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { useSayUnit } from '../../parts/use-say-unit.ts';
import { useMayChange } from '../../scope/may-change.ts';
import { useSetView } from '../../scope/use-view.ts';
import { CorrectSection } from '../correct-form.tsx';

/** What happened, with source and confidence; every row says whether it counts for the state, and why. `ownId` names the page's record. */
export function EvidenceTable({ evidence, ownId }: { readonly evidence: readonly Evidence[]; readonly ownId: string }) {
  const word = useWords();
  const say = useSay();
  const counted = evidence.filter(({ counts }) => counts).length;
  const columns: readonly TableColumn<Evidence>[] = [
    { head: word('evidence.date'), isRowHead: true, className: 'when', of: ({ dates }) => <DayText on={dates} /> },
    { head: word('record.what'), headed: 'bare', of: (row) => <Happened row={row} isOwn={row.subject.id === ownId} /> },
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
    { head: word('confidence'), of: ({ confidence }) => <ConfidenceBar confidence={confidence} /> },
    {
      head: word('evidence.counts'),
      headed: 'bare',
      className: ({ counts }) => (counts ? 'strong' : 'soft'),
      of: ({ counts, why }) => (
        <>
          <span aria-hidden="true">{counts ? '✓ ' : ''}</span>
          {say(why)}
        </>
      ),
    },
  ];
  return (
    <section className="section" aria-labelledby="evidence">
      <h2 id="evidence">
        {word('evidence.title')} {evidence.length > 0 ? <small>{word('evidence.count', { total: evidence.length, counted })}</small> : null}
      </h2>
      <CorrectSection evidence={evidence} />
      {evidence.length === 0 ? (
        <EmptyState>{word('evidence.none')}</EmptyState>
      ) : (
        <Table columns={columns} rows={evidence} keyOf={({ id }) => id} marks={({ counts }) => (counts ? { className: 'counted' } : {})} />
      )}
    </section>
  );
}

/** What happened: its value, the day it moves something to, whose record it is of, its note. */
function Happened({ row, isOwn }: { readonly row: Evidence; readonly isOwn: boolean }) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const sayWhen = useSayPeriod();
  return (
    <>
      <b>{word(`outcome.${row.what}`)}</b>
      {row.value === null ? null : ` ${sayNumber(row.value)} ${sayUnit(row.unitName)}`}
      {row.newDueOn ? ` ${word('evidence.newDue', { day: sayWhen(row.newDueOn) })}` : null}
      {isOwn ? null : (
        <>
          {' · '}
          <ThingLink thing={row.subject} className="soft" />
        </>
      )}
      <small className="block">{say(row.note)}</small>
      <ChangedNote changed={row.changed} />
      <CorrectButton row={row} isOwn={isOwn} />
    </>
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
