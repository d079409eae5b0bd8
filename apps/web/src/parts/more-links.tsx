import { useWords } from '../messages/words.ts';

/** The last line of a list that names only the first of many: how many more there are. Nothing where there are none. */
export function MoreLinks({ count }: { readonly count: number }) {
  const word = useWords();
  return count > 0 ? <li className="soft">{word('links.more', { count })}</li> : null;
}
