import { isDay } from '@westgate/base';
import type { GateStanding, Rung } from '@westgate/contract';
import { useId, useState } from 'react';
import { ProblemError } from '../../../api/client.ts';
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
import { MissingList } from './missing-list.tsx';
import { useSaid } from './use-said.ts';
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
  const prefix = useId();
  const { district } = useDistrictFrame();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [on, setOn] = useState(district.today);
  const [note, setNote] = useState('');
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const move = useGateMove(standing.project.id);
  const missing = missingIn(move.error instanceof ProblemError ? move.error.problem : null);
  const idOf = (field: string): string => `${prefix}-${field}`;
  const send = (): void => {
    const found: FormFault[] = [...(isDay(on) ? [] : [{ field: 'on', word: 'form.fault.day' as const }]), ...whoFaults(who)];
    setTries(tries + 1);
    setFaults(found);
    move.reset();
    if (found.length > 0) return;
    const body = { who: who.trim(), on, note: said(note) };
    const done = ({ seq }: { readonly seq: number }): void => {
      tell(seq);
      onDone();
    };
    move.mutate({ move: `gates/${encodeURIComponent(rung.gate.id)}/pass`, body, key: keyOf({ ...body, tries }) }, { onSuccess: done });
  };
  return (
    <form
      className="record-form"
      noValidate
      aria-labelledby={idOf('title')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3 id={idOf('title')}>{word('gates.passNamed', { name: say(rung.gate.name) })}</h3>
      {missing ? (
        <MissingList key={tries} rung={rung} missing={missing} />
      ) : (
        <FaultSummary key={tries} faults={faults} error={move.error} idOf={idOf} />
      )}
      <FormField id={idOf('on')} label={word('gates.passOn')} fault={faults.find(({ field }) => field === 'on')?.word ?? null}>
        <DayField value={on} onDay={setOn} onEmpty={() => setOn('')} aria-label={word('gates.passOn')} />
      </FormField>
      <FormField id={idOf('note')} label={word('record.note')} fault={null}>
        <input value={note} maxLength={500} autoComplete="off" onChange={(event) => setNote(event.target.value)} />
      </FormField>
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} />
      <p className="row">
        <button type="submit" className="button filled" disabled={move.isPending}>
          {word('gates.pass')}
        </button>
        <button type="button" className="button plain" onClick={onDone}>
          {word('form.leave')}
        </button>
      </p>
    </form>
  );
}
