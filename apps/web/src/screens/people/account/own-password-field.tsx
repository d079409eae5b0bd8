import { useWords } from '../../../messages/words.ts';
import { FormField } from '../../../record/form-field.tsx';

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
