import { MADE_KINDS } from '@westgate/domain';
import { useEffect, useRef } from 'react';
import { useMayChange } from '../frame/may-change.ts';
import { useWords } from '../messages/words.ts';
import { NounIcon } from '../parts/noun-icon.tsx';
import { useNounWord } from '../record/form/use-nouns.ts';
import { type Making, makingsFor } from './view-model.ts';

type MadeKind = (typeof MADE_KINDS)[number];

/** What may be made, as far as its name fits what is typed; nothing while only reading is possible. */
export function useMakings(typed: string): readonly Making<MadeKind>[] {
  const word = useWords();
  const nounWord = useNounWord();
  const mayEdit = useMayChange('edit');
  if (!mayEdit) return [];
  return makingsFor(
    MADE_KINDS.map((kind) => ({ kind, name: word('form.new', { noun: nounWord(kind) }) })),
    typed,
  );
}

/** A row that opens the form of a new record. */
export function MakingRow({
  id,
  kind,
  name,
  isCurrent,
  onMake,
}: {
  readonly id: string;
  readonly kind: MadeKind;
  readonly name: string;
  readonly isCurrent: boolean;
  readonly onMake: () => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    <div ref={row} id={id} role="option" aria-selected={isCurrent} tabIndex={-1} className={isCurrent ? 'current' : ''} onClick={onMake}>
      <NounIcon kind={kind} />
      <span className="palette-title">{name}</span>
    </div>
  );
}
