import { LANGUAGE_TAGS, type Language } from '@westgate/base';
import { useWords } from '../messages/words.ts';
import type { TypedPair } from './district-draft.ts';

/** Letters of Latin that a line of the narrowest field holds; a Chinese one takes two. */
const LINE = 22;

const MOST_LINES = 6;

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
              lang={LANGUAGE_TAGS[language]}
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

/** A field of one paragraph that grows with what is typed, so that nothing of it is cut off. */
export function GrowingField({
  id,
  value,
  lang,
  maxLength,
  placeholder,
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly lang?: string | undefined;
  readonly maxLength: number;
  readonly placeholder?: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  return (
    <textarea
      id={id}
      className="field growing"
      lang={lang}
      maxLength={maxLength}
      rows={linesOf(value)}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
    />
  );
}

/** For browsers that do not size a field by its content. */
function linesOf(text: string): number {
  const width = [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);
  return Math.min(MOST_LINES, Math.max(1, Math.ceil(width / LINE)));
}
