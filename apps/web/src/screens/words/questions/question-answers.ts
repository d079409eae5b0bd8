import type { Bilingual } from '@westgate/base';
import type { TextQuestion } from '@westgate/contract';

/** What may be decided of a question, before it is known who decides. */
export type Decision =
  | { readonly decision: 'follow'; readonly sentence?: string }
  | { readonly decision: 'withdraw' }
  | { readonly decision: 'words'; readonly zh?: string; readonly en?: string };

/** The key of each answer a question has: A the likeliest, 1 to 3 a candidate, W the whole sentence, R none of them. */
export function answersByKey(question: TextQuestion): ReadonlyMap<string, Decision> {
  const answers = new Map<string, Decision>();
  const { kind, candidates, words, sentence, sought } = question;
  if (kind === 'clause' || kind === 'phrase') {
    if (words.zh !== null || words.en !== null) answers.set('a', { decision: 'words' });
    answers.set('w', wordsOf(wholeOf(sentence.text, sought)));
    if (kind === 'phrase') answers.set('r', { decision: 'withdraw' });
    return answers;
  }
  const [first] = candidates;
  const isSplit = kind === 'split' && candidates.length > 1;
  if (isSplit) answers.set('a', { decision: 'follow' });
  else if (first) answers.set('a', { decision: 'follow', sentence: first.id });
  if (!isSplit)
    for (const [at, { id }] of candidates.slice(0, 3).entries()) answers.set(String(at + 1), { decision: 'follow', sentence: id });
  answers.set('r', { decision: 'withdraw' });
  return answers;
}

/** The whole sentence, in the languages in which words were looked for. */
export function wholeOf(text: Bilingual, sought: Bilingual): Bilingual {
  return { zh: sought.zh === null ? null : text.zh, en: sought.en === null ? null : text.en };
}

/** Words taken, as they are sent. */
export function wordsOf({ zh, en }: Bilingual): Decision {
  return { decision: 'words', ...(zh === null ? {} : { zh }), ...(en === null ? {} : { en }) };
}
