import { isWordId, type WordId } from '../../messages/words.ts';

/** What came of an attempt, as it is said; one of a newer Westgate is said to be unknown. */
export function signInWord(result: string): WordId {
  const id = `signIns.result.${result}`;
  return isWordId(id) ? id : 'signIns.result.other';
}
