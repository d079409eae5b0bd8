import { useId, useState } from 'react';
import { useMakeToken } from '../../../api/account.ts';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { Form } from '../../../parts/form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { OwnFault, OwnPasswordField } from './own-fault.tsx';

const SCOPES = ['read', 'write', 'office'] as const;
const DAYS = 90;
const MOST_DAYS = 366;

/** Makes a token for a program, with the password as a sign that it is the person who sits there; its text is shown once. */
export function TokenForm({ hasPassword }: { readonly hasPassword: boolean }) {
  const word = useWords();
  const prefix = useId();
  const make = useMakeToken();
  const [name, setName] = useState('');
  const [days, setDays] = useState(String(DAYS));
  const [password, setPassword] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>(['read']);
  const [isFaulty, setFaulty] = useState(false);
  const send = (): void => {
    const count = Number(days);
    const isMissing = name.trim() === '' || (hasPassword && password === '');
    const fits = !isMissing && scopes.length > 0 && Number.isInteger(count) && count >= 1 && count <= MOST_DAYS;
    setFaulty(!fits);
    if (!fits) return;
    const done = (): void => {
      setName('');
      setPassword('');
    };
    make.mutate({ name: name.trim(), scopes, days: count, password: hasPassword ? password : null }, { onSuccess: done });
  };
  const toggle = (scope: string): void =>
    setScopes(SCOPES.filter((each) => (each === scope ? !scopes.includes(each) : scopes.includes(each))));
  return (
    <Form className="record-form" onSend={send} aria-labelledby={`${prefix}-title`}>
      <h2 id={`${prefix}-title`}>{word('token.make')}</h2>
      <FormField id={`${prefix}-name`} label={word('token.name')} fault={isFaulty && name.trim() === '' ? 'token.fault.name' : null}>
        <input value={name} maxLength={80} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </FormField>
      <FormField id={`${prefix}-days`} label={word('token.days')} fault={null}>
        <input value={days} inputMode="numeric" maxLength={3} onChange={(event) => setDays(event.target.value)} />
      </FormField>
      <fieldset className="role-list">
        <legend>{word('token.scopes')}</legend>
        {SCOPES.map((scope) => (
          <label key={scope}>
            <input type="checkbox" checked={scopes.includes(scope)} onChange={() => toggle(scope)} />
            <span>
              <b>{word(`token.scope.${scope}`)}</b>
              <small className="soft">{word(`token.scope.${scope}.about`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {hasPassword ? (
        <OwnPasswordField id={`${prefix}-password`} isFaulty={isFaulty && password === ''} value={password} onValue={setPassword} />
      ) : null}
      <p className="row">
        <Button type="submit" look="filled" name={word('token.makeAct')} disabled={make.isPending} />
        <OwnFault error={make.error} />
      </p>
      {make.data ? (
        <div className="asked row">
          <p>{word('token.shown')}</p>
          <textarea
            className="field"
            readOnly
            rows={2}
            aria-label={word('token.title')}
            value={make.data.token}
            onFocus={(event) => event.target.select()}
          />
        </div>
      ) : null}
    </Form>
  );
}
