import { LANGUAGE_TAGS, type Language } from '@westgate/base';
import { useWords, type WordId } from '../messages/words.ts';
import { useDistrictFrame } from '../scope/district-context.ts';
import { FormField } from './form-field.tsx';

type Texts = Readonly<Record<Language, string>>;

/** The title of a report in the languages of the district; what is wrong with it stands at the first. */
export function TitleFields({
  idOf,
  title,
  fault,
  onTitle,
}: {
  readonly idOf: (field: string) => string;
  readonly title: Texts;
  readonly fault: WordId | null;
  readonly onTitle: (title: Texts) => void;
}) {
  const word = useWords();
  const { languages } = useDistrictFrame().district;
  return languages.map((language, index) => (
    <FormField
      key={language}
      id={idOf(index === 0 ? 'title' : `title-${language}`)}
      label={word(`report.title.${language}`)}
      fault={index === 0 ? fault : null}
    >
      <textarea
        lang={LANGUAGE_TAGS[language]}
        rows={2}
        maxLength={200}
        value={title[language]}
        onChange={({ target }) => onTitle({ ...title, [language]: target.value })}
      />
    </FormField>
  ));
}
