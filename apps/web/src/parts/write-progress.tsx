import { useUnderway } from '../api/underway.ts';
import { useWords } from '../messages/words.ts';

/** How far a long write has come: the server's own count of rows or files written. Says nothing where none is going on, and no number before there is one. */
export function WriteProgress({
  write,
  said,
  counted = 'write.rows',
}: {
  readonly write: { readonly isPending: boolean; readonly variables: { readonly key: string } | undefined };
  /** What is going on, in words. */
  readonly said: string;
  /** What is counted. */
  readonly counted?: 'write.rows' | 'write.files';
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
          <span className="number">{word(counted, { rows: progress.rows, of: progress.of })}</span>
        </>
      ) : null}
    </span>
  );
}
