import type { Language } from '@westgate/base';

/** One Chinese character says about as much as this many Latin letters. */
const LETTERS_PER_CHARACTER = 2.5;

/** The language a text is mainly in, by its share of Chinese characters; `en` for a text without letters. */
export function languageOf(text: string): Language {
  let chinese = 0;
  let latin = 0;
  for (const character of text) {
    if (/\p{Script=Han}/u.test(character)) chinese += 1;
    else if (/\p{Script=Latin}/u.test(character)) latin += 1;
  }
  return chinese > 0 && chinese * LETTERS_PER_CHARACTER >= latin ? 'zh' : 'en';
}
