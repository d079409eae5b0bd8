import type { PlanDocument, Sentence } from '@westgate/contract';
import { useWords } from '../messages/words.ts';
import { useLanguage } from '../scope/use-view.ts';

/** What is said of the words of a sentence: whose they are, and whether someone checked them in the language shown. */
export function useWordingLabel(document: PlanDocument | null, sentence: Sentence): string {
  const word = useWords();
  const language = useLanguage();
  const { number } = sentence;
  if (document?.wording === 'official') return word('wording.official', { number });
  return sentence.checked[language] ? word('wording.renderingChecked', { number }) : word('wording.rendering', { number });
}
