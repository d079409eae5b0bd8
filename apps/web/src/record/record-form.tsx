import type { Bilingual } from '@westgate/base';
import type { Receipt } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useRecordOutcome } from '../api/deeds.ts';
import { useDistrictFrame } from '../frame/district-context.ts';
import { useLanguage } from '../frame/use-view.ts';
import { useSay, useWords } from '../messages/words.ts';
import { useWho } from '../parts/use-who.ts';
import { draftOf, type FieldFault, isFaulty, NO_FIELDS, type OutcomeFields, type OutcomeSubject, outcomesFor } from './draft.ts';
import { FaultSummary } from './fault-summary.tsx';
import { FormField } from './form-field.tsx';
import { SourceSelect } from './source-select.tsx';

/** The form for one outcome. What is wrong is said on top, with links to the fields; nothing is sent until it is right. */
export function RecordForm({
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
  const { units } = useDistrictFrame().district;
  const [who, setWho] = useWho();
  const [fields, setFields] = useState<OutcomeFields>({ ...NO_FIELDS, confidence: 'high' });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [tries, setTries] = useState(0);
  const [key] = useState(() => crypto.randomUUID());
  const record = useRecordOutcome();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const set = (field: keyof OutcomeFields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const idOf = (field: keyof OutcomeFields): string => `${prefix}-${field}`;
  const fieldOf = (field: keyof OutcomeFields) => ({ id: idOf(field), fault: faults.find((fault) => fault.field === field)?.word ?? null });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const draft = draftOf({ ...fields, who }, subject, language);
    setTries(tries + 1);
    setFaults(isFaulty(draft) ? draft : []);
    if (!isFaulty(draft)) record.mutate({ draft, key }, { onSuccess: onDone });
  };

  return (
    <form className="record-form" onSubmit={send} noValidate aria-labelledby={`${prefix}-title`}>
      <h2 id={`${prefix}-title`} tabIndex={-1} ref={heading}>
        {word('commitment.record')} <small>{say(subject.name)}</small>
      </h2>
      <FaultSummary key={tries} faults={faults} error={record.error} idOf={idOf} />
      <FormField {...fieldOf('what')} label={word('record.what')}>
        <select value={fields.what} onChange={(event) => set('what')(event.target.value)}>
          <option value="">{word('record.choose')}</option>
          {outcomesFor(subject.kind).map((what) => (
            <option key={what} value={what}>
              {word(`outcome.${what}`)}
            </option>
          ))}
        </select>
      </FormField>
      <FormField {...fieldOf('dates')} label={word('record.dates')} hint={word('record.datesHint')}>
        <input value={fields.dates} autoComplete="off" onChange={(event) => set('dates')(event.target.value)} />
      </FormField>
      {fields.what === 'rescheduled' ? (
        <FormField {...fieldOf('newDueOn')} label={word('record.newDueOn')}>
          <input type="date" value={fields.newDueOn} onChange={(event) => set('newDueOn')(event.target.value)} />
        </FormField>
      ) : null}
      <SourceSelect id={idOf('source')} value={fields.source} onChange={set('source')} />
      <FormField {...fieldOf('value')} label={word('record.value')} hint={word('record.valueHint')}>
        <input inputMode="decimal" value={fields.value} autoComplete="off" onChange={(event) => set('value')(event.target.value)} />
      </FormField>
      <FormField {...fieldOf('unit')} label={word('record.unit')}>
        <select value={fields.unit} onChange={(event) => set('unit')(event.target.value)}>
          <option value="">{word('record.noUnit')}</option>
          {units.map(({ code, name }) => (
            <option key={code} value={code}>
              {say(name)}
            </option>
          ))}
        </select>
      </FormField>
      <FormField {...fieldOf('confidence')} label={word('confidence')} hint={word('record.confidenceHint')}>
        <select value={fields.confidence} onChange={(event) => set('confidence')(event.target.value)}>
          {vocabulary.CONFIDENCES.map((confidence) => (
            <option key={confidence} value={confidence}>
              {word(`confidence.${confidence}`)}
            </option>
          ))}
        </select>
      </FormField>
      <FormField {...fieldOf('note')} label={word('record.note')}>
        <textarea rows={2} value={fields.note} onChange={(event) => set('note')(event.target.value)} />
      </FormField>
      <FormField {...fieldOf('who')} label={word('record.who')} hint={word('record.whoHint')}>
        <input value={who} maxLength={80} autoComplete="name" onChange={(event) => setWho(event.target.value)} />
      </FormField>
      <p className="row">
        <button type="submit" className="button filled" disabled={record.isPending}>
          {word('record.send')}
        </button>
        <button type="button" className="button plain" onClick={onCancel}>
          {word('record.cancel')}
        </button>
      </p>
    </form>
  );
}
