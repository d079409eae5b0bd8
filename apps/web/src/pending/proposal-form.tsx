import type { vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { useTell } from '../api/use-write.ts';
import { useWords } from '../messages/words.ts';
import { Select } from '../parts/select.tsx';
import { ColumnValue } from '../record/form/column-value.tsx';
import { useFieldWord } from '../record/form/field-words.ts';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { FormField } from '../record/form-field.tsx';
import { useSaid } from '../scope/district-context.ts';

/** Proposes another value for a column under review: which, what it is to be, why. One deed; the record keeps its own until it is accepted. */
export function ProposalForm({
  subject,
  columns,
  onDone,
}: {
  readonly subject: { readonly kind: vocabulary.ReviewedKind; readonly id: string };
  /** Those that may be proposed: under review, and none waits. */
  readonly columns: readonly string[];
  readonly onDone: () => void;
}) {
  const word = useWords();
  const said = useSaid();
  const fieldWord = useFieldWord(subject.kind);
  const askedWord = useFieldWord('propose-change');
  const propose = useTell('propose-change');
  const form = useSignedForm(onDone);
  const [column, setColumn] = useState(columns[0] ?? '');
  const [value, setValue] = useState('');
  const [words, setWords] = useState('');
  const send = (): void =>
    form.send(propose, [], ({ who, keyOf }) => {
      const proposed = value.trim() === '' ? null : value.trim();
      const body = { who, subjectKind: subject.kind, subjectId: subject.id, field: column, proposed, words: said(words) };
      return { body, key: keyOf({ ...body, tries: form.tries }) };
    });
  return (
    <SignedForm
      form={form}
      heading={word('action.propose-change')}
      error={propose.error}
      save={word('pending.send')}
      isBusy={propose.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <FormField id={form.idOf('field')} label={word('bulk.column')} fault={null}>
        <Select
          value={column}
          options={columns.map((each) => [each, fieldWord(each)])}
          onChoose={(id) => {
            setColumn(id);
            setValue('');
          }}
        />
      </FormField>
      <FormField id={form.idOf('proposed')} label={askedWord('proposed')} fault={null}>
        <ColumnValue key={column} kind={subject.kind} column={column} value={value} onValue={setValue} label={askedWord('proposed')} />
      </FormField>
      <FormField id={form.idOf('words')} label={askedWord('words')} fault={null}>
        <input value={words} maxLength={500} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
      </FormField>
    </SignedForm>
  );
}
