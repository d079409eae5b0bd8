/** The languages of screens and records. Chinese and English are equals. */
export type Language = 'zh' | 'en';

/** A text in both languages; `null` where it is not held in that language. */
export type Bilingual = { readonly zh: string | null; readonly en: string | null };

/** The text in `language`, else in the other, else `null`. */
export function inLanguage(text: Bilingual, language: Language): string | null {
  return text[language] ?? text[language === 'zh' ? 'en' : 'zh'];
}
