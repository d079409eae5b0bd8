import { useId, useState } from 'react';
import { useBeginFactor, useConfirmFactor, useDropFactor } from '../../../api/account.ts';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { Form } from '../../../parts/form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { OwnFault } from './own-fault.tsx';

/** The second factor: none, one being put into an app, or one that is asked for. Who begins or drops it shows the password. */
export function FactorForm({ hasOne }: { readonly hasOne: boolean }) {
  const word = useWords();
  const prefix = useId();
  const begin = useBeginFactor();
  const confirm = useConfirmFactor();
  const drop = useDropFactor();
  const [typed, setTyped] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  /** It is in the app, or nearly: a code is asked for. */
  const isPut = !hasOne && begin.data !== undefined;
  const error = begin.error ?? confirm.error ?? drop.error;
  const done = { onSuccess: () => setTyped('') };
  const send = (): void => {
    setFaulty(typed.trim() === '');
    if (typed.trim() === '') return;
    if (isPut) confirm.mutate(typed.trim(), done);
    else if (!hasOne) begin.mutate(typed, done);
    else
      drop.mutate(typed, {
        onSuccess: () => {
          setTyped('');
          begin.reset();
        },
      });
  };
  return (
    <Form className="record-form" onSend={send} aria-labelledby={`${prefix}-title`}>
      <h2 id={`${prefix}-title`}>{word('account.factor')}</h2>
      <p className="row small">{word(hasOne ? 'account.factor.on' : isPut ? 'account.factor.put' : 'account.factor.off')}</p>
      {begin.data && isPut ? (
        <p className="row factor-secret">
          <code>{begin.data.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
          <a className="button" href={begin.data.address}>
            {word('account.factor.open')}
          </a>
        </p>
      ) : null}
      <FormField
        id={`${prefix}-typed`}
        label={word(isPut ? 'signIn.code' : 'account.before')}
        fault={isFaulty && !isPut && typed === '' ? 'account.fault.before' : null}
      >
        <input
          type={isPut ? 'text' : 'password'}
          inputMode={isPut ? 'numeric' : undefined}
          autoComplete={isPut ? 'one-time-code' : 'current-password'}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </FormField>
      <p className="row">
        <Button
          type="submit"
          name={word(hasOne ? 'account.factor.drop' : isPut ? 'account.factor.confirm' : 'account.factor.begin')}
          disabled={begin.isPending || confirm.isPending || drop.isPending}
        />
        <OwnFault error={error} />
      </p>
    </Form>
  );
}
