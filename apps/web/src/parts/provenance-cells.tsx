import type { Figure } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { ChangedNote } from './changed-note.tsx';
import { ConfidenceBar } from './confidence-bar.tsx';
import { SourceNote } from './source-note.tsx';

/** The cells that end the row of every number: where it was read, how sure it is, its note and since when it stands. */
export function ProvenanceCells({ of }: { readonly of: Pick<Figure, 'source' | 'confidence' | 'note' | 'changed'> }) {
  const word = useWords();
  const say = useSay();
  return (
    <>
      <td data-head={word('figures.source')}>
        <SourceNote source={of.source} />
      </td>
      <td data-head={word('confidence')}>
        <ConfidenceBar confidence={of.confidence} />
      </td>
      <td className="soft">
        {say(of.note)} <ChangedNote changed={of.changed} />
      </td>
    </>
  );
}
