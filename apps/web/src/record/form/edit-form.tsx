import type { RecordRow } from '@westgate/contract';
import { type ReactNode, useId, useState } from 'react';
import { useDeedDesk } from '../../api/deed-notice.ts';
import type { FormKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { LeaveButton } from '../../parts/leave-button.tsx';
import { useWho } from '../../scope/signed-in.ts';
import { ConflictNote } from '../conflict-note.tsx';
import { FaultSummary } from '../fault-summary.tsx';
import { ByFields } from './by-fields.tsx';
import { useFieldWord } from './field-words.ts';
import type { FieldsState } from './form-values.ts';
import { type RecordEdit, useRecordEdit } from './use-record-edit.ts';
import { useSayValue } from './use-say-value.ts';

/** The form that gives a record other values, with the fields that `children` makes. What another changed meanwhile is shown beside what was typed, which is kept. */
export function EditForm({
  kind,
  row,
  className = 'record-form',
  onDone,
  onLeave,
  children,
}: {
  readonly kind: FormKind;
  readonly row: RecordRow;
  readonly className?: string;
  /** Told the id of the record, which is new where it was made again. */
  readonly onDone: (id: string) => void;
  readonly onLeave: () => void;
  readonly children: (state: FieldsState<FormKind> & Pick<RecordEdit, 'read'>) => ReactNode;
}) {
  const word = useWords();
  const fieldWord = useFieldWord(kind);
  const sayValue = useSayValue(kind);
  const prefix = useId();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [reason, setReason] = useState('');
  const { values, read, set, faults, error, clashing, isGone, isPending, tries, save } = useRecordEdit(kind, row, (seq, id) => {
    tell(seq);
    onDone(id);
  });
  const idOf = (field: string): string => `${prefix}-${field}`;
  return (
    <Form className={className} aria-label={word('form.fields')} onSend={() => save(who, reason)}>
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
      <FaultSummary
        key={`faults ${tries} ${faults.length}`}
        faults={faults}
        error={error}
        idOf={idOf}
        // What is wrong with the whole form is told without a name.
        nameOf={(field) => (field === 'form' ? '' : fieldWord(field))}
      />
      {children({ kind, values, read, faults, idOf, set })}
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} reason={reason} onReason={setReason} />
      <p className="row" id={idOf('form')} tabIndex={-1}>
        <Button type="submit" look="filled" name={word(isGone ? 'form.makeAgain' : 'form.save')} disabled={isPending} />
        <LeaveButton onLeave={onLeave} />
      </p>
    </Form>
  );
}
