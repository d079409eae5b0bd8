import { useView } from '../frame/use-view.ts';
import { useWords } from '../messages/words.ts';

/** How many rows fit the words and conditions of the address; nothing where it has none. */
export function FoundCount({ total }: { readonly total: number }) {
  const word = useWords();
  const { where, q } = useView();
  if (!where && !q) return null;
  return (
    <p className="small soft" role="status">
      {word('group.found', { count: total })}
    </p>
  );
}
