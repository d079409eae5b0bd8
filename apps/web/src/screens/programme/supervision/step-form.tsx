import { isDay } from '@westgate/base';
import type { MatterDetail } from '@westgate/contract';
import { useState } from 'react';
import { isSamePerson } from '../../../api/client.ts';
import { useTell } from '../../../api/use-write.ts';
import { useDistrictFrame } from '../../../frame/district-context.ts';
import { useSaid } from '../../../frame/use-said.ts';
import { useWords } from '../../../messages/words.ts';
import { DayField } from '../../../parts/day-field.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';

/** The next step with a matter: its day, a sentence, and where two may follow which of them. One deed. */
export function StepForm({ matter }: { readonly matter: MatterDetail }) {
  const word = useWords();
  const said = useSaid();
  const { district } = useDistrictFrame();
  const take = useTell('take-step');
  const [first, ...others] = matter.next;
  const [step, setStep] = useState(first ?? 'closed');
  const [on, setOn] = useState(district.today);
  const [words, setWords] = useState('');
  const clear = (): void => setWords('');
  const form = useSignedForm(clear);
  const send = (): void => {
    const found: FormFault[] = [];
    if (!isDay(on)) found.push({ field: 'on', word: 'form.fault.day' });
    if (step === 'returned' && words.trim() === '') found.push({ field: 'words', word: 'matter.fault.words' });
    form.send(take, found, ({ who, keyOf }) => {
      const body = { who, step, on, words: said(words) };
      return { params: { id: matter.id }, body, key: keyOf({ ...body, tries: form.tries }) };
    });
  };
  return (
    <SignedForm
      form={form}
      label={word(`matter.owes.${first ?? 'closed'}`)}
      error={take.error}
      refusal={
        isSamePerson(take.error) ? (
          <p role="alert" className="breach">
            {word('matter.samePerson')}
          </p>
        ) : undefined
      }
      save={word(`matter.act.${step}`)}
      isBusy={take.isPending}
      onSend={send}
      onLeave={clear}
    >
      {others.length > 0 ? (
        <fieldset className="yes-no">
          <legend>{word('matter.which')}</legend>
          {matter.next.map((each) => (
            <label key={each}>
              <input type="radio" name={form.idOf('step')} checked={step === each} onChange={() => setStep(each)} />{' '}
              {word(`matter.act.${each}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      <FormField id={form.idOf('words')} label={word('matter.words')} fault={form.faultOf('words')}>
        <input value={words} maxLength={500} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
      </FormField>
      <FormField id={form.idOf('on')} label={word('gates.on')} fault={form.faultOf('on')}>
        <DayField within="past" value={on} onDay={setOn} onEmpty={() => setOn('')} aria-label={word('gates.on')} />
      </FormField>
    </SignedForm>
  );
}
