import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ProblemError } from '../../api/client.ts';
import { useDirectoryReturn } from '../../api/ways-in.ts';
import { isWordId, useWords, type WordId } from '../../messages/words.ts';
import { Loading } from '../../parts/await.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { DoorSheet, refusalWord } from './door-sheet.tsx';

const KEPT = 'westgate.directory.back';

/** What the directory sent the browser back with, as the page was loaded. It is taken out of the address before any screen looks at it; the first questions look at what else stands there. */
let query = '';
/** Where the person was when they left. */
let back = '/';
if (location.pathname === '/directory' && new URLSearchParams(location.search).has('state')) {
  query = location.search.slice(1);
  back = ownAddress(sessionStorage.getItem(KEPT));
  sessionStorage.removeItem(KEPT);
  history.replaceState(null, '', location.pathname + new URL(back, location.origin).search);
}

/** What the directory sent the browser back with, once; empty where it sent nothing. */
function takeReturn(): string {
  const taken = query;
  query = '';
  return taken;
}

/** Where the person was when they left for the directory. */
function whereLeft(): string {
  return back;
}

/** Leaves for the directory, to come back here. */
export function leaveFor(address: string): void {
  sessionStorage.setItem(KEPT, location.pathname + location.search);
  location.assign(address);
}

function ownAddress(text: string | null): string {
  return text !== null && /^\/(?![/\\])/.test(text) && !text.startsWith('/directory') ? text : '/';
}

/** Where the directory of the city sends the browser back to: on with what one was at, or why not. */
export function DirectoryReturn() {
  const word = useWords();
  const { history } = useRouter();
  const { mutate, error, isPending, isSuccess } = useDirectoryReturn();
  useTitle(word('directory.title'));
  useEffect(() => {
    const query = takeReturn();
    if (query !== '') mutate(query, { onSuccess: () => history.replace(whereLeft()) });
  }, [mutate, history]);
  if (isPending || isSuccess) return <Loading />;
  return (
    <DoorSheet title={word('directory.title')}>
      <p role="alert">{error ? refusalWord(word, error, { refused: whyId(error) }) : word('directory.lost')}</p>
      <p>
        <a className="button" href={`/${location.search}`}>
          {word('welcome.toSignIn')}
        </a>
      </p>
    </DoorSheet>
  );
}

/** What is said where the directory's word does not open an account. */
function whyId(error: Error): WordId {
  const problem = error instanceof ProblemError ? error.problem : null;
  const id = `directory.${String(problem?.details?.why)}`;
  return isWordId(id) ? id : 'signIn.refused';
}
