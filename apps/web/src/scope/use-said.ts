import type { Bilingual } from '@westgate/base';
import { useCallback } from 'react';
import { saidIn, useTypingLanguage } from './use-typing-language.ts';

/** Gives a text as typed in the language of the screen, or in the one the district keeps. */
export function useSaid(): (text: string) => Bilingual {
  const language = useTypingLanguage();
  return useCallback((text) => saidIn(text, language), [language]);
}
