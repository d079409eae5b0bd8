import { useQuery } from '@tanstack/react-query';
import type { Underway } from '@westgate/contract';
import { ask } from '../api/client.ts';
import { useWords } from '../messages/words.ts';

const EVERY_MS = 200;

/** How far a long write has come: the server's own count of rows written. Says nothing where none is going on, and no number before there is one. */
export function WriteProgress({
  write,
  said,
}: {
  readonly write: { readonly isPending: boolean; readonly variables: { readonly key: string } | undefined };
  /** What is going on, in words. */
  readonly said: string;
}) {
  const word = useWords();
  const progress = useUnderway(write.isPending ? (write.variables?.key ?? null) : null);
  return (
    <span className="write-progress small soft" role="status">
      {write.isPending ? said : null}
      {progress ? (
        <>
          {' '}
          <progress max={progress.of} value={progress.rows} aria-label={said} />{' '}
          <span className="number">{word('write.rows', { rows: progress.rows, of: progress.of })}</span>
        </>
      ) : null}
    </span>
  );
}

/** How far the write with that key has come, asked again and again; null while it waits, is thought out, or none is going on. */
function useUnderway(key: string | null): Underway['progress'] {
  const { data } = useQuery({
    queryKey: ['underway', key],
    queryFn: ({ signal }) => ask('underway', { params: { key: key ?? '' } }, signal),
    enabled: key !== null,
    refetchInterval: EVERY_MS,
    gcTime: 0,
  });
  return key === null ? null : (data?.progress ?? null);
}
