import { useCallback } from 'react';
import { useWords } from '../../../messages/words.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import type { LinkChoice } from './relations.ts';

/** Gives a link as a record has it, in words: `serves a commitment`, `is served by a project`. */
export function useSayLink(): (choice: Pick<LinkChoice, 'relation' | 'isOnward' | 'other'>) => string {
  const word = useWords();
  const language = useLanguage();
  return useCallback(
    ({ relation, isOnward, other }) => {
      const noun = word(`noun.${other}`);
      return word(isOnward ? `relation.${relation}` : `relation.back.${relation}`, { noun: language === 'en' ? noun.toLowerCase() : noun });
    },
    [word, language],
  );
}
