import { entryColumns, type TableEntry } from '@westgate/domain';
import { useState } from 'react';
import { useWords } from '../../messages/words.ts';
import { FoldSign } from '../../parts/fold-sign.tsx';
import type { FieldsState } from './fields-state.ts';
import { RecordFields } from './record-fields.tsx';

/** Fields that are asked on demand; they open by themselves where something is wrong with one of them. */
export function MoreFields({ entries, ...state }: FieldsState & { readonly entries: readonly TableEntry[] }) {
  const word = useWords();
  const [isOpen, setOpen] = useState(false);
  if (entries.length === 0) return null;
  const columns = entries.flatMap(entryColumns);
  const isFaulty = state.faults.some(({ field }) => columns.includes(field));
  return (
    <details className="form-more" open={isOpen || isFaulty} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <FoldSign />
        {word('form.more', { count: entries.length })}
      </summary>
      <div className="form-grid">
        <RecordFields entries={entries} {...state} />
      </div>
    </details>
  );
}
