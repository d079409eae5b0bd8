import { useWords } from '../../messages/words.ts';
import { FormField } from '../form-field.tsx';
import type { FormFault } from './form-values.ts';

/** Who does it, kept in this browser, and for a change of what is there: why. */
export function ByFields({
  idOf,
  faults,
  who,
  onWho,
  reason,
  onReason,
}: {
  readonly idOf: (field: string) => string;
  readonly faults: readonly FormFault[];
  readonly who: string;
  readonly onWho: (who: string) => void;
  readonly reason?: string;
  readonly onReason?: (reason: string) => void;
}) {
  const word = useWords();
  return (
    <>
      {onReason ? (
        <FormField id={idOf('reason')} fault={null} label={word('form.reason')} hint={word('record.reasonHint')}>
          <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => onReason(event.target.value)} />
        </FormField>
      ) : null}
      <FormField
        id={idOf('who')}
        fault={faults.find(({ field }) => field === 'who')?.word ?? null}
        label={word('record.who')}
        hint={word('record.whoHint')}
      >
        <input value={who} maxLength={80} autoComplete="name" onChange={(event) => onWho(event.target.value)} />
      </FormField>
    </>
  );
}

/** What is wrong with who does it. */
export function whoFaults(who: string): readonly FormFault[] {
  return who.trim() === '' ? [{ field: 'who', word: 'record.fault.who' }] : [];
}
