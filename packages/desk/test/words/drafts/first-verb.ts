import { generalTerms } from '../../../src/words/drafts/general-terms.ts';

const VERBS = generalTerms().filter(({ kind, meaning }) => kind === 'verb' && meaning !== '');

/** The class of the verb of the general vocabulary that stands first in a sentence, as it is written in the vocabulary; null where none does. */
export function firstVerbClass(sentence: string): string | null {
  const folded = sentence.toLowerCase();
  let [first, found]: [number, string | null] = [folded.length, null];
  for (const { language, words, meaning } of VERBS) {
    const at = language === 'zh' ? folded.indexOf(words) : folded.search(new RegExp(`\\b${words.toLowerCase()}\\b`));
    if (at < 0 || at >= first) continue;
    [first, found] = [at, meaning];
  }
  return found;
}
