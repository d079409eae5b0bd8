import type { ReactNode } from 'react';
import { ProblemError } from '../../api/client.ts';
import { useWords, type WordId } from '../../messages/words.ts';
import { DemoLine } from '../../parts/demo-line.tsx';
import { errorLine } from '../../parts/error-text.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';

/** The sheet before the door: brand, language, and what is asked of whoever comes in. */
export function DoorSheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const word = useWords();
  return (
    <div className="door">
      <header className="door-head">
        <span className="brand-name">{word('brand')}</span>
        <div className="switches">
          <LanguageSwitch />
        </div>
      </header>
      <DemoLine />
      <main className="door-main" id="main">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}

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
