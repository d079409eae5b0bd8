import type { Bilingual } from '@westgate/base';
import type { Receipt } from '@westgate/contract';
import { useState } from 'react';
import { useWords } from '../messages/words.ts';
import { UndoButton } from '../parts/undo-button.tsx';
import { useMayAct } from '../scope/may-change.ts';
import { useOffer } from '../scope/offers.ts';
import { useSetView, useView } from '../scope/use-view.ts';
import type { OutcomeSubject } from './draft.ts';
import { RecordForm } from './record-form.tsx';

/** The way to record what happened: a button, then the form, then the receipt with its undo. */
export function RecordSection({ subject }: { readonly subject: OutcomeSubject & { readonly name: Bilingual } }) {
  const word = useWords();
  const setView = useSetView();
  const { record } = useView();
  const mayRecord = useMayAct()('record-outcome');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const open = (): void => setView({ record: '1' });
  useOffer(mayRecord ? { id: 'record-outcome', text: word('action.record-outcome'), act: open } : null);
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
  if (!mayRecord) return null;
  return (
    <div className="record-start">
      {receipt ? (
        <output className="receipt" key={receipt.seq}>
          <b>{word('record.done', { seq: receipt.seq })}</b> <span className="soft">{receipt.outcomeId}</span>{' '}
          <UndoButton seq={receipt.seq} />
        </output>
      ) : null}
      <button type="button" className="button filled" onClick={open}>
        {word('action.record-outcome')}
      </button>
    </div>
  );
}
