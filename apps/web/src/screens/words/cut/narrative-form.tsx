import type { Receipt, Sentence } from '@westgate/contract';
import { useEffect, useId, useRef, useState } from 'react';
import { useReviseRecord } from '../../../api/edits.ts';
import { useWords, type WordId } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { ErrorText } from '../../../parts/error-text.tsx';
import { Form } from '../../../parts/form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useWho } from '../../../scope/signed-in.ts';
import { useLanguage } from '../../../scope/use-view.ts';

/** Marks a sentence as one that only narrates, with the reason, or as a promise again. */
export function NarrativeForm({
  sentence,
  onDone,
  onCancel,
}: {
  readonly sentence: Sentence;
  readonly onDone: (receipt: Pick<Receipt, 'seq'>) => void;
  readonly onCancel: () => void;
}) {
  const word = useWords();
  const language = useLanguage();
  const { languages } = useDistrictFrame().district;
  const own = languages.includes(language) ? language : (languages[0] ?? language);
  const prefix = useId();
  const [who, setWho] = useWho();
  const [reason, setReason] = useState(sentence.reason[own] ?? '');
  const [fault, setFault] = useState<WordId | null>(null);
  const revise = useReviseRecord();
  const isNarrative = sentence.kind === 'narrative';
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  const send = (): void => {
    const found: WordId | null = !isNarrative && reason.trim() === '' ? 'narrative.fault' : who.trim() === '' ? 'record.fault.who' : null;
    setFault(found);
    if (found) return;
    const fields = isNarrative
      ? { kind: 'promise', reason_zh: null, reason_en: null }
      : { kind: 'narrative', [`reason_${own}`]: reason.trim() };
    revise.mutate(
      {
        kind: 'sentence',
        id: sentence.id,
        rev: sentence.rev,
        fields,
        who: who.trim(),
        reason: '',
        key: crypto.randomUUID(),
      },
      { onSuccess: onDone },
    );
  };
  return (
    <Form className="cut-form" aria-labelledby={`${prefix}-title`} onSend={send}>
      <h2 id={`${prefix}-title`}>{word(isNarrative ? 'narrative.back' : 'narrative.mark')}</h2>
      {revise.error ? (
        <p role="alert" className="fault-summary">
          <ErrorText error={revise.error} />
        </p>
      ) : null}
      {isNarrative ? null : (
        <FormField id={`${prefix}-reason`} fault={fault === 'narrative.fault' ? fault : null} label={word('narrative.reason')}>
          <input ref={first} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </FormField>
      )}
      <FormField id={`${prefix}-who`} fault={fault === 'record.fault.who' ? fault : null} label={word('record.who')}>
        <input value={who} maxLength={80} autoComplete="name" onChange={(event) => setWho(event.target.value)} />
      </FormField>
      <p className="row cut-actions">
        <Button type="submit" look="filled" name={word(isNarrative ? 'narrative.back' : 'narrative.mark')} disabled={revise.isPending} />
        <Button look="plain" name={word('cut.cancel')} onClick={onCancel} />
      </p>
    </Form>
  );
}
