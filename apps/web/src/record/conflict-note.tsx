import type { Conflict } from '@westgate/contract';
import { useEffect, useRef } from 'react';
import { isWordId, useWords, type WordId } from '../messages/words.ts';
import { useSayInstant } from '../parts/changed-note.tsx';
import type { Clash } from './correction.ts';
import type { OutcomeFields } from './draft.ts';

/** The names of the fields as the form has them. */
const NAMES: Readonly<Record<keyof OutcomeFields, WordId>> = {
  what: 'record.what',
  dates: 'record.dates',
  newDueOn: 'record.newDueOn',
  source: 'figures.source',
  value: 'record.value',
  unit: 'record.unit',
  confidence: 'confidence',
  note: 'record.note',
  who: 'record.who',
};

/** Who changed the record meanwhile, and for each field that both changed the two values side by side. Takes the focus. */
export function ConflictNote({
  conflict,
  clashes,
  isTaken,
  typed,
  onTake,
}: {
  readonly conflict: Conflict;
  readonly clashes: readonly Clash[];
  readonly isTaken: boolean;
  readonly typed: OutcomeFields;
  readonly onTake: (clash: Clash) => void;
}) {
  const word = useWords();
  const sayAt = useSayInstant();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const [last] = conflict.changes;
  const told = last ? { who: last.who ?? word('person.erased'), at: sayAt(last.at), seq: last.seq } : null;
  return (
    <div className="fault-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <h3>{word('conflict.title')}</h3>
      {told ? <p>{word(conflict.row === null ? 'conflict.gone' : 'conflict.changed', told)}</p> : null}
      {isTaken ? <p>{word('conflict.taken')}</p> : null}
      {clashes.length === 0 ? null : (
        <table className="table stacking">
          <thead>
            <tr>
              <th scope="col">{word('conflict.field')}</th>
              <th scope="col">{word('conflict.theirs')}</th>
              <th scope="col">{word('conflict.yours')}</th>
            </tr>
          </thead>
          <tbody>
            {clashes.map((clash) => (
              <ClashRow key={clash.field} clash={clash} typed={typed[clash.field]} onTake={onTake} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function ClashRow({ clash, typed, onTake }: { readonly clash: Clash; readonly typed: string; readonly onTake: (clash: Clash) => void }) {
  const word = useWords();
  const name = word(NAMES[clash.field]);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-head={word('conflict.theirs')}>
        {useSayField(clash.field, clash.theirs)}{' '}
        <button type="button" className="button plain" disabled={typed === clash.theirs} onClick={() => onTake(clash)}>
          {word('conflict.take')}
          <span className="unseen"> {name}</span>
        </button>
      </td>
      <td data-head={word('conflict.yours')}>{useSayField(clash.field, typed)}</td>
    </tr>
  );
}

/** The value of a field as people read it. */
function useSayField(field: keyof OutcomeFields, value: string): string {
  const word = useWords();
  if (value === '') return '∅';
  const id = field === 'what' ? `outcome.${value}` : field === 'confidence' ? `confidence.${value}` : '';
  return isWordId(id) ? word(id) : value;
}
