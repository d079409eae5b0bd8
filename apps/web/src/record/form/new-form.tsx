import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useEdits } from '../../api/edits.ts';
import type { FormKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { Picker } from '../../parts/picker.tsx';
import { useOpenRecord } from '../../parts/thing-link.tsx';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { letGo } from '../../scope/let-go.ts';
import { useOnlyDepartment } from '../../scope/may-change.ts';
import { FormField } from '../form-field.tsx';
import { useFieldWord, useNounWord } from './field-words.ts';
import { layoutOf } from './form-layout.ts';
import { faultsOf } from './form-values.ts';
import { creationEdits, openedForm } from './new-record.ts';
import { unitFaults } from './new-unit.ts';
import { MoreFields, RecordFields } from './record-fields.tsx';
import { serverFaults } from './server-faults.ts';
import { SignedForm, useSignedForm } from './signed-form.tsx';

/** The form of a new record. It and its links become one deed. */
export function NewForm({
  kind,
  origin,
}: {
  readonly kind: FormKind;
  readonly origin: { readonly kind: string; readonly id: string } | null;
}) {
  const word = useWords();
  const nounWord = useNounWord();
  const fieldWord = useFieldWord(kind);
  const navigate = useNavigate();
  const open = useOpenRecord();
  const { district } = useDistrictFrame();
  const form = useSignedForm(() => undefined);
  const own = useOnlyDepartment();
  const [{ values, ties }, setForm] = useState(() => openedForm(kind, origin, district.today, own));
  const make = useEdits();
  const layout = layoutOf(kind, true);
  const told = serverFaults(make.error, Object.keys(values));
  const { idOf } = form;
  const set = (column: string, value: (typeof values)[string]): void =>
    setForm((before) => ({ ...before, values: { ...before.values, [column]: value } }));
  const state = { kind, values, faults: [...form.faults, ...told], idOf, set };
  const send = (): void => {
    const { edits, at } = creationEdits(kind, values, ties, district);
    form.send(
      make,
      [...faultsOf(kind, values, true), ...unitFaults(values, district)],
      ({ who, keyOf }) => {
        const request = { edits, who, reason: '' };
        return { ...request, key: keyOf(request) };
      },
      ({ records }) => open(kind, records[at]?.key ?? ''),
    );
  };
  return (
    <SignedForm
      form={form}
      label={word('form.new', { noun: nounWord(kind) })}
      error={make.error}
      told={told}
      nameOf={fieldWord}
      save={word('form.make', { noun: nounWord(kind) })}
      isBusy={make.isPending}
      onSend={send}
      onLeave={() => letGo(() => navigate({ to: '/register', search: { noun: kind } }))}
    >
      <RecordFields entries={layout.first} {...state} />
      {ties.map(({ tie, picked }, index) => (
        <FormField key={tie.relation} id={idOf(tie.relation)} fault={null} label={word(`form.tie.${tie.relation}`)}>
          <Picker
            kinds={tie.kinds}
            value={tie.kinds.flatMap((each) => (each === picked?.kind ? [{ kind: each, id: picked.id }] : []))[0] ?? null}
            onPick={(next) =>
              setForm((before) => ({ ...before, ties: before.ties.map((each, at) => (at === index ? { tie, picked: next } : each)) }))
            }
          />
        </FormField>
      ))}
      <MoreFields entries={layout.more} {...state} />
    </SignedForm>
  );
}
