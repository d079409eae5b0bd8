import { useId, useState } from 'react';
import { useSetPassword } from '../../../api/account.ts';
import { useWords, type WordId } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { WhyNot } from '../../../parts/error-text.tsx';
import { Form } from '../../../parts/form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { passwordFault } from '../take-up.ts';

const EMPTY = { before: '', password: '', again: '' };

/** Another password; whoever is signed in elsewhere with the old one is signed out. */
export function PasswordForm() {
  const word = useWords();
  const prefix = useId();
  const set = useSetPassword();
  const [typed, setTyped] = useState(EMPTY);
  const [fault, setFault] = useState<{ readonly field: string; readonly word: WordId } | null>(null);
  const send = (): void => {
    const found = typed.before === '' ? ({ field: 'before', word: 'account.fault.before' } as const) : passwordFault(typed);
    setFault(found);
    if (found) {
      document.getElementById(`${prefix}-${found.field}`)?.focus();
      return;
    }
    set.mutate({ before: typed.before, password: typed.password }, { onSuccess: () => setTyped(EMPTY) });
  };
  const field = (name: keyof typeof EMPTY) => ({ id: `${prefix}-${name}`, fault: fault?.field === name ? fault.word : null });
  const input = (name: keyof typeof EMPTY) => ({
    type: 'password',
    value: typed[name],
    maxLength: 200,
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <Form className="record-form" onSend={send} aria-labelledby={`${prefix}-title`}>
      <h2 id={`${prefix}-title`}>{word('account.password')}</h2>
      <FormField {...field('before')} label={word('account.before')}>
        <input {...input('before')} autoComplete="current-password" />
      </FormField>
      <span />
      <FormField {...field('password')} label={word('account.newPassword')} hint={word('welcome.passwordHint')}>
        <input {...input('password')} autoComplete="new-password" />
      </FormField>
      <FormField {...field('again')} label={word('welcome.passwordAgain')}>
        <input {...input('again')} autoComplete="new-password" />
      </FormField>
      <p className="row">
        <Button type="submit" look="filled" name={word('account.setPassword')} disabled={set.isPending} />
        <output className="small">{set.isSuccess ? word('account.passwordSet') : null}</output>
        <WhyNot said="people.failed" error={set.error} />
      </p>
    </Form>
  );
}
