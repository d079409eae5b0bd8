import { useId, useState } from 'react';
import { useGateMove } from '../../../api/gates.ts';
import { useDeedDesk } from '../../../frame/deed-notice.ts';
import { useDistrictFrame } from '../../../frame/district-context.ts';
import { useWords } from '../../../messages/words.ts';
import { useWho } from '../../../parts/use-who.ts';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { ByFields, whoFaults } from '../../../record/form/by-fields.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { FormField } from '../../../record/form-field.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';

/** Keeps a project out of the pool, with the reason. One deed. */
export function RefusalForm({ project, onDone }: { readonly project: string; readonly onDone: () => void }) {
  const word = useWords();
  const prefix = useId();
  const { district } = useDistrictFrame();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const move = useGateMove(project);
  const idOf = (field: string): string => `${prefix}-${field}`;
  const send = (): void => {
    const found: FormFault[] = [
      ...(reason.trim() === '' ? [{ field: 'reason', word: 'gates.fault.reason' as const }] : []),
      ...whoFaults(who),
    ];
    setTries(tries + 1);
    setFaults(found);
    move.reset();
    if (found.length > 0) return;
    const body = { who: who.trim(), on: district.today, reason: reason.trim() };
    const done = ({ seq }: { readonly seq: number }): void => {
      tell(seq);
      onDone();
    };
    move.mutate({ move: 'refusal', body, key: keyOf(body) }, { onSuccess: done });
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
      <h3 id={idOf('title')}>{word('gates.refuse')}</h3>
      <FaultSummary key={tries} faults={faults} error={move.error} idOf={idOf} />
      <FormField id={idOf('reason')} label={word('gates.refuseWhy')} fault={faults.find(({ field }) => field === 'reason')?.word ?? null}>
        <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
      </FormField>
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} />
      <p className="row">
        <button type="submit" className="button filled" disabled={move.isPending}>
          {word('gates.refuse')}
        </button>
        <button type="button" className="button plain" onClick={onDone}>
          {word('form.leave')}
        </button>
      </p>
    </form>
  );
}
