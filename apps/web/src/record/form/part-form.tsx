import { useState } from 'react';
import { useEdits } from '../../api/edits.ts';
import type { PartKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useFieldWord } from './field-words.ts';
import { layoutOf } from './form-layout.ts';
import { emptyValues, type FormValue, type FormValues, faultsOf } from './form-values.ts';
import { MoreFields } from './more-fields.tsx';
import { creationEdits } from './new-record.ts';
import { unitFaults } from './new-unit.ts';
import { withBases, withTyped } from './own-basis.ts';
import { partFaults, revisionEdit } from './part.ts';
import { RecordFields } from './record-fields.tsx';
import { serverFaults } from './server-faults.ts';
import { SignedForm, useSignedForm } from './signed-form.tsx';

/** A part that is there and is given other values. */
export interface RevisedPart {
  readonly key: string;
  readonly rev: number;
  readonly values: FormValues;
}

/** The form of a figure, a value, a gate or what it asks for; `of` says which record it is of, `held` which part is changed. One deed. */
export function PartForm({
  kind,
  of,
  held,
  onDone,
}: {
  readonly kind: PartKind;
  readonly of: Readonly<Record<string, string>>;
  readonly held?: RevisedPart;
  readonly onDone: () => void;
}) {
  const word = useWords();
  const fieldWord = useFieldWord(kind);
  const { district } = useDistrictFrame();
  const form = useSignedForm(onDone);
  const [values, setValues] = useState<FormValues>(
    () => held?.values ?? { ...emptyValues(kind), ...of, ...('confidence' in emptyValues(kind) ? { confidence: 'high' } : {}) },
  );
  const make = useEdits();
  const read = held?.values ?? null;
  const layout = withBases(kind, read, values, layoutOf(kind, held === undefined));
  const told = serverFaults(make.error, Object.keys(values));
  const state = {
    kind,
    values,
    faults: [...form.faults, ...told],
    idOf: form.idOf,
    read,
    set: (column: string, value: FormValue): void => setValues((before) => withTyped(kind, read, before, column, value)),
  };
  const send = (): void => {
    const found = [...faultsOf(kind, values, held === undefined), ...partFaults(kind, values), ...unitFaults(values, district)];
    form.send(make, found, ({ who, keyOf }) => {
      const edits = held ? [revisionEdit(kind, held, values)] : creationEdits(kind, values, [], district).edits;
      const request = { edits, who, reason: '' };
      return { ...request, key: keyOf(request) };
    });
  };
  return (
    <SignedForm
      form={form}
      label={word(held ? 'form.fields' : `part.new.${kind}`)}
      error={make.error}
      told={told}
      nameOf={fieldWord}
      save={word(held ? 'form.save' : `part.make.${kind}`)}
      isBusy={make.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <RecordFields entries={layout.first} {...state} />
      <MoreFields entries={layout.more} {...state} />
    </SignedForm>
  );
}
