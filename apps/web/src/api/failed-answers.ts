import { notifyManager, type Query, type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { letGo } from '../scope/let-go.ts';

/** Why the first answer failed of which no part of the screen tells, and how to ask for all of those again. */
interface FailedAnswers {
  readonly error: Error;
  readonly again: () => void;
}

const NONE: readonly Query[] = [];
/** Errors that a part of the screen shows itself, and how many parts do. */
const shown = new Map<Error, number>();
const hearers = new Set<() => void>();

/** Marks the error of an answer as shown by the part that calls this; the frame tells of all others. */
export function useShownError(error: Error | null): void {
  useEffect(() => {
    if (error === null) return;
    count(error, 1);
    return () => count(error, -1);
  }, [error]);
}

/** The answers the screen needs and has not, or has in an older state only, where no part of it says so; null for none. */
export function useFailedAnswers(): FailedAnswers | null {
  const cache = useQueryClient().getQueryCache();
  const kept = useRef(NONE);
  const hearIn = useCallback(
    (hear: () => void) => {
      const hearLater = notifyManager.batchCalls(hear);
      const leaveCache = cache.subscribe(hearLater);
      hearers.add(hearLater);
      return () => {
        leaveCache();
        hearers.delete(hearLater);
      };
    },
    [cache],
  );
  const failed = useSyncExternalStore(hearIn, () => {
    const now = failedIn(cache);
    if (now.length !== kept.current.length || now.some((query, index) => query !== kept.current[index])) kept.current = now;
    return kept.current;
  });
  const error = failed[0]?.state.error;
  return error ? { error, again: () => letGo(() => Promise.all(failed.map((query) => query.fetch()))) } : null;
}

function failedIn(cache: QueryCache): readonly Query[] {
  return cache.getAll().filter((query) => query.isActive() && query.state.error !== null && !shown.has(query.state.error));
}

function count(error: Error, by: 1 | -1): void {
  const parts = (shown.get(error) ?? 0) + by;
  if (parts === 0) shown.delete(error);
  else shown.set(error, parts);
  for (const hear of hearers) hear();
}
