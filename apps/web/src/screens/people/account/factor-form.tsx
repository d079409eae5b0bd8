import { type FormEvent, useId, useState } from 'react';
import { useBeginFactor, useConfirmFactor, useDropFactor } from '../../../api/account.ts';
import { useWords } from '../../../messages/words.ts';
import { WhyNot } from '../../../parts/why-not.tsx';
import { FormField } from '../../../record/form-field.tsx';

/** The second factor: none, one being put into an app, or one that is asked for. */
export function FactorForm({ hasOne }: { readonly hasOne: boolean }) {
  const word = useWords();
  const prefix = useId();
  const begin = useBeginFactor();
  const confirm = useConfirmFactor();
  const drop = useDropFactor();
  const [typed, setTyped] = useState('');
  const isAsked = hasOne || begin.data !== undefined;
  const error = begin.error ?? confirm.error ?? drop.error;
  const done = { onSuccess: () => setTyped('') };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!isAsked) begin.mutate(undefined);
    else if (typed.trim() !== '' && hasOne)
      drop.mutate(typed, {
        onSuccess: () => {
          setTyped('');
          begin.reset();
        },
      });
    else if (typed.trim() !== '') confirm.mutate(typed.trim(), done);
  };
  return (
    <form className="record-form" onSubmit={send} noValidate aria-labelledby={`${prefix}-title`}>
      <h2 id={`${prefix}-title`}>{word('account.factor')}</h2>
      <p className="row small">{word(hasOne ? 'account.factor.on' : isAsked ? 'account.factor.put' : 'account.factor.off')}</p>
      {begin.data && !hasOne ? (
        <p className="row factor-secret">
          <code>{begin.data.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
          <a className="button" href={begin.data.address}>
            {word('account.factor.open')}
          </a>
        </p>
      ) : null}
      {isAsked ? (
        <FormField id={`${prefix}-typed`} label={word(hasOne ? 'signIn.password' : 'signIn.code')} fault={null}>
          <input
            type={hasOne ? 'password' : 'text'}
            inputMode={hasOne ? undefined : 'numeric'}
            autoComplete={hasOne ? 'current-password' : 'one-time-code'}
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </FormField>
      ) : null}
      <p className="row">
        <button type="submit" className="button" disabled={begin.isPending || confirm.isPending || drop.isPending}>
          {word(hasOne ? 'account.factor.drop' : isAsked ? 'account.factor.confirm' : 'account.factor.begin')}
        </button>
        <WhyNot said="people.failed" error={error} />
      </p>
    </form>
  );
}
