import { isDay } from '@westgate/base';
import type { Need } from '@westgate/contract';
import { useId, useState } from 'react';
import { useGateMove } from '../../../api/gates.ts';
import { useDeedDesk } from '../../../frame/deed-notice.ts';
import { useDistrictFrame } from '../../../frame/district-context.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayField } from '../../../parts/day-field.tsx';
import { useWho } from '../../../parts/use-who.ts';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { ByFields, whoFaults } from '../../../record/form/by-fields.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { FormField } from '../../../record/form-field.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { useSaid } from './use-said.ts';

/** Yes or no to what a gate asks, in words and with the day: a decision or an answer. One deed. */
export function AnswerForm({ need, project, onDone }: { readonly need: Need; readonly project: string; readonly onDone: () => void }) {
  const word = useWords();
  const say = useSay();
  const said = useSaid();
  const prefix = useId();
  const { district } = useDistrictFrame();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [answer, setAnswer] = useState<string>(need.answer?.answer ?? '');
  const [words, setWords] = useState(need.answer ? say(need.answer.words) : '');
  const [on, setOn] = useState(need.answer?.on ?? district.today);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const move = useGateMove(project);
  const isDecision = need.requirement.kind === 'approval';
  const idOf = (field: string): string => `${prefix}-${field}`;
  const send = (): void => {
    const found: FormFault[] = [...whoFaults(who)];
    if (answer === '') found.unshift({ field: 'answer', word: 'form.fault.choose' });
    if (!isDay(on)) found.push({ field: 'on', word: 'form.fault.day' });
    setTries(tries + 1);
    setFaults(found);
    move.reset();
    if (found.length > 0) return;
    const department = isDecision ? (need.supplier.departments[0]?.id ?? null) : null;
    const body = { who: who.trim(), requirement: need.requirement.id, answer, words: said(words), on, department };
    const done = ({ seq }: { readonly seq: number }): void => {
      tell(seq);
      onDone();
    };
    move.mutate({ move: 'answers', body, key: keyOf(body) }, { onSuccess: done });
  };
  return (
    <form
      className="record-form need-form"
      noValidate
      aria-label={say(need.requirement.name)}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FaultSummary key={tries} faults={faults} error={move.error} idOf={idOf} />
      <fieldset className="yes-no" id={idOf('answer')} tabIndex={-1}>
        <legend>{word(isDecision ? 'gates.decision' : 'gates.answer')}</legend>
        {(['yes', 'no'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name={`${prefix}-answer`} checked={answer === each} onChange={() => setAnswer(each)} />{' '}
            {word(`${isDecision ? 'gates.decision' : 'gates.answer'}.${each}`)}
          </label>
        ))}
      </fieldset>
      <FormField id={idOf('words')} label={word('gates.words')} fault={null}>
        <input value={words} maxLength={500} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
      </FormField>
      <FormField id={idOf('on')} label={word('gates.on')} fault={faults.find(({ field }) => field === 'on')?.word ?? null}>
        <DayField value={on} onDay={setOn} onEmpty={() => setOn('')} aria-label={word('gates.on')} />
      </FormField>
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} />
      <p className="row">
        <button type="submit" className="button filled" disabled={move.isPending}>
          {word('form.save')}
        </button>
        <button type="button" className="button plain" onClick={onDone}>
          {word('form.leave')}
        </button>
      </p>
    </form>
  );
}
