import type { RecordRow } from '@westgate/contract';
import { useId, useState } from 'react';
import { useDeedDesk } from '../../api/deed-notice.ts';
import type { FormKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { Form } from '../../parts/form.tsx';
import { useOpenRecord } from '../../parts/record-link.tsx';
import { useWho } from '../../scope/use-who.ts';
import { ConflictNote } from '../conflict-note.tsx';
import { FaultSummary } from '../fault-summary.tsx';
import { ByFields } from './by-fields.tsx';
import { useFieldWord } from './field-words.ts';
import { layoutOf } from './form-layout.ts';
import { MoreFields } from './more-fields.tsx';
import { withBases } from './own-basis.ts';
import { RecordFields } from './record-fields.tsx';
import { useRecordEdit } from './use-record-edit.ts';
import { useSayValue } from './use-say-value.ts';

/** The form that gives a record other values. What another changed meanwhile is shown beside what was typed, which is kept. */
export function EditForm({ kind, row }: { readonly kind: FormKind; readonly row: RecordRow }) {
  const word = useWords();
  const fieldWord = useFieldWord(kind);
  const sayValue = useSayValue(kind);
  const prefix = useId();
  const open = useOpenRecord();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [reason, setReason] = useState('');
  const { values, read, set, faults, error, clashing, isGone, isPending, tries, save } = useRecordEdit(kind, row, (seq, id) => {
    tell(seq);
    open(kind, id);
  });
  const layout = withBases(kind, read, values, layoutOf(kind, false));
  const idOf = (field: string): string => `${prefix}-${field}`;
  const state = { kind, values, read, faults, idOf, set };
  return (
    <Form className="record-form" aria-label={word('form.fields')} onSend={() => save(who, reason)}>
      {clashing ? (
        <ConflictNote
          key={`${clashing.conflict.rev} ${tries}`}
          {...clashing}
          typed={(field) => values[field] ?? null}
          nameOf={fieldWord}
          sayOf={sayValue}
          onTake={({ field, theirs }) => set(field, theirs)}
        />
      ) : null}
      <FaultSummary key={`faults ${tries} ${faults.length}`} faults={faults} error={error} idOf={idOf} nameOf={nameOfFault(fieldWord)} />
      <RecordFields entries={layout.first} {...state} />
      <MoreFields entries={layout.more} {...state} />
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} reason={reason} onReason={setReason} />
      <p className="row" id={idOf('form')} tabIndex={-1}>
        <button type="submit" className="button filled" disabled={isPending}>
          {word(isGone ? 'form.makeAgain' : 'form.save')}
        </button>
        <button type="button" className="button plain" onClick={() => open(kind, row.key)}>
          {word('form.leave')}
        </button>
      </p>
    </Form>
  );
}

/** What is wrong with the whole form is told without a name. */
function nameOfFault(fieldWord: (name: string) => string): (field: string) => string {
  return (field) => (field === 'form' ? '' : fieldWord(field));
}
