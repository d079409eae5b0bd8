import { ProblemError } from '../api/client.ts';
import { useTitle } from '../frame/use-title.ts';
import { useWords } from '../messages/words.ts';

/** What went wrong, with the request id to tell the office, and a way to try again. */
export function ErrorState({ error, onAgain }: { readonly error: Error; readonly onAgain?: () => void }) {
  const word = useWords();
  const problem = error instanceof ProblemError ? error.problem : null;
  const title = problem?.status === 404 ? word('error.missing') : word('error.title');
  useTitle(title);
  const isUnreachable = error instanceof ProblemError && problem === null;
  return (
    <section className="page-state" role="alert">
      <h1>{title}</h1>
      <p>{isUnreachable ? word('error.unreachable') : (problem?.detail ?? error.message)}</p>
      {problem ? (
        <p className="note">
          {word('error.code', { code: problem.code })} · {word('error.request', { id: problem.requestId })}
        </p>
      ) : null}
      {onAgain ? (
        <button type="button" className="button" onClick={onAgain}>
          {word('error.again')}
        </button>
      ) : null}
    </section>
  );
}
