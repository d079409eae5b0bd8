import { inLanguage, type Language, strangeInWords } from '@westgate/base';
import type { FieldDraft, Slot } from './field-draft.ts';
import { faultAt } from './sheet-fault.ts';

/** Characters of words that a record keeps of a cell. */
const MOST_CHARACTERS = 4_000;

/** The column of a record that keeps what a cell states; `isPair`: one in each language. */
export interface KeptIn {
  readonly column: string;
  readonly isPair: boolean;
}

/** What is held of such a column, in one language, in the other one where that is missing. */
export function heldWords(row: Readonly<Record<string, unknown>>, { column, isPair }: KeptIn, language: Language): string | null {
  const at = (name: string): string | null => {
    const value = row[name];
    return typeof value === 'string' ? value : null;
  };
  return isPair ? inLanguage({ zh: at(`${column}_zh`), en: at(`${column}_en`) }, language) : at(column);
}

/** The name of a record, in one language, in the other one where that is missing. */
export function nameIn(
  { name_zh, name_en }: { readonly name_zh: string | null; readonly name_en: string | null },
  language: Language,
): string | null {
  return inLanguage({ zh: name_zh, en: name_en }, language);
}

/** The column that words in a language are kept in. */
export function columnFor({ column, isPair }: KeptIn, language: Language): string {
  return isPair ? `${column}_${language}` : column;
}

/** A text in one language alone, as the columns of both. */
export function inOneLanguage<Name extends string>(name: Name, text: string | null, language: Language) {
  const isZh = language === 'zh';
  return { [`${name}_zh`]: isZh ? text : null, [`${name}_en`]: isZh ? null : text } as Record<`${Name}_zh` | `${Name}_en`, string | null>;
}

/** The words of a cell that is kept as the sheet states it. */
export function readStated({ name: cell, said }: Slot): FieldDraft {
  if (said.length > MOST_CHARACTERS)
    return { value: null, fault: faultAt('faulty', 'too-long', cell, `at most ${MOST_CHARACTERS} characters`, `${said.length}`) };
  const strange = strangeInWords(said);
  if (strange !== null) return { value: null, fault: faultAt('faulty', 'words-unfit', cell, 'words that can be seen', strange) };
  return { value: said };
}

/** True for words that a record can keep as they are. */
export function isKept(said: string): boolean {
  return said.length <= MOST_CHARACTERS && strangeInWords(said) === null;
}
