import type { Bilingual } from '@westgate/base';
import type { Receipt } from '@westgate/contract';
import { useEffect, useId, useRef, useState } from 'react';
import { useTellAndSee } from '../api/use-write.ts';
import { useSay, useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { Form } from '../parts/form.tsx';
import { UndoButton } from '../parts/undo-button.tsx';
import { useMayAct } from '../scope/may-change.ts';
import { useOffer } from '../scope/offers.ts';
import { useWho } from '../scope/signed-in.ts';
import { useLanguage, useSetView, useView } from '../scope/use-view.ts';
import { draftOf, type FieldFault, isFaulty, NO_FIELDS, type OutcomeFields, type OutcomeSubject } from './draft.ts';
import { FaultSummary } from './fault-summary.tsx';
import { FormField } from './form-field.tsx';
import { OutcomeControls } from './outcome-controls.tsx';

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
      <Button look="filled" name={word('action.record-outcome')} onClick={open} />
    </div>
  );
}

/** The form for one outcome. What is wrong is said on top, with links to the fields; nothing is sent until it is right. */
function RecordForm({
  subject,
  onDone,
  onCancel,
}: {
  readonly subject: OutcomeSubject & { readonly name: Bilingual };
  readonly onDone: (receipt: Receipt) => void;
  readonly onCancel: () => void;
}) {
  const word = useWords();
  const say = useSay();
  const language = useLanguage();
  const prefix = useId();
  const [who, setWho] = useWho();
  const [fields, setFields] = useState<OutcomeFields>({ ...NO_FIELDS, confidence: 'medium' });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [tries, setTries] = useState(0);
  const [key] = useState(() => crypto.randomUUID());
  const record = useTellAndSee('record-outcome');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const set = (field: keyof OutcomeFields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const idOf = (field: keyof OutcomeFields): string => `${prefix}-${field}`;
  const send = (): void => {
    const draft = draftOf({ ...fields, who }, subject, language);
    setTries(tries + 1);
    setFaults(isFaulty(draft) ? draft : []);
    if (!isFaulty(draft)) record.mutate({ body: draft, key }, { onSuccess: onDone });
  };

  return (
    <Form className="record-form" opens onSend={send} aria-labelledby={`${prefix}-title`}>
      <h2 id={`${prefix}-title`} tabIndex={-1} ref={heading}>
        {word('action.record-outcome')} <small>{say(subject.name)}</small>
      </h2>
      <FaultSummary key={tries} faults={faults} error={record.error} idOf={idOf} />
      <OutcomeControls kind={subject.kind} fields={fields} faults={faults} idOf={idOf} set={set} />
      <FormField
        id={idOf('who')}
        fault={faults.find(({ field }) => field === 'who')?.word ?? null}
        label={word('record.who')}
        hint={word('record.whoHint')}
      >
        <input value={who} maxLength={80} autoComplete="name" onChange={(event) => setWho(event.target.value)} />
      </FormField>
      <p className="row">
        <Button type="submit" look="filled" name={word('record.send')} disabled={record.isPending} />
        <Button look="plain" name={word('record.cancel')} onClick={onCancel} />
      </p>
    </Form>
  );
}
