import { useId, useState } from 'react';
import { ProblemError } from '../../api/client.ts';
import { useSignIn } from '../../api/people.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { FormField } from '../../record/form-field.tsx';
import { DoorSheet, refusalWord } from './door-sheet.tsx';
import { OtherWays } from './other-ways.tsx';

/** Signing in. `hasEnded`: someone was, and what they typed is still there. */
export function SignIn({ hasEnded }: { readonly hasEnded: boolean }) {
  const word = useWords();
  const prefix = useId();
  const signIn = useSignIn();
  const [typed, setTyped] = useState({ name: '', password: '', code: '' });
  const [needsCode, setNeedsCode] = useState(false);
  useTitle(word('signIn.act'));
  const send = (): void => {
    if (typed.name.trim() === '' || typed.password === '') return;
    const { code, ...plain } = typed;
    signIn.mutate(needsCode ? { ...plain, code } : plain, {
      onError: (error) => {
        const isHalf = error instanceof ProblemError && error.problem?.code === 'WG_CODE_REQUIRED';
        setNeedsCode(isHalf);
        setTyped(isHalf ? { ...typed, code: '' } : { ...typed, password: '', code: '' });
      },
    });
  };
  return (
    <DoorSheet title={word('signIn.act')}>
      <p className="soft">{word(hasEnded ? 'signIn.ended' : 'signIn.lead')}</p>
      <Form losesNothing onSend={send}>
        <FormField id={`${prefix}-name`} label={word('signIn.name')} fault={null}>
          <input
            required
            autoComplete="username webauthn"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
            value={typed.name}
            onChange={(event) => setTyped({ ...typed, name: event.target.value })}
          />
        </FormField>
        <FormField id={`${prefix}-password`} label={word('signIn.password')} fault={null}>
          <input
            required
            type="password"
            autoComplete="current-password"
            maxLength={1000}
            value={typed.password}
            onChange={(event) => setTyped({ ...typed, password: event.target.value })}
          />
        </FormField>
        {needsCode ? (
          <FormField id={`${prefix}-code`} label={word('signIn.code')} hint={word('signIn.codeHint')} fault={null}>
            <input
              required
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={20}
              // The password was right; the code is all that is asked for now.
              ref={(field) => field?.focus()}
              value={typed.code}
              onChange={(event) => setTyped({ ...typed, code: event.target.value })}
            />
          </FormField>
        ) : null}
        {signIn.error && !needsCode ? (
          <p role="alert" className="fault">
            {refusalWord(word, signIn.error)}
          </p>
        ) : null}
        <Button type="submit" look="filled" name={word('signIn.act')} disabled={signIn.isPending} />
      </Form>
      <p className="note">{word('signIn.lost')}</p>
      <OtherWays />
    </DoorSheet>
  );
}
