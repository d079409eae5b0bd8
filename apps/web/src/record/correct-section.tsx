import type { Evidence, Receipt } from '@westgate/contract';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../messages/words.ts';
import { UndoButton } from '../parts/undo-button.tsx';
import { useSetView, useView } from '../scope/use-view.ts';
import { CorrectForm } from './correct-form.tsx';
import type { OutcomeSubject } from './draft.ts';

/** The form for the outcome that the address names, kept open even when that row goes; then the receipt with its undo. */
export function CorrectSection({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const setView = useSetView();
  const { edit } = useView();
  const [opened, setOpened] = useState<Evidence | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  if (edit !== opened?.id) {
    const row = evidence.find(({ id }) => id === edit) ?? null;
    if (row !== opened) setOpened(row);
  }
  const subject = opened && subjectOf(opened);
  const close = (): void => setView({ edit: undefined }, { replace: true });
  if (edit === undefined || !opened || !subject) return receipt ? <Done key={receipt.seq} receipt={receipt} /> : null;
  return (
    <CorrectForm
      key={opened.id}
      row={opened}
      subject={subject}
      onDone={(done) => {
        setReceipt(done);
        close();
      }}
      onCancel={close}
    />
  );
}

function Done({ receipt }: { readonly receipt: Receipt }) {
  const word = useWords();
  const box = useRef<HTMLOutputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const said = DONE[receipt.verb] ?? 'record.done';
  return (
    <output className="receipt" tabIndex={-1} ref={box}>
      <b>{word(said, { seq: receipt.seq })}</b> <span className="soft">{receipt.outcomeId}</span> <UndoButton seq={receipt.seq} />
    </output>
  );
}

const DONE: Readonly<Record<string, 'record.corrected' | 'record.withdrawn'>> = {
  revise: 'record.corrected',
  withdraw: 'record.withdrawn',
};

/** What an outcome happened to; null where that is of no kind that outcomes are recorded of. */
function subjectOf({ subject: { kind, id } }: Evidence): OutcomeSubject | null {
  return kind === 'commitment' || kind === 'project' || kind === 'event' ? { kind, id } : null;
}
