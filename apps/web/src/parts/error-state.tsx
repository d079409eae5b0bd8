import { Link } from '@tanstack/react-router';
import { useContext, useState } from 'react';
import { ProblemError, saysMissing } from '../api/client.ts';
import type { FormKind } from '../api/form-kinds.ts';
import { useWords } from '../messages/words.ts';
import { FindContext } from '../scope/find.ts';
import { Button } from './button.tsx';
import { ErrorText } from './error-text.tsx';
import { useTitle } from './use-title.ts';

/** What went wrong, with the request id to tell the office, and a way to try again. */
export function ErrorState({ error, onAgain }: { readonly error: Error; readonly onAgain?: () => void }) {
  const word = useWords();
  const problem = error instanceof ProblemError ? error.problem : null;
  if (saysMissing(error)) return <MissingRecord />;
  return (
    <section className="page-state" role="alert">
      <StateHeading title={word('error.title')} />
      <p>
        <ErrorText error={error} />
      </p>
      {problem ? (
        <p className="note">
          {word('error.code', { code: problem.code })} · {word('error.request', { id: problem.requestId })}
        </p>
      ) : null}
      {onAgain ? <Button name={word('error.again')} onClick={onAgain} /> : null}
    </section>
  );
}

/** Said in place of a record that is not there, with the ways to the list of its kind and to the search. */
export function MissingRecord({ kind }: { readonly kind?: FormKind }) {
  const word = useWords();
  const find = useContext(FindContext);
  return (
    <section className="page-state" role="alert">
      <StateHeading title={word('error.noRecord')} />
      <p>{word('error.noRecordHint')}</p>
      <p className="row">
        <Link className="button" to="/register" search={{ noun: kind }}>
          {word('error.toList')}
        </Link>
        <Button name={word('head.searchShort')} onClick={find} />
      </p>
    </section>
  );
}

/** The name of what is shown instead: of a part of a page that stands, or of the page itself. */
function StateHeading({ title }: { readonly title: string }) {
  const [isPart] = useState(() => document.querySelector('main h1') !== null);
  return isPart ? <h2>{title}</h2> : <PageHeading title={title} />;
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
