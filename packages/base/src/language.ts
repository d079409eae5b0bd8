/** The languages of screens and records. Chinese and English are equals. */
export type Language = 'zh' | 'en';

/** How HTML and the browser name a language (BCP 47). */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** A text in both languages; `null` where it is not held in that language. */
export type Bilingual = { readonly zh: string | null; readonly en: string | null };

/** A text held in both languages: what Westgate itself says is never in one only. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** The text in `language`, else in the other, else `null`. */
export function inLanguage(text: Bilingual, language: Language): string | null {
  return text[language] ?? text[language === 'zh' ? 'en' : 'zh'];
}

/** The language to show a text in: the one wanted where it is held in it, else the other. */
export function languageHeld(text: Bilingual, wanted: Language): Language {
  const other = wanted === 'zh' ? 'en' : 'zh';
  return text[wanted] === null && text[other] !== null ? other : wanted;
}

/** What stands behind a text that is held in the other language alone, by the language that was wanted. */
const ONLY_IN: Readonly<Record<Language, string>> = { zh: '［仅有英文］', en: ' [Chinese only]' };

/** The mark of a text that is shown in the other language because it is held in that one alone; empty where it is not. */
export function onlyMark(text: Bilingual, wanted: Language): string {
  return languageHeld(text, wanted) === wanted ? '' : ONLY_IN[wanted];
}

/** The text in `language`, else in the other with a mark that says so, else `null`. */
export function inLanguageMarked(text: Bilingual, language: Language): string | null {
  const words = inLanguage(text, language);
  return words === null ? null : `${words}${onlyMark(text, language)}`;
}
