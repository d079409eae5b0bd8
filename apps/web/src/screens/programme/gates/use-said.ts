import type { Bilingual } from '@westgate/base';
import { useCallback } from 'react';
import { useDistrictFrame } from '../../../frame/district-context.ts';
import { useLanguage } from '../../../frame/use-view.ts';

/** Gives a text as typed in the language of the screen, or in the one the district keeps. */
export function useSaid(): (text: string) => Bilingual {
  const shown = useLanguage();
  const { languages } = useDistrictFrame().district;
  const language = languages.includes(shown) ? shown : (languages[0] ?? shown);
  return useCallback(
    (text) => {
      const said = text.trim() === '' ? null : text.trim();
      return { zh: language === 'zh' ? said : null, en: language === 'en' ? said : null };
    },
    [language],
  );
}
