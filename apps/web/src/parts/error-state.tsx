import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemError, saysMissing } from '../api/client.ts';
import { useWords } from '../messages/words.ts';
import { Button } from './button.tsx';
import { ErrorText } from './error-text.tsx';
import { useTitle } from './use-title.ts';

/** What went wrong, with the request id to tell the office, and a way to try again. */
export function ErrorState({ error, onAgain }: { readonly error: Error; readonly onAgain?: () => void }) {
  const word = useWords();
  const problem = error instanceof ProblemError ? error.problem : null;
  const isMissing = saysMissing(error);
  const title = word(isMissing ? 'error.missing' : 'error.title');
  // What is missing is a part of a page that stands, or the page itself: then it is named by this.
  const [isPart] = useState(() => document.querySelector('main h1') !== null);
  return (
    <section className="page-state" role="alert">
      {isPart ? <h2>{title}</h2> : <PageHeading title={title} />}
      <p>{isMissing ? word('error.missingHint') : <ErrorText error={error} />}</p>
      {problem ? (
        <p className="note">
          {word('error.code', { code: problem.code })} · {word('error.request', { id: problem.requestId })}
        </p>
      ) : null}
      {isMissing ? (
        <Link className="button" to="/plan">
          {word('error.toPlan')}
        </Link>
      ) : null}
      {onAgain && !isMissing ? <Button name={word('error.again')} onClick={onAgain} /> : null}
    </section>
  );
}

function PageHeading({ title }: { readonly title: string }) {
  useTitle(title);
  return <h1>{title}</h1>;
}

/** Said when no screen has this address. */
export function MissingPage() {
  const word = useWords();
  useTitle(word('error.missing'));
  return (
    <section className="page-state">
      <h1>{word('error.missing')}</h1>
      <p>{word('error.missingHint')}</p>
      <Link className="button" to="/plan">
        {word('error.toPlan')}
      </Link>
    </section>
  );
}
