import { useWords } from '../messages/words.ts';

/** Not known is a value: a word with a dotted line, never 0, a dash or a blank. */
export function Unknown() {
  const word = useWords();
  return <span className="unknown">{word('unknown')}</span>;
}
