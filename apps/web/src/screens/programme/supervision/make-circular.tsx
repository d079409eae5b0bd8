import { addDays, type Bilingual, dayOf, isDay, LANGUAGE_TAGS, type Language } from '@westgate/base';
import { CIRCULAR_ORIGINS, capital, sayDay, vocabularyName } from '@westgate/domain';
import { useState } from 'react';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayField } from '../../../parts/day-field.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { TitleFields } from '../../../record/title-fields.tsx';
import { useDistrictFrame, useShownDay, useShownPlan } from '../../../scope/district-context.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { CircularPreview } from './circular-preview.tsx';

type Texts = Readonly<Record<Language, string>>;

/** Freezes a supervision circular, shown beforehand as its paper will say it: of which period, what it tells of, its title, what is written in it. It then stands among the reports. */
export function MakeCircular({ onDone }: { readonly onDone: () => void }) {
  const word = useWords();
  const say = useSay();
  const shown = useLanguage();
  const { languages } = useDistrictFrame().district;
  const { day } = useShownDay();
  const plan = useShownPlan()?.id ?? null;
  const form = useSignedForm(onDone);
  const make = useTellAndSee('make-report');
  const [chosenPeriod, setPeriod] = useState<Period | null>(null);
  const period = chosenPeriod ?? monthBefore(day);
  const [typed, setTyped] = useState<Texts | null>(null);
  const [words, setWords] = useState<Texts>({ zh: '', en: '' });
  const title = typed ?? titleOf(period);
  const [origins, setOrigins] = useState(CIRCULAR_ORIGINS);
  const send = (): void =>
    form.send(make, faultsOf({ period, title, origins, day }), ({ who, keyOf }) => {
      const draft = {
        title: pairIn(title, languages),
        asOf: day,
        plan,
        circular: {
          ...period,
          words: pairIn(words, languages),
          ...(origins.length === CIRCULAR_ORIGINS.length ? {} : { origins: [...origins] }),
        },
        who,
      };
      return { body: draft, key: keyOf(draft) };
    });
  return (
    <SignedForm
      form={form}
      className="record-form month-form"
      heading={word('circular.make')}
      level="h2"
      error={make.error}
      save={word('report.freeze')}
      isBusy={make.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <p className="note">{word('circular.hint')}</p>
      <div className="circular-fields">
        {(['from', 'to'] as const).map((end) => (
          <FormField key={end} id={form.idOf(end)} label={word(`circular.${end}`)} fault={form.faultOf(end)}>
            <DayField
              aria-label={word(`circular.${end}`)}
              value={period[end]}
              onDay={(chosen) => setPeriod({ ...period, [end]: chosen })}
            />
          </FormField>
        ))}
        <fieldset className="form-field matter-departments" id={form.idOf('origins')} tabIndex={-1}>
          <legend>{word('circular.origins')}</legend>
          {CIRCULAR_ORIGINS.map((origin) => (
            <label key={origin} className="tick">
              <input
                type="checkbox"
                checked={origins.includes(origin)}
                onChange={({ target }) =>
                  setOrigins(CIRCULAR_ORIGINS.filter((each) => (each === origin ? target.checked : origins.includes(each))))
                }
              />
              <span>{say(capital(vocabularyName('matter.origin', origin)))}</span>
            </label>
          ))}
          {form.faultOf('origins') ? <p className="fault">{word('circular.fault.origins')}</p> : null}
        </fieldset>
        <TitleFields idOf={form.idOf} title={title} fault={form.faultOf('title')} onTitle={setTyped} />
        {languages.map((language) => (
          <FormField
            key={`words ${language}`}
            id={form.idOf(`words-${language}`)}
            label={`${word('circular.words')} · ${word(`language.${language}`)}`}
            fault={null}
          >
            <textarea
              lang={LANGUAGE_TAGS[language]}
              rows={3}
              maxLength={5000}
              value={words[language]}
              onChange={({ target }) => setWords({ ...words, [language]: target.value })}
            />
          </FormField>
        ))}
      </div>
      {isAskable(period, day) && origins.length > 0 ? <CircularPreview {...period} origins={origins} words={words[shown]} /> : null}
    </SignedForm>
  );
}

interface Period {
  readonly from: string;
  readonly to: string;
}

/** The month before that of a day: what a circular is usually of. */
function monthBefore(day: string): Period {
  const to = addDays(dayOf(`${day.slice(0, 7)}-01`), -1);
  return { from: `${to.slice(0, 7)}-01`, to };
}

function titleOf({ from, to }: Period): Texts {
  if (!isDay(from) || !isDay(to)) return { zh: '', en: '' };
  const [first, last] = [sayDay(from), sayDay(to)];
  return {
    zh: `督查通报（${first.zh.replaceAll(' ', '')}至${last.zh.replaceAll(' ', '')}）`,
    en: `Supervision circular, ${first.en} to ${last.en}`,
  };
}

/** Whether a circular of a period can be asked for: a whole day each, in their order, none of them after the day shown. */
function isAskable({ from, to }: Period, day: string): boolean {
  return isDay(from) && isDay(to) && from <= to && to <= day;
}

interface Asked {
  readonly period: Period;
  readonly title: Texts;
  readonly origins: readonly string[];
  readonly day: string;
}

function faultsOf({ period: { from, to }, title, origins, day }: Asked): readonly FormFault[] {
  const isEmpty = title.zh.trim() === '' && title.en.trim() === '';
  return [
    ...(isEmpty ? [{ field: 'title', word: 'report.fault.title' } as const] : []),
    ...(from > to ? [{ field: 'from', word: 'circular.fault.order' } as const] : []),
    ...(origins.length === 0 ? [{ field: 'origins', word: 'circular.fault.origins' } as const] : []),
    ...(to > day ? [{ field: 'to', word: 'circular.fault.ahead' } as const] : []),
  ];
}

function pairIn({ zh, en }: Texts, languages: readonly Language[]): Bilingual {
  const said = (text: string, language: Language): string | null => (languages.includes(language) ? text.trim() || null : null);
  return { zh: said(zh, 'zh'), en: said(en, 'en') };
}
