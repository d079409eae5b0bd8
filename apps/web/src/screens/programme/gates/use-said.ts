import type { Bilingual } from '@westgate/base';
import { useCallback } from 'react';
import { useTypingLanguage } from '../../../frame/use-typing-language.ts';

/** Gives a text as typed in the language of the screen, or in the one the district keeps. */
export function useSaid(): (text: string) => Bilingual {
  const language = useTypingLanguage();
  return useCallback(
    (text) => {
      const said = text.trim() === '' ? null : text.trim();
      return { zh: language === 'zh' ? said : null, en: language === 'en' ? said : null };
    },
    [language],
  );
}
