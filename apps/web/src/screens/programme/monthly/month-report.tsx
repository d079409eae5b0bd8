import { Link } from '@tanstack/react-router';
import type { MonthlySheet } from '@westgate/contract';
import { guessMonthlyColumn, MONTHLY_COLUMN_NAMES, type TemplateColumn, templateWords } from '@westgate/domain';
import { useState } from 'react';
import { fileAddress } from '../../../api/client.ts';
import { useEdits } from '../../../api/edits.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { FileLinks } from '../../../parts/file-links.tsx';
import { Select } from '../../../parts/select.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { WithdrawButton } from '../../../record/form/row-acts.tsx';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useDistrictFrame, useScope } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useMayOpen } from '../../../scope/may-open.ts';
import { useLanguage, useSetView, useView } from '../../../scope/use-view.ts';
import { ReportItem } from '../../reports/report-item.tsx';
import { FreezeForm } from './freeze-form.tsx';
import { headsIn } from './view-model.ts';

/** The sheet as a file, the reports that froze this month, and the act that freezes it. */
export function MonthReport({ sheet, department }: { readonly sheet: MonthlySheet; readonly department: string | undefined }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const language = useLanguage();
  const setView = useSetView();
  const { edit } = useView();
  const mayEdit = useMayChange('edit-all');
  const mayOpen = useMayOpen();
  const { mode } = useDistrictFrame().district;
  const say = useSay();
  const scope = useScope();
  const { month, frozen, templates } = sheet;
  const hrefOf = (template?: string): string =>
    fileAddress('monthly-xlsx', { query: { ...scope, month, department, lang: language, template } });
  return (
    <section className="section no-print" aria-labelledby="month-report">
      <h2 id="month-report">{word('monthly.reportTitle', { month: sayWhen(month) })}</h2>
      <p className="row">
        <FileLinks
          files={[
            { label: word('monthly.file'), href: hrefOf() },
            { label: word('monthly.standard'), href: fileAddress('task-sheet-xlsx', { query: { lang: language, month } }) },
          ]}
        />
        {mode === 'ready' && mayOpen('/plan/sheet') ? (
          <Link to="/plan/sheet" className="button plain">
            {word('sheet.title')}
          </Link>
        ) : null}
        {mayEdit ? <Button look="plain" name={word('monthly.newTemplate')} onClick={() => setView({ edit: 'new:template' })} /> : null}
        <span className="small soft">{word('monthly.whole')}</span>
      </p>
      {templates.length === 0 ? null : (
        <ul className="lines template-list">
          {templates.map(({ id, name, rev }) => (
            <li key={id}>
              <FileLinks files={[{ label: say(name) || id, of: word('monthly.file'), href: hrefOf(id) }]} />
              <WithdrawButton edit={{ action: 'withdraw', table: 'recipe', key: id, rev }} name={say(name) || id} />
            </li>
          ))}
        </ul>
      )}
      {edit === 'new:template' && mayEdit ? <TemplateForm onDone={() => setView({ edit: undefined }, { replace: true })} /> : null}
      {frozen.length === 0 ? (
        <EmptyState>{word('monthly.notFrozen')}</EmptyState>
      ) : (
        <ul className="lines report-list">
          {frozen.map((report) => (
            <ReportItem key={report.number} report={report} />
          ))}
        </ul>
      )}
      {!mayEdit ? null : edit === 'freeze' ? (
        <FreezeForm key={`${month} ${scope.plan ?? ''}`} sheet={sheet} onDone={() => setView({ edit: undefined }, { replace: true })} />
      ) : (
        <p className="row part-start">
          <Button name={word('monthly.freezeOf', { month: sayWhen(month) })} onClick={() => setView({ edit: 'freeze' })} />
        </p>
      )}
    </section>
  );
}

/** Keeps the columns of a template of superiors: its head is pasted, what each column is filled with is guessed and can be set. */
function TemplateForm({ onDone }: { readonly onDone: () => void }) {
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
