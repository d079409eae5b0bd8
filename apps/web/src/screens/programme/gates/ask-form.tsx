import { isDay } from '@westgate/base';
import type { GateStanding, Need } from '@westgate/contract';
import { useEffect, useRef, useState } from 'react';
import { useTell } from '../../../api/use-write.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayField } from '../../../parts/day-field.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Select } from '../../../parts/select.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import type { FormFault } from '../../../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { OutsideLinksOf } from '../../../reporting/outside-links.tsx';
import { useSaid } from '../../../scope/district-context.ts';

/** In place of a number of days: a day of one's own. */
const OTHER = 'other';

/** Asks a department for what the gate is missing: whom, by when, a sentence. One deed. A body outside the district gets its link here too. */
export function AskForm({
  need,
  standing: { project, askBy },
  onDone,
}: {
  readonly need: Need;
  readonly standing: GateStanding;
  readonly onDone: () => void;
}) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const said = useSaid();
  const fieldWord = useFieldWord('ask-evidence');
  const form = useSignedForm(onDone);
  const move = useTell('ask-evidence');
  const [of, setOf] = useState(need.mayBeAsked[0]?.id ?? '');
  const [by, setBy] = useState<string>((askBy.find(({ isUsual }) => isUsual) ?? askBy[0])?.on ?? OTHER);
  const [day, setDay] = useState('');
  const [words, setWords] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input:checked, select')?.focus();
  }, []);
  const dueOn = by === OTHER ? day : by;
  const send = (): void => {
    const found: FormFault[] = isDay(dueOn) ? [] : [{ field: 'day', word: 'form.fault.day' }];
    form.send(move, found, ({ who, keyOf }) => {
      const body = { who, requirement: need.requirement.id, department: of, dueOn, words: said(words) };
      return { params: { id: project.id }, body, key: keyOf(body) };
    });
  };
  return (
    <div className="ask-form" ref={box}>
      {need.mayBeAsked.length === 0 ? (
        <EmptyState>{word('need.nobody')}</EmptyState>
      ) : (
        <SignedForm
          form={form}
          label={word('need.askNamed', { name: say(need.requirement.name) })}
          className="record-form need-form"
          error={move.error}
          save={word('need.send')}
          isBusy={move.isPending}
          onSend={send}
          onLeave={onDone}
        >
          <WhomField need={need} value={of} onChange={setOf} name={form.idOf('of')} />
          <FormField
            id={form.idOf('by')}
            label={fieldWord('due_on')}
            hint={by === OTHER ? undefined : word('need.byDay', { on: sayWhen(by) })}
            fault={null}
          >
            <Select
              value={by}
              options={[...askBy.map(({ days, on }) => [on, word('need.days', { count: days })] as const), [OTHER, word('need.otherDay')]]}
              onChoose={setBy}
            />
          </FormField>
          {by === OTHER ? (
            <FormField id={form.idOf('day')} label={word('need.otherDay')} fault={form.faultOf('day')}>
              <DayField value={day} onDay={setDay} onEmpty={() => setDay('')} aria-label={word('need.otherDay')} />
            </FormField>
          ) : null}
          <FormField id={form.idOf('words')} label={fieldWord('words')} fault={null}>
            <input value={words} maxLength={300} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
          </FormField>
        </SignedForm>
      )}
      {need.supplier.role === 'owners' || need.mayBeAsked.length === 0 ? <OutsideLinksOf row={{ thing: project }} /> : null}
    </div>
  );
}

/** Whom to ask: the one there is, or one of several; names are long, so they stand in full. */
function WhomField({
  need,
  value,
  onChange,
  name,
}: {
  readonly need: Need;
  readonly value: string;
  readonly onChange: (of: string) => void;
  readonly name: string;
}) {
  const word = useWords();
  const say = useSay();
  const [first, ...others] = need.mayBeAsked;
  return (
    <fieldset className="yes-no whom">
      <legend>{word('need.of')}</legend>
      {need.supplier.role === 'owners' ? <p className="note">{word('need.ofOwners')}</p> : null}
      {others.length === 0 && first ? (
        <p>{say(first.name) || first.id}</p>
      ) : (
        need.mayBeAsked.map((each) => (
          <label key={each.id}>
            <input type="radio" name={name} checked={value === each.id} onChange={() => onChange(each.id)} />{' '}
            <span>{say(each.name) || each.id}</span>
          </label>
        ))
      )}
    </fieldset>
  );
}
