import { guessMonthlyColumn, MONTHLY_COLUMN_NAMES, type TemplateColumn, templateWords } from '@westgate/domain';
import { useState } from 'react';
import { useEdits } from '../../../api/edits.ts';
import { useWords } from '../../../messages/words.ts';
import { Select } from '../../../parts/select.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useLanguage } from '../../../scope/use-view.ts';
import { headsIn } from './view-model.ts';

/** Keeps the columns of a template of superiors: its head is pasted, what each column is filled with is guessed and can be set. */
export function TemplateForm({ onDone }: { readonly onDone: () => void }) {
  const word = useWords();
  const language = useLanguage();
  const form = useSignedForm(onDone);
  const make = useEdits();
  const [name, setName] = useState('');
  const [columns, setColumns] = useState<readonly TemplateColumn[]>([]);
  const send = (): void => {
    const found: FormFault[] = [
      ...(name.trim() === '' ? [{ field: 'name', word: 'form.fault.name' } as const] : []),
      ...(columns.some((column) => column.name !== null) ? [] : [{ field: 'head', word: 'monthly.fault.head' } as const]),
    ];
    form.send(make, found, ({ who, keyOf }) => {
      const fields = { [`name_${language}`]: name.trim(), columns: templateWords(columns) };
      const request = { edits: [{ action: 'create' as const, table: 'recipe' as const, fields }], who, reason: '' };
      return { ...request, key: keyOf(request) };
    });
  };
  return (
    <SignedForm
      form={form}
      className="record-form month-form"
      heading={word('monthly.newTemplate')}
      error={make.error}
      save={word('form.save')}
      isBusy={make.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <FormField id={form.idOf('name')} label={word('monthly.templateName')} fault={form.faultOf('name')}>
        <input value={name} maxLength={200} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </FormField>
      <FormField
        id={form.idOf('head')}
        label={word('monthly.templateHead')}
        hint={word('monthly.templateHint')}
        fault={form.faultOf('head')}
      >
        <textarea
          rows={3}
          onChange={(event) => setColumns(headsIn(event.target.value).map((head) => ({ head, name: guessMonthlyColumn(head) })))}
        />
      </FormField>
      {columns.map(({ head, name: filled }, index) => (
        <FormField key={form.idOf(`column-${index}`)} id={form.idOf(`column-${index}`)} label={head} fault={null}>
          <Select
            value={filled}
            options={MONTHLY_COLUMN_NAMES.map((each) => [each, word(`monthly.column.${each}`)])}
            none={word('monthly.column.none')}
            onChoose={(id) => setColumns(columns.map((column, at) => (at === index ? { ...column, name: id } : column)))}
          />
        </FormField>
      ))}
    </SignedForm>
  );
}
