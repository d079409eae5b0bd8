import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ProblemError } from '../../api/client.ts';
import { useDirectoryReturn } from '../../api/ways-in.ts';
import { isWordId, useWords, type WordId } from '../../messages/words.ts';
import { Loading } from '../../parts/loading.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { takeReturn, whereLeft } from './directory-way.ts';
import { DoorSheet } from './door-sheet.tsx';
import { refusalWord } from './refusal-word.ts';

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
