import { LANGUAGE_TAGS, type Language } from '@westgate/base';
import type { KeyboardEvent } from 'react';
import { useWords } from '../../messages/words.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useLanguage } from '../../scope/use-view.ts';
import { hintWordId, useFieldWord } from './field-words.ts';
import { namedPair } from './form-layout.ts';
import type { TwoColumns } from './form-values.ts';

/** Pairs whose texts are sentences rather than names: given room. */
const LONG: ReadonlySet<string> = new Set(['note', 'clause', 'definition', 'reason', 'role', 'answer', 'dismissal', 'minutes']);

/** Whether a text of this name is sentences rather than a name. */
export function isLongText(name: string): boolean {
  return LONG.has(name);
}

/** A text in the languages of the district, side by side, the language of the screen first. */
export function PairField({ entry, kind, values, faults, idOf, set }: TwoColumns) {
  const word = useWords();
  const nameOf = useFieldWord(kind);
  const own = useLanguage();
  const { languages } = useDistrictFrame().district;
  const { name } = entry;
  const isNamed = namedPair(kind) === name;
  const hint = hintWordId(kind, name) ?? (isNamed && languages.length > 1 ? 'hint.named' : null);
  const fault = faults.find(({ field }) => field === name || field === entry.zh || field === entry.en);
  const order = [...languages].sort((a, b) => Number(b === own) - Number(a === own));
  return (
    <fieldset className={fault ? 'form-field pair-field faulty' : 'form-field pair-field'}>
      <legend>{nameOf(name)}</legend>
      {hint ? (
        <p id={`${idOf(name)}-hint`} className="note">
          {word(hint)}
        </p>
      ) : null}
      {fault ? (
        <p id={`${idOf(name)}-fault`} className="fault">
          {fault.word ? word(fault.word) : fault.told}
        </p>
      ) : null}
      <div className="pair-inputs">
        {order.map((language, index) => (
          <PairInput
            key={language}
            id={index === 0 ? idOf(name) : idOf(`${name}_${language}`)}
            language={language}
            label={nameOf(name)}
            isAlone={order.length === 1}
            isLong={isLongText(name)}
            described={[hint ? `${idOf(name)}-hint` : '', fault ? `${idOf(name)}-fault` : ''].filter((part) => part !== '').join(' ')}
            isInvalid={fault !== undefined}
            value={String(values[entry[language]] ?? '')}
            onChange={(text) => set(entry[language], text)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function PairInput({
  id,
  language,
  label,
  isAlone,
  isLong,
  described,
  isInvalid,
  value,
  onChange,
}: {
  readonly id: string;
  readonly language: Language;
  readonly label: string;
  readonly isAlone: boolean;
  readonly isLong: boolean;
  readonly described: string;
  readonly isInvalid: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const word = useWords();
  const shared = {
    id,
    className: 'field',
    value,
    lang: LANGUAGE_TAGS[language],
    'aria-label': isAlone ? label : `${label} · ${word(`language.${language}`)}`,
    'aria-describedby': described || undefined,
    'aria-invalid': isInvalid,
    autoComplete: 'off',
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange(isLong ? target.value : target.value.replaceAll(/\s*\n\s*/g, ' ')),
  };
  return (
    <span className="pair-input">
      {isAlone ? null : (
        <small aria-hidden="true" className="soft" lang={LANGUAGE_TAGS[language]}>
          {language === 'zh' ? '中' : 'EN'}
        </small>
      )}
      <textarea rows={isLong ? 2 : 1} {...shared} onKeyDown={isLong ? undefined : sendOnEnter} />
    </span>
  );
}

/** A name is one line, however long it is shown: Enter sends the form, unless it ends a composition. */
function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
