import { isUnderReview, ProblemError } from '../api/client.ts';
import { isWordId, type useWords } from '../messages/words.ts';

type Word = ReturnType<typeof useWords>;

/** An error in two parts: what its code means, in the words of the screen; what the server says of this case, in English. */
interface SaidError {
  readonly meaning: string | null;
  readonly detail: string | null;
}

/** How an error is said. */
export function errorSaid(word: Word, error: Error): SaidError {
  if (!(error instanceof ProblemError)) return { meaning: null, detail: error.message };
  if (error.problem === null) {
    const { status, isRead } = error;
    if (status === null) return { meaning: word('error.unreachable'), detail: null };
    return { meaning: word(isRead ? 'error.answered.read' : 'error.answered', { status }), detail: null };
  }
  const { code, detail } = error.problem;
  if (isUnderReview(error)) return { meaning: word('pending.fault.review'), detail };
  const id = `problem.${code}`;
  const meaning = isWordId(id) ? word(id) : null;
  // Where it is not held in Chinese, the server says what the code means before it.
  if (meaning !== null && detail !== meaning && detail.startsWith(meaning)) return { meaning: null, detail };
  return { meaning, detail: detail === meaning ? null : detail };
}

/** How an error is said within a sentence: both parts in one line. */
export function errorLine(word: Word, error: Error): string {
  const { meaning, detail } = errorSaid(word, error);
  return meaning !== null && detail !== null ? word('problem.detail', { meaning, detail }) : (meaning ?? detail ?? '');
}
