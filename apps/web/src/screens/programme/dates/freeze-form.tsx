import { useId, useState } from 'react';
import { useFreezeDates } from '../../../api/dates.ts';
import { useDeedDesk } from '../../../frame/deed-notice.ts';
import { useDistrictFrame } from '../../../frame/district-context.ts';
import { useWords } from '../../../messages/words.ts';
import { useWho } from '../../../parts/use-who.ts';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { ByFields, whoFaults } from '../../../record/form/by-fields.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { FormField } from '../../../record/form-field.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';

/** Freezes the expected days as the baseline, with the reason: whoever does it signs for it. */
export function FreezeForm({ project, onDone }: { readonly project: string; readonly onDone: () => void }) {
  const word = useWords();
  const prefix = useId();
  const { district } = useDistrictFrame();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const freeze = useFreezeDates(project);
  const idOf = (field: string): string => `${prefix}-${field}`;
  const send = (): void => {
    const found: FormFault[] = [
      ...(reason.trim() === '' ? [{ field: 'reason', word: 'gates.fault.reason' as const }] : []),
      ...whoFaults(who),
    ];
    setTries(tries + 1);
    setFaults(found);
    freeze.reset();
    if (found.length > 0) return;
    const body = { who: who.trim(), on: district.today, reason: reason.trim() };
    const done = ({ seq }: { readonly seq: number }): void => {
      tell(seq);
      onDone();
    };
    freeze.mutate({ body, key: keyOf(body) }, { onSuccess: done });
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
      <h3 id={idOf('title')}>{word('dates.freeze')}</h3>
      <FaultSummary key={tries} faults={faults} error={freeze.error} idOf={idOf} />
      <FormField
        id={idOf('reason')}
        label={word('dates.freezeWhy')}
        hint={word('dates.freezeHint')}
        fault={faults.find(({ field }) => field === 'reason')?.word ?? null}
      >
        <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
      </FormField>
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} />
      <p className="row">
        <button type="submit" className="button filled" disabled={freeze.isPending}>
          {word('dates.freeze')}
        </button>
        <button type="button" className="button plain" onClick={onDone}>
          {word('form.leave')}
        </button>
      </p>
    </form>
  );
}
