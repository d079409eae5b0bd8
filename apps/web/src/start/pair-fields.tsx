import type { Language } from '@westgate/base';
import { useWords } from '../messages/words.ts';
import type { TypedPair } from './district-draft.ts';
import { GrowingField } from './growing-field.tsx';

const TAGS = { zh: 'zh-CN', en: 'en' } as const;

/** A text in each language the district keeps, side by side. */
export function PairFields({
  id,
  label,
  value,
  languages,
  maxLength = 200,
  isLabelSeen = true,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: TypedPair;
  readonly languages: readonly Language[];
  readonly maxLength?: number;
  readonly isLabelSeen?: boolean;
  readonly onChange: (value: TypedPair) => void;
}) {
  const word = useWords();
  return (
    <div className="pair-fields">
      {(['zh', 'en'] as const)
        .filter((language) => languages.includes(language))
        .map((language) => (
          <div className="form-field" key={language}>
            <label htmlFor={`${id}-${language}`} className={isLabelSeen ? '' : 'unseen'}>
              {word('start.in', { what: label, language: word(`language.${language}`) })}
            </label>
            <GrowingField
              id={`${id}-${language}`}
              lang={TAGS[language]}
              maxLength={maxLength}
              value={value[language]}
              placeholder={isLabelSeen ? undefined : word(`language.${language}`)}
              onChange={(text) => onChange({ ...value, [language]: text })}
            />
          </div>
        ))}
    </div>
  );
}
