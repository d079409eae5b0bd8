import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useShownError } from '../api/failed-answers.ts';
import { useWords } from '../messages/words.ts';
import { letGo } from '../scope/let-go.ts';
import { ErrorState } from './error-state.tsx';

/** Shows an answer when it is here, else that it is awaited or what went wrong. */
export function Await<Answer>({
  query,
  children,
}: {
  readonly query: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}) {
  useShownError(query.data === undefined ? query.error : null);
  if (query.data !== undefined) return children(query.data);
  return query.error ? <ErrorState error={query.error} onAgain={() => letGo(() => query.refetch())} /> : <Loading />;
}

/** Said while an answer is awaited. */
export function Loading() {
  const word = useWords();
  return (
    <p className="page-state loading soft" role="status">
      {word('live.loading')}…
    </p>
  );
}
