import { useWords } from '../messages/words.ts';

/** Says on paper, and there alone, how many rows of a list are not on it; nothing where all are. */
export function LeftOff({ count }: { readonly count: number }) {
  const word = useWords();
  return count > 0 ? <p className="print-only left-off small">{word('print.left', { count })}</p> : null;
}

/** The last line of a list that names only the first of many: how many more there are. Nothing where there are none. */
export function MoreLinks({ count }: { readonly count: number }) {
  const word = useWords();
  return count > 0 ? <li className="soft">{word('links.more', { count })}</li> : null;
}
