import type { ListColumn } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEdits } from '../api/edits.ts';
import type { FormKind } from '../api/form-kinds.ts';
import { useSay, useWords } from '../messages/words.ts';
import { Unknown } from '../parts/fact.tsx';
import { WriteProgress } from '../parts/write-progress.tsx';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { useSayColumn } from '../record/form/use-say-value.ts';
import { FormField } from '../record/form-field.tsx';
import { useTypingLanguage } from '../scope/district-context.ts';
import { basisWords, type Change, editsOf, type Refused } from './changes.ts';
import type { ListRow } from './list-model.ts';

/** Changes that are shown before they are made. */
const SHOWN = 8;

/** Values of several records, or of one, changed as one deed: what would change is shown first, and one undo takes it back. */
export function ChangesForm({
  kind,
  heading,
  changes,
  refused = [],
  beyond = 0,
  nameOf,
  onDone,
  children,
}: {
  readonly kind: FormKind;
  readonly heading: string;
  readonly changes: readonly Change[];
  /** Texts that cannot stand where they were put, and how many had no cell. */
  readonly refused?: readonly Refused[];
  readonly beyond?: number;
  readonly nameOf: (row: ListRow) => string;
  readonly onDone: () => void;
  /** The controls of the new value, where it is not there yet. */
  readonly children?: ReactNode;
}) {
  const word = useWords();
  const say = useSay();
  const sayValue = useSayColumn(kind);
  const language = useTypingLanguage();
  const form = useSignedForm(onDone);
  const edits = useEdits();
  const [basis, setBasis] = useState('');
  const hasBasis = changes.some(({ stored }) => basisWords(kind, stored) !== null);
  const said = (column: ListColumn, stored: string, value: string): string => {
    const name = column.values?.find(({ key }) => key === value)?.name ?? null;
    return name ? say(name) : sayValue(stored, value);
  };
  const send = (): void =>
    form.send(edits, changes.length === 0 ? [{ field: 'value', word: 'list.fault.nothing' }] : [], ({ who, keyOf }) => {
      const body = editsOf(kind, changes, basis.trim(), language);
      return { who, reason: '', edits: [...body], key: keyOf(body) };
    });
  return (
    <SignedForm
      form={form}
      className="record-form changes-form"
      heading={heading}
      error={edits.error}
      save={word(new Set(changes.map(({ stored }) => stored)).size > 1 ? 'list.act' : 'bulk.act', { count: changes.length })}
      isBusy={edits.isPending}
      onSend={send}
      onLeave={onDone}
    >
      {children}
      {hasBasis ? (
        <FormField id={form.idOf('basis')} label={word('bulk.basis')} hint={word('bulk.basisHint')} fault={null}>
          <input value={basis} maxLength={500} autoComplete="off" onChange={({ target }) => setBasis(target.value)} />
        </FormField>
      ) : null}
      {refused.length > 0 ? (
        <div className="changes-refused small" role="alert">
          <p>{word('list.refused', { count: refused.length })}</p>
          <ul>
            {refused.slice(0, SHOWN).map(({ row, column, text }) => (
              <li key={`${row.id} ${column.id}`}>
                {nameOf(row)} · {say(column.head)}: “{text}”
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {beyond > 0 ? <p className="small soft">{word('list.beyond', { count: beyond })}</p> : null}
      <ul className="bulk-preview small">
        {changes.slice(0, SHOWN).map(({ row, column, stored, before, after }) => (
          <li key={`${row.id} ${stored}`}>
            <span>
              {nameOf(row)} <span className="soft">{say(column.head)}</span>
            </span>
            <span>
              {before === '' ? <EmptyValue none={column.none} /> : <del>{said(column, stored, before)}</del>} →{' '}
              <ins>{after === '' ? <EmptyValue none={column.none} /> : said(column, stored, after)}</ins>
            </span>
          </li>
        ))}
      </ul>
      {changes.length > SHOWN ? <p className="small soft">{word('bulk.more', { count: changes.length - SHOWN })}</p> : null}
      <WriteProgress write={edits} said={word('bulk.going', { count: changes.length })} />
    </SignedForm>
  );
}

/** What an empty value of a column says: as its description says, else that it is not known. */
function EmptyValue({ none }: { readonly none: ListColumn['none'] }) {
  const say = useSay();
  return none ? <span className="soft">{say(none)}</span> : <Unknown />;
}
