import type { Edit } from '@westgate/contract';
import { described, keyOf } from '@westgate/domain';
import { type ReactNode, useState } from 'react';
import { useEdits } from '../../api/edits.ts';
import type { PartKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useMayChange } from '../../scope/may-change.ts';
import { useSetView, useView } from '../../scope/use-view.ts';
import { useFieldWord } from './field-words.ts';
import { layoutOf } from './form-layout.ts';
import { emptyValues, type FormFault, type FormValue, type FormValues, faultsOf } from './form-values.ts';
import { creationEdits } from './new-record.ts';
import { unitFaults } from './new-unit.ts';
import { changedColumns, withBases, withTyped } from './own-basis.ts';
import { MoreFields, RecordFields } from './record-fields.tsx';
import { serverFaults } from './server-faults.ts';
import { SignedForm, useSignedForm } from './signed-form.tsx';

/** A part that is there and is given other values. */
export interface RevisedPart {
  readonly key: string;
  readonly rev: number;
  readonly values: FormValues;
}

/** A part that is there: the row it is taken out by. */
type HeldPart =
  | { readonly kind: 'figure' | 'milestone' | 'component' | 'planned_amount'; readonly id: string; readonly rev: number }
  | {
      readonly kind: 'indicator_value';
      readonly indicator: string;
      readonly value: { readonly kind: string; readonly period: string; readonly source: { readonly id: string }; readonly rev: number };
    };

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

/** A row of a table that is corrected in its place: its form, once it is opened, over all its columns. */
export function PartRow({
  kind,
  id,
  rev,
  values,
  columns,
  children,
}: {
  readonly kind: PartKind;
  readonly id: string;
  readonly rev: number;
  /** What the form opens with. */
  readonly values: () => FormValues;
  readonly columns: number;
  /** The row as it is read. */
  readonly children: ReactNode;
}) {
  const { edit } = useView();
  const setView = useSetView();
  if (edit !== `${kind}:${id}`) return children;
  return (
    <tr>
      <td colSpan={columns}>
        <PartForm
          kind={kind}
          of={{}}
          held={{ key: id, rev, values: values() }}
          onDone={() => setView({ edit: undefined }, { replace: true })}
        />
      </td>
    </tr>
  );
}

/** The way to a new figure or value of a record: a button, then the form. Nothing while only reading is possible. */
export function PartSection({ kind, of }: { readonly kind: PartKind; readonly of: Readonly<Record<string, string>> }) {
  const word = useWords();
  const mayEdit = useMayChange(described(kind).right === 'update' ? 'update' : 'edit');
  const [isOpen, setOpen] = useState(false);
  if (!mayEdit) return null;
  if (isOpen) return <PartForm kind={kind} of={of} onDone={() => setOpen(false)} />;
  return (
    <p className="part-start">
      <Button name={word(`part.new.${kind}`)} onClick={() => setOpen(true)} />
    </p>
  );
}

/** What keeps a part from being sent beyond its single fields: a figure is a number or words, and a number has a unit. */
function partFaults(kind: PartKind, values: FormValues): readonly FormFault[] {
  if (kind !== 'figure') return [];
  const isEmpty = (column: string): boolean => typeof values[column] !== 'string' || String(values[column]).trim() === '';
  if (isEmpty('value')) return isEmpty('words_zh') && isEmpty('words_en') ? [{ field: 'value', word: 'part.fault.value' }] : [];
  return isEmpty('unit') ? [{ field: 'unit', word: 'record.fault.unit' }] : [];
}

/** The edit that takes a part out. */
export function withdrawEdit(part: HeldPart): Edit {
  if (part.kind !== 'indicator_value') return { action: 'withdraw', table: part.kind, key: part.id, rev: part.rev };
  const { kind, period, source, rev } = part.value;
  const key = keyOf('indicator_value', { indicator: part.indicator, kind, period, source: source.id });
  return { action: 'withdraw', table: 'indicator_value', key, rev };
}

/** The edit that gives a part the values that differ from those it was read with. */
function revisionEdit(
  table: PartKind,
  { key, rev, values }: { readonly key: string; readonly rev: number; readonly values: FormValues },
  typed: FormValues,
): Edit {
  return { action: 'revise', table, key, rev, fields: changedColumns(table, typed, values) };
}
