import type { RecordRow } from '@westgate/contract';
import { isWordId, useWords } from '../messages/words.ts';

/** How many rows of each table rest on a record. */
export function RestingCounts({ resting }: { readonly resting: RecordRow['resting'] }) {
  const word = useWords();
  if (resting.length === 0) return word('links.none');
  return resting
    .map(({ table, count }) => {
      const id = `rows.${table}`;
      return isWordId(id) ? word(id, { count }) : `${table}: ${count}`;
    })
    .join(' · ');
}
