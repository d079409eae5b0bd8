import { useCallback } from 'react';
import { useLanguage } from '../../frame/use-view.ts';
import { useWords } from '../../messages/words.ts';
import type { FormKind } from './form-kinds.ts';

/** Gives the word of a kind of record as it stands within a sentence. */
export function useNounWord(): (kind: FormKind) => string {
  const word = useWords();
  const language = useLanguage();
  return useCallback((kind) => (language === 'en' ? word(`noun.${kind}`).toLowerCase() : word(`noun.${kind}`)), [word, language]);
}
