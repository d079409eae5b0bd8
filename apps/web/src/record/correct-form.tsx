import type { Evidence, Receipt } from '@westgate/contract';
import { useEffect, useId, useRef, useState } from 'react';
import { isWordId, useSay, useWords, type WordId } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { Form } from '../parts/form.tsx';
import { UndoButton } from '../parts/undo-button.tsx';
import { useWho } from '../scope/signed-in.ts';
import { useSetView, useView } from '../scope/use-view.ts';
import { ConflictNote } from './conflict-note.tsx';
import type { OutcomeFields, OutcomeSubject } from './draft.ts';
import { FaultSummary } from './fault-summary.tsx';
import { FormField } from './form-field.tsx';
import { OutcomeControls } from './outcome-controls.tsx';
import { useCorrection } from './use-correction.ts';

/** The names of the fields as the form has them. */
const NAMES: Readonly<Record<keyof OutcomeFields, WordId>> = {
  what: 'record.what',
  dates: 'record.dates',
  newDueOn: 'record.newDueOn',
  source: 'figures.source',
  value: 'record.value',
  unit: 'record.unit',
  confidence: 'confidence',
  note: 'record.note',
  who: 'record.who',
};

const DONE: Readonly<Record<string, 'record.corrected' | 'record.withdrawn'>> = {
  revise: 'record.corrected',
  withdraw: 'record.withdrawn',
};

/** The form that corrects or withdraws an outcome. What another changed meanwhile is shown beside what was typed, which is kept. */
function CorrectForm({
  row,
  subject,
  onDone,
  onCancel,
}: {
  readonly row: Evidence;
  readonly subject: OutcomeSubject;
  readonly onDone: (receipt: Receipt) => void;
  readonly onCancel: () => void;
}) {
  const word = useWords();
  const say = useSay();
  const prefix = useId();
  const [who, setWho] = useWho();
  const [reason, setReason] = useState('');
  const { fields, set, isAnother, faults, error, clashing, isGone, isPending, tries, save, takeOut } = useCorrection(row, subject, onDone);
  const sayField = (field: keyof OutcomeFields, value: string): string => {
    const id = field === 'what' ? `outcome.${value}` : field === 'confidence' ? `confidence.${value}` : '';
    return value === '' ? word('empty') : isWordId(id) ? word(id) : value;
  };
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const idOf = (field: keyof OutcomeFields): string => `${prefix}-${field}`;
  const whoFault = faults.find(({ field }) => field === 'who')?.word ?? null;

  return (
    <Form className="record-form" opens onSend={() => save(who, reason)} aria-labelledby={`${prefix}-title`}>
      <h2 id={`${prefix}-title`} tabIndex={-1} ref={heading}>
        {word('record.correct')} <small>{say(row.subject.name)}</small>
      </h2>
      {clashing ? (
        <ConflictNote
          key={`${clashing.conflict.rev} ${tries}`}
          {...clashing}
          typed={(field) => fields[field]}
          nameOf={(field) => word(NAMES[field])}
          sayOf={sayField}
          onTake={({ field, theirs }) => set(field)(theirs)}
        />
      ) : null}
      <FaultSummary key={`faults ${tries}`} faults={faults} error={error} idOf={idOf} />
      {isAnother ? (
        <p className="note basis-anew" role="status">
          {word('basis.anew')}
        </p>
      ) : null}
      <OutcomeControls kind={subject.kind} fields={fields} faults={faults} idOf={idOf} set={set} />
      <FormField id={`${prefix}-reason`} fault={null} label={word('record.reason')} hint={word('record.reasonHint')}>
        <input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </FormField>
      <FormField id={idOf('who')} fault={whoFault} label={word('record.who')} hint={word('record.whoHint')}>
        <input value={who} maxLength={80} autoComplete="name" onChange={(event) => setWho(event.target.value)} />
      </FormField>
      <p className="row">
        <Button type="submit" look="filled" name={word(isGone ? 'conflict.sendNew' : 'record.correctSend')} disabled={isPending} />
        {isGone ? null : <Button name={word('record.withdraw')} disabled={isPending} onClick={() => takeOut(who, reason)} />}
        <Button look="plain" name={word('record.leave')} onClick={onCancel} />
      </p>
    </Form>
  );
}

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

/** What an outcome happened to; null where that is of no kind that outcomes are recorded of. */
function subjectOf({ subject: { kind, id } }: Evidence): OutcomeSubject | null {
  return kind === 'commitment' || kind === 'project' || kind === 'event' ? { kind, id } : null;
}
