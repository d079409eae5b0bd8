import { QueryCache, type QueryCacheNotifyEvent, QueryClient } from '@tanstack/react-query';
import { letGo } from '../scope/let-go.ts';
import { ProblemError } from './client.ts';
import { SESSION_KEY } from './people.ts';
import { forgetWithAnswers } from './rests.ts';

const RETRIES = 2;
const JUST_NOW_MS = 1_000;

/** Asks the API and keeps its answers. Where a session ended is noticed by the first answer that says so. */
export function makeQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        const isOver = error instanceof ProblemError && error.problem?.code === 'WG_SIGN_IN_REQUIRED';
        if (isOver) letGo(() => client.invalidateQueries({ queryKey: [SESSION_KEY] }));
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // What was refused just now is not asked for once more because a screen is drawn.
        retryOnMount: ({ state }) => Date.now() - state.errorUpdatedAt > JUST_NOW_MS,
        retry: (failures, error) =>
          failures < RETRIES && !(error instanceof ProblemError && error.problem !== null && error.problem.status < 500),
      },
    },
  });
  askAgainWhatIsLate(client);
  forgetWithAnswers(client.getQueryCache());
  return client;
}

/**
 * A first answer that was on its way when it went stale may not know of what made it so, and the library takes it for fresh: it cuts short only what is asked
 * again. Such an answer is shown, and asked for once more.
 */
function askAgainWhatIsLate(client: QueryClient): void {
  const late = new Set<string>();
  client.getQueryCache().subscribe((event: QueryCacheNotifyEvent) => {
    if (event.type !== 'updated') return;
    const { queryHash, queryKey } = event.query;
    if (event.action.type === 'invalidate') late.add(queryHash);
    if (event.action.type === 'fetch') late.delete(queryHash);
    if (event.action.type === 'success' && late.delete(queryHash)) letGo(() => client.invalidateQueries({ queryKey, exact: true }));
  });
}
