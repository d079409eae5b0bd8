import { ProblemError } from '../../api/client.ts';
import type { useWords, WordId } from '../../messages/words.ts';
import { errorLine } from '../../parts/error-text.tsx';

/** Why signing in, or what is done by a link, was refused: what is said of a link that can be used no more, and of what opens no account. */
export function refusalWord(
  word: ReturnType<typeof useWords>,
  error: Error,
  { spent = 'welcome.spent', refused = 'signIn.refused' }: { readonly spent?: WordId; readonly refused?: WordId } = {},
): string {
  const problem = error instanceof ProblemError ? error.problem : null;
  if (problem === null) return word('error.unreachable');
  const { seconds, why } = problem.details ?? {};
  if (problem.code === 'WG_TOO_MANY' && typeof seconds === 'number')
    return word(why === 'busy' ? 'signIn.busy' : 'signIn.wait', { seconds });
  if (problem.code === 'WG_SIGN_IN_REFUSED') return word(refused);
  if (problem.code === 'WG_DIRECTORY_DOWN') return word('directory.down');
  if (problem.code === 'WG_LINK_SPENT') return word(spent);
  return errorLine(word, error);
}
