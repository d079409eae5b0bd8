import type { Bilingual, Language } from '@westgate/base';

/** The two columns of a text as one value. An empty text is no text. */
export function pair(zh: string | null | undefined, en: string | null | undefined): { zh: string | null; en: string | null } {
  return { zh: zh || null, en: en || null };
}

/** The texts in both languages, joined by ` · `; a language stays empty where none of them has it. */
export function joined(texts: readonly Bilingual[]): { zh: string | null; en: string | null } {
  const join = (language: Language): string => texts.flatMap((text) => text[language] ?? []).join(' · ');
  return pair(join('zh'), join('en'));
}

/** A text with nothing in it. */
export const NO_TEXT: { readonly zh: null; readonly en: null } = { zh: null, en: null };
