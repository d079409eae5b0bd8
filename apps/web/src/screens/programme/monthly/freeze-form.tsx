import { type Bilingual, isPeriod, LANGUAGE_TAGS, type Language } from '@westgate/base';
import type { MonthlySheet, Narrative } from '@westgate/contract';
import { NARRATIVE_SECTIONS, type NarrativeSection, sayPeriod } from '@westgate/domain';
import { useState } from 'react';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useWords } from '../../../messages/words.ts';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useDistrictFrame, useShownPlan } from '../../../scope/district-context.ts';

/** What is written of a month, as it stands in the fields. */
interface FreezeSaid {
  readonly title: Readonly<Record<Language, string>>;
  readonly narrative: Readonly<Record<NarrativeSection, Readonly<Record<Language, string>>>>;
}

/** Freezes the month as the next numbered report: figures as they stand, and what people write of it, carried over from the last one. */
export function FreezeForm({ sheet, onDone }: { readonly sheet: MonthlySheet; readonly onDone: () => void }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { languages, today } = useDistrictFrame().district;
  const plan = useShownPlan()?.id ?? null;
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
        lang={LANGUAGE_TAGS[language]}
        rows={rows}
        maxLength={most}
        value={value}
        onChange={(event) => onText(event.target.value)}
      />
    </FormField>
  );
}

/** The fields as the form opens: a title of the month, and what was last written, to be edited. */
export function freezeBefore({ month, carried }: Pick<MonthlySheet, 'month' | 'carried'>): FreezeSaid {
  const said = (section: NarrativeSection): Readonly<Record<Language, string>> => ({
    zh: carried?.narrative[section].zh ?? '',
    en: carried?.narrative[section].en ?? '',
  });
  const of = isPeriod(month) ? sayPeriod(month) : { zh: month, en: month };
  return {
    title: { zh: `${of.zh.replaceAll(' ', '')}项目调度月报`, en: `Monthly report of projects, ${of.en}` },
    narrative: { overview: said('overview'), problems: said('problems'), next: said('next') },
  };
}

/** The request that the fields tell, in the languages of the district. */
export function freezeRequest(
  { title, narrative }: FreezeSaid,
  languages: readonly Language[],
): { title: Bilingual; narrative: Narrative } {
  const pair = (texts: Readonly<Record<Language, string>>): { zh: string | null; en: string | null } => ({
    zh: languages.includes('zh') ? texts.zh.trim() || null : null,
    en: languages.includes('en') ? texts.en.trim() || null : null,
  });
  return {
    title: pair(title),
    narrative: { overview: pair(narrative.overview), problems: pair(narrative.problems), next: pair(narrative.next) },
  };
}

/** What keeps the month from being frozen. */
export function freezeFaults({ title }: FreezeSaid): readonly FormFault[] {
  return title.zh.trim() === '' && title.en.trim() === '' ? [{ field: 'title', word: 'report.fault.title' }] : [];
}
