import { type Bilingual, inLanguage, inLanguageMarked, type Language } from '@westgate/base';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useLanguage } from '../frame/use-view.ts';
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

/** The name of a text of the catalogues; both hold the same names (tested). */
export type WordId = keyof typeof en;

/** The texts of the screens in each language. */
export const CATALOGUES: Readonly<Record<Language, Readonly<Record<WordId, string>>>> = { zh, en };

/** Gives a text of the screens in the language shown, its `{places}` filled. */
export function useWords(): (id: WordId, values?: Readonly<Record<string, string | number>>) => string {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}

/** Gives a record's text in the language shown, else in the other and marked so, else the empty text. */
export function useSay(): (text: Bilingual) => string {
  const language = useLanguage();
  return useCallback((text) => inLanguageMarked(text, language) ?? '', [language]);
}

/** The same without the mark, for fields in which the text is changed. */
export function useSayBare(): (text: Bilingual) => string {
  const language = useLanguage();
  return useCallback((text) => inLanguage(text, language) ?? '', [language]);
}

/** True when `id` is the name of a text. */
export function isWordId(id: string): id is WordId {
  return id in en;
}
