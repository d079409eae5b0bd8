import { getRouteApi } from '@tanstack/react-router';
import { inLanguage } from '@westgate/base';
import type { RecordRow } from '@westgate/contract';
import { useId, useState } from 'react';
import { useDeedDesk } from '../../../api/deed-notice.ts';
import { useRow } from '../../../api/edits.ts';
import { type FormKind, formKind } from '../../../api/form-kinds.ts';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { MissingPage } from '../../../parts/error-state.tsx';
import { Form } from '../../../parts/form.tsx';
import { nameOfRow } from '../../../parts/picker.tsx';
import { useOpenRecord } from '../../../parts/thing-link.tsx';
import { ConflictNote } from '../../../record/conflict-note.tsx';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { ByFields } from '../../../record/form/by-fields.tsx';
import { useFieldWord, useNounWord } from '../../../record/form/field-words.ts';
import { layoutOf } from '../../../record/form/form-layout.ts';
import { withBases } from '../../../record/form/own-basis.ts';
import { MoreFields, RecordFields } from '../../../record/form/record-fields.tsx';
import { useRecordEdit } from '../../../record/form/use-record-edit.ts';
import { useSayValue } from '../../../record/form/use-say-value.ts';
import { useWho } from '../../../scope/signed-in.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { RecordFrame } from '../record-frame.tsx';

const route = getRouteApi('/edit/$noun/$id');

/** A record that is there, to be given other values. */
export function EditRecord() {
  const { noun, id } = route.useParams();
  const kind = formKind(noun);
  return kind ? <EditOf key={`${kind}:${id}`} kind={kind} id={id} /> : <MissingPage />;
}

function EditOf({ kind, id }: { readonly kind: FormKind; readonly id: string }) {
  const word = useWords();
  const language = useLanguage();
  const nounWord = useNounWord();
  return (
    <Await query={useRow(kind, id)}>
      {(row) => (
        <RecordFrame
          kind={kind}
          id={id}
          title={word('form.edit', { noun: nounWord(kind) })}
          name={inLanguage(nameOfRow(row.fields), language) ?? id}
        >
          <EditForm kind={kind} row={row} />
        </RecordFrame>
      )}
    </Await>
  );
}

/** The form that gives a record other values. What another changed meanwhile is shown beside what was typed, which is kept. */
function EditForm({ kind, row }: { readonly kind: FormKind; readonly row: RecordRow }) {
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
        <Button type="submit" look="filled" name={word(isGone ? 'form.makeAgain' : 'form.save')} disabled={isPending} />
        <Button look="plain" name={word('form.leave')} onClick={() => open(kind, row.key)} />
      </p>
    </Form>
  );
}

/** What is wrong with the whole form is told without a name. */
function nameOfFault(fieldWord: (name: string) => string): (field: string) => string {
  return (field) => (field === 'form' ? '' : fieldWord(field));
}
