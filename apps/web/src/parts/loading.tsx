import { useWords } from '../messages/words.ts';

/** Said while an answer is awaited. */
export function Loading() {
  const word = useWords();
  return (
    <p className="page-state loading soft" role="status">
      {word('live.loading')}…
    </p>
  );
}
