import { isDay } from '@westgate/base';
import type { Need } from '@westgate/contract';
import { useState } from 'react';
import { useTell } from '../../../api/use-write.ts';
import { useSay, useSayBare, useWords } from '../../../messages/words.ts';
import { DayField } from '../../../parts/day-field.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import type { FormFault } from '../../../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useSaid } from '../../../scope/use-said.ts';

/** Yes or no to what a gate asks, in words and with the day: a decision or an answer. One deed. */
export function AnswerForm({ need, project, onDone }: { readonly need: Need; readonly project: string; readonly onDone: () => void }) {
  const word = useWords();
  const say = useSay();
  const sayBare = useSayBare();
  const said = useSaid();
  const { district } = useDistrictFrame();
  const fieldWord = useFieldWord('answer-requirement');
  const form = useSignedForm(onDone);
  const [answer, setAnswer] = useState<string>(need.answer?.answer ?? '');
  const [words, setWords] = useState(need.answer ? sayBare(need.answer.words) : '');
  const [on, setOn] = useState(need.answer?.on ?? district.today);
  const move = useTell('answer-requirement');
  const isDecision = need.requirement.kind === 'approval';
  const send = (): void => {
    const found: FormFault[] = [];
    if (answer === '') found.push({ field: 'answer', word: 'form.fault.choose' });
    if (!isDay(on)) found.push({ field: 'on', word: 'form.fault.day' });
    form.send(move, found, ({ who, keyOf }) => {
      const department = isDecision ? (need.supplier.departments[0]?.id ?? null) : null;
      const body = { who, requirement: need.requirement.id, answer, words: said(words), on, department };
      return { params: { id: project }, body, key: keyOf(body) };
    });
  };
  return (
    <SignedForm
      form={form}
      label={say(need.requirement.name)}
      className="record-form need-form"
      error={move.error}
      save={word('form.save')}
      isBusy={move.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <fieldset className="yes-no" id={form.idOf('answer')} tabIndex={-1}>
        <legend>{word(isDecision ? 'gates.decision' : 'gates.answer')}</legend>
        {(['yes', 'no'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name={form.idOf('answer-of')} checked={answer === each} onChange={() => setAnswer(each)} />{' '}
            {word(`${isDecision ? 'gates.decision' : 'gates.answer'}.${each}`)}
          </label>
        ))}
      </fieldset>
      <FormField id={form.idOf('words')} label={fieldWord('words')} fault={null}>
        <input value={words} maxLength={500} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
      </FormField>
      <FormField id={form.idOf('on')} label={fieldWord('on')} fault={form.faultOf('on')}>
        <DayField within="past" value={on} onDay={setOn} onEmpty={() => setOn('')} aria-label={fieldWord('on')} />
      </FormField>
    </SignedForm>
  );
}
