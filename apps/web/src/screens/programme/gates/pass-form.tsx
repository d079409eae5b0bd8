import { isDay } from '@westgate/base';
import type { GateStanding, Rung } from '@westgate/contract';
import { useState } from 'react';
import { ProblemError } from '../../../api/client.ts';
import { useTell } from '../../../api/use-write.ts';
import { useDistrictFrame } from '../../../frame/district-context.ts';
import { useSaid } from '../../../frame/use-said.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayField } from '../../../parts/day-field.tsx';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { MissingList } from './missing-list.tsx';
import { missingIn } from './view-model.ts';

/** Passes the open gate on a day. Where it stays closed, what is missing is listed with who can supply it. */
export function PassForm({
  standing,
  rung,
  onDone,
}: {
  readonly standing: GateStanding;
  readonly rung: Rung;
  readonly onDone: () => void;
}) {
  const word = useWords();
  const say = useSay();
  const said = useSaid();
  const { district } = useDistrictFrame();
  const form = useSignedForm(onDone);
  const [on, setOn] = useState(district.today);
  const [note, setNote] = useState('');
  const move = useTell('pass-gate');
  const missing = missingIn(move.error instanceof ProblemError ? move.error.problem : null);
  const send = (): void =>
    form.send(move, isDay(on) ? [] : [{ field: 'on', word: 'form.fault.day' }], ({ who, keyOf }) => {
      const body = { who, on, note: said(note) };
      return { params: { id: standing.project.id, gate: rung.gate.id }, body, key: keyOf({ ...body, tries: form.tries }) };
    });
  return (
    <SignedForm
      form={form}
      heading={word('gates.passNamed', { name: say(rung.gate.name) })}
      error={move.error}
      refusal={missing ? <MissingList key={form.tries} rung={rung} missing={missing} /> : null}
      save={word('gates.pass')}
      isBusy={move.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <FormField id={form.idOf('on')} label={word('gates.passOn')} fault={form.faultOf('on')}>
        <DayField value={on} onDay={setOn} onEmpty={() => setOn('')} aria-label={word('gates.passOn')} />
      </FormField>
      <FormField id={form.idOf('note')} label={word('record.note')} fault={null}>
        <input value={note} maxLength={500} autoComplete="off" onChange={(event) => setNote(event.target.value)} />
      </FormField>
    </SignedForm>
  );
}
