import { useId, useState } from 'react';
import { useAddPasskey } from '../../../api/ways-in.ts';
import { useWords, type WordId } from '../../../messages/words.ts';
import { Form } from '../../../parts/form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { OwnFault } from './own-fault.tsx';
import { OwnPasswordField } from './own-password-field.tsx';

const EMPTY = { name: '', password: '' };

/** Another passkey: which device it is on, and the password as a sign that it is the person who sits there. */
export function PasskeyForm({ hasPassword }: { readonly hasPassword: boolean }) {
  const word = useWords();
  const prefix = useId();
  const add = useAddPasskey();
  const [typed, setTyped] = useState(EMPTY);
  const [fault, setFault] = useState<{ readonly field: keyof typeof EMPTY; readonly word: WordId } | null>(null);
  const send = (): void => {
    const found =
      typed.name.trim() === ''
        ? ({ field: 'name', word: 'passkey.fault.name' } as const)
        : hasPassword && typed.password === ''
          ? ({ field: 'password', word: 'account.fault.before' } as const)
          : null;
    setFault(found);
    if (found) {
      document.getElementById(`${prefix}-${found.field}`)?.focus();
      return;
    }
    const ask = { name: typed.name.trim(), password: hasPassword ? typed.password : null };
    add.mutate(ask, { onSuccess: () => setTyped(EMPTY) });
  };
  const field = (name: keyof typeof EMPTY) => ({ id: `${prefix}-${name}`, fault: fault?.field === name ? fault.word : null });
  const input = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <Form className="record-form" onSend={send} aria-label={word('passkey.add')}>
      <FormField {...field('name')} label={word('passkey.name')} hint={word('passkey.nameHint')}>
        <input {...input('name')} maxLength={60} autoComplete="off" />
      </FormField>
      {hasPassword ? (
        <OwnPasswordField
          id={`${prefix}-password`}
          isFaulty={fault?.field === 'password'}
          value={typed.password}
          onValue={(password) => setTyped({ ...typed, password })}
        />
      ) : (
        <span />
      )}
      <p className="row">
        <button type="submit" className="button" disabled={add.isPending}>
          {word('passkey.add')}
        </button>
        <output className="small">{add.isPending ? word('passkey.waits') : add.isSuccess ? word('passkey.added') : null}</output>
        <OwnFault error={add.error} />
      </p>
    </Form>
  );
}
