import { useWords } from '../messages/words.ts';

/** Says on paper, and there alone, how many rows of a list are not on it; nothing where all are. */
export function LeftOff({ count }: { readonly count: number }) {
  const word = useWords();
  return count > 0 ? <p className="print-only left-off small">{word('print.left', { count })}</p> : null;
}
