import type { Bilingual } from '@westgate/base';
import type { Receipt } from '@westgate/contract';
import { useState } from 'react';
import { useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { UndoButton } from '../parts/undo-button.tsx';
import { useMayChange } from '../scope/may-change.ts';
import { useSetView, useView } from '../scope/use-view.ts';
import type { OutcomeSubject } from './draft.ts';
import { RecordForm } from './record-form.tsx';

/** The way to record what happened: a button, then the form, then the receipt with its undo. */
export function RecordSection({ subject }: { readonly subject: OutcomeSubject & { readonly name: Bilingual } }) {
  const word = useWords();
  const setView = useSetView();
  const { record } = useView();
  const mayUpdate = useMayChange('update');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  if (record) {
    return (
      <RecordForm
        subject={subject}
        onDone={(done) => {
          setReceipt(done);
          setView({ record: undefined }, { replace: true });
        }}
        onCancel={() => setView({ record: undefined }, { replace: true })}
      />
    );
  }
  if (!mayUpdate) return null;
  return (
    <div className="record-start">
      {receipt ? (
        <output className="receipt" key={receipt.seq}>
          <b>{word('record.done', { seq: receipt.seq })}</b> <span className="soft">{receipt.outcomeId}</span>{' '}
          <UndoButton seq={receipt.seq} />
        </output>
      ) : null}
      <Button look="filled" name={word('commitment.record')} onClick={() => setView({ record: '1' })} />
    </div>
  );
}
