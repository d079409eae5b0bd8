import { entryColumns, type TableEntry } from '@westgate/domain';
import { Fragment, useState } from 'react';
import { useWords } from '../../messages/words.ts';
import { FoldSign } from '../../parts/noun-icon.tsx';
import { CONTROLS } from './controls.tsx';
import type { FieldsState } from './form-values.ts';
import { isPlaced } from './form-values.ts';
import { isAskedAnew } from './own-basis.ts';
import { PairField } from './pair-field.tsx';

/** The controls of some entries of a form, each by the kind of its column. */
export function RecordFields({ entries, ...state }: FieldsState & { readonly entries: readonly TableEntry[] }) {
  const word = useWords();
  const { kind, read = null, values } = state;
  const asked = entries.filter((entry) => isAsked(entry, state));
  const first = read && asked.find((entry) => isAskedAnew(kind, read, values, entry));
  return asked.map((entry) => (
    <Fragment key={entry.name}>
      {entry === first ? (
        <p className="note basis-anew" role="status">
          {word('basis.anew')}
        </p>
      ) : null}
      <Entry entry={entry} {...state} />
    </Fragment>
  ));
}

/** What a place's position leaves nothing to say of is not asked. */
function isAsked({ name }: TableEntry, { kind, values }: FieldsState): boolean {
  if (kind !== 'place') return true;
  const isDrawn = isPlaced(values.position ?? null);
  if (name === 'geometry' || name === 'position_basis' || name === 'confidence') return isDrawn;
  return name === 'no_place_reason' ? !isDrawn : true;
}

function Entry({ entry, ...state }: FieldsState & { readonly entry: TableEntry }) {
  if (entry.kind === 'pair') return <PairField entry={entry} {...state} />;
  const Control = CONTROLS[entry.field.kind];
  return <Control entry={entry} {...state} />;
}

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
