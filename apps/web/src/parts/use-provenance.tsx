import type { Figure } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { ChangedNote } from './changed-note.tsx';
import { ConfidenceBar } from './confidence-bar.tsx';
import { SourceNote } from './source-note.tsx';
import type { TableColumn } from './table.tsx';

/** The columns that end the row of every number: where it was read, how sure it is, its note and since when it stands. */
export function useProvenance(): readonly TableColumn<Pick<Figure, 'source' | 'confidence' | 'note' | 'changed'>>[] {
  const word = useWords();
  const say = useSay();
  return [
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
    { head: word('confidence'), of: ({ confidence }) => <ConfidenceBar confidence={confidence} /> },
    {
      head: word('figures.note'),
      headed: 'bare',
      className: 'soft',
      of: ({ note, changed }) => (
        <>
          {say(note)} <ChangedNote changed={changed} />
        </>
      ),
    },
  ];
}
