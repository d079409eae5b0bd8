import { useState } from 'react';
import type { PartKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { useMayChange } from '../../scope/may-change.ts';
import { PartForm } from './part-form.tsx';

/** The way to a new figure or value of a record: a button, then the form. Nothing while only reading is possible. */
export function PartSection({ kind, of }: { readonly kind: PartKind; readonly of: Readonly<Record<string, string>> }) {
  const word = useWords();
  const mayEdit = useMayChange('edit');
  const [isOpen, setOpen] = useState(false);
  if (!mayEdit) return null;
  if (isOpen) return <PartForm kind={kind} of={of} onDone={() => setOpen(false)} />;
  return (
    <p className="part-start">
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {word(`part.new.${kind}`)}
      </button>
    </p>
  );
}
