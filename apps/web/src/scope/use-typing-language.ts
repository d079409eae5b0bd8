import type { Bilingual, Language } from '@westgate/base';
import { useCallback } from 'react';
import { useDistrictFrame } from './district-context.ts';
import { useLanguage } from './use-view.ts';

/** The language in which what is typed is kept: that of the screen, or the one the district keeps where it does not keep that. */
export function useTypingLanguage(): Language {
  return keptLanguage(useLanguage(), useDistrictFrame().district.languages);
}

/** `shown` where it is among the languages a district keeps, else the first of them. */
export function keptLanguage(shown: Language, languages: readonly Language[]): Language {
  return languages.includes(shown) ? shown : (languages[0] ?? shown);
}

/** A text as typed in one language; nothing where nothing was typed. */
export function saidIn(text: string, language: Language): Bilingual {
  const said = text.trim() || null;
  return { zh: language === 'zh' ? said : null, en: language === 'en' ? said : null };
}

/** Gives a text as typed in the language of the screen, or in the one the district keeps. */
export function useSaid(): (text: string) => Bilingual {
  const language = useTypingLanguage();
  return useCallback((text) => saidIn(text, language), [language]);
}
