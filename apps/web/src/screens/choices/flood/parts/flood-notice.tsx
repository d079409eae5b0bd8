import { useWords } from '../../../../messages/words.ts';

/** What a result is, and what it is not: on every screen of the flood lab. */
export function FloodNotice() {
  const word = useWords();
  return <p className="note flood-notice">{word('flood.notice')}</p>;
}
