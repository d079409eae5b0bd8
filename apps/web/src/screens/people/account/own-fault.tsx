import { ProblemError } from '../../../api/client.ts';
import { deviceFault } from '../../../api/ways-in.ts';
import { isWordId, useWords } from '../../../messages/words.ts';
import { errorLine } from '../../../parts/error-text.tsx';
import { FormField } from '../../../record/form-field.tsx';

/** Why something was not done with one's own account; nothing where it was. */
export function OwnFault({ error }: { readonly error: Error | null }) {
  const word = useWords();
  if (!error) return null;
  return (
    <span role="alert" className="small breach">
      {faultOf(word, error)}
    </span>
  );
}

/** A cause that is known is said in the language of the screen. */
function faultOf(word: ReturnType<typeof useWords>, error: Error): string {
  const problem = error instanceof ProblemError ? error.problem : null;
  if (problem?.code === 'WG_DIRECTORY_DOWN') return word('directory.down');
  const id = `account.refused.${String(problem?.details?.field)}`;
  if (isWordId(id)) return word(id);
  const fault = problem === null ? deviceFault(error) : null;
  return fault ? word(fault) : word('people.failed', { why: errorLine(word, error) });
}

/** The field of the own password, which is asked for before what opens the account is changed. */
export function OwnPasswordField({
  id,
  isFaulty,
  value,
  onValue,
}: {
  readonly id: string;
  /** It is missing. */
  readonly isFaulty: boolean;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const word = useWords();
  return (
    <FormField id={id} label={word('account.before')} fault={isFaulty ? 'account.fault.before' : null}>
      <input
        type="password"
        maxLength={200}
        autoComplete="current-password"
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    </FormField>
  );
}
