import type { Language } from '@westgate/base';
import type { MonthlySheet } from '@westgate/contract';
import { NARRATIVE_SECTIONS } from '@westgate/domain';
import { useState } from 'react';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useWords } from '../../../messages/words.ts';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useShownPlan } from '../../../scope/use-scope.ts';
import { type FreezeSaid, freezeBefore, freezeFaults, freezeRequest } from './freeze-draft.ts';

/** Freezes the month as the next numbered report: figures as they stand, and what people write of it, carried over from the last one. */
export function FreezeForm({ sheet, onDone }: { readonly sheet: MonthlySheet; readonly onDone: () => void }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { languages, today } = useDistrictFrame().district;
  const plan = useShownPlan()?.id;
  const form = useSignedForm(onDone);
  const make = useTellAndSee('make-report');
  const [said, setSaid] = useState<FreezeSaid>(() => freezeBefore(sheet));
  const send = (): void =>
    form.send(make, freezeFaults(said), ({ who, keyOf }) => {
      const { title, narrative } = freezeRequest(said, languages);
      const draft = { title, asOf: today, plan, monthly: { month: sheet.month, narrative }, who };
      return { body: draft, key: keyOf(draft) };
    });
  return (
    <SignedForm
      form={form}
      className="record-form month-form"
      heading={word('monthly.freezeOf', { month: sayWhen(sheet.month) })}
      error={make.error}
      save={word('report.freeze')}
      isBusy={make.isPending}
      onSend={send}
      onLeave={onDone}
    >
      {sheet.carried ? <p className="note">{word('monthly.carriedWords', { month: sayWhen(sheet.carried.month) })}</p> : null}
      {languages.map((language, index) => (
        <Written
          key={language}
          id={form.idOf(index === 0 ? 'title' : `title-${language}`)}
          label={word(`report.title.${language}`)}
          language={language}
          rows={1}
          most={200}
          value={said.title[language]}
          onText={(text) => setSaid({ ...said, title: { ...said.title, [language]: text } })}
        />
      ))}
      {NARRATIVE_SECTIONS.flatMap((section) =>
        languages.map((language) => (
          <Written
            key={`${section} ${language}`}
            id={form.idOf(`${section}-${language}`)}
            label={`${word(`monthly.section.${section}`)} · ${word(`language.${language}`)}`}
            language={language}
            rows={3}
            most={5000}
            value={said.narrative[section][language]}
            onText={(text) =>
              setSaid({ ...said, narrative: { ...said.narrative, [section]: { ...said.narrative[section], [language]: text } } })
            }
          />
        )),
      )}
    </SignedForm>
  );
}

function Written({
  id,
  label,
  language,
  rows,
  most,
  value,
  onText,
}: {
  readonly id: string;
  readonly label: string;
  readonly language: Language;
  readonly rows: number;
  readonly most: number;
  readonly value: string;
  readonly onText: (text: string) => void;
}) {
  return (
    <FormField id={id} label={label} fault={null}>
      <textarea
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        rows={rows}
        maxLength={most}
        value={value}
        onChange={(event) => onText(event.target.value)}
      />
    </FormField>
  );
}
