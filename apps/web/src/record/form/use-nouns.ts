import { useCallback } from 'react';
import type { FormKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { useLanguage } from '../../scope/use-view.ts';

/** Gives the word of a kind of record as it stands within a sentence. */
export function useNounWord(): (kind: FormKind) => string {
  const word = useWords();
  const language = useLanguage();
  return useCallback((kind) => (language === 'en' ? word(`noun.${kind}`).toLowerCase() : word(`noun.${kind}`)), [word, language]);
}
