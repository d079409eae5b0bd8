import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useEnter, useLink, useTakeUp } from '../../api/people.ts';
import { useWords } from '../../messages/words.ts';
import { Loading } from '../../parts/await.tsx';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { FormField } from '../../record/form-field.tsx';
import { useSecret } from '../../scope/use-view.ts';
import { DoorSheet, refusalWord } from './door-sheet.tsx';
import { type TakeUpDraft, takeUpFault } from './take-up.ts';

/** Where a one-time link leads: the name, what one signs in with, and a password of one's own. */
export function Welcome() {
  const word = useWords();
  const link = useSecret();
  const shown = useLink(link);
  useTitle(word('welcome.title'));
  if (link !== '' && shown.isPending) return <Loading />;
  return (
    <DoorSheet
      title={word(shown.data?.isPersona ? 'welcome.persona' : shown.data && !shown.data.isNew ? 'welcome.again' : 'welcome.title')}
    >
      {shown.data?.isPersona ? (
        <EnterForm link={link} name={shown.data.name} />
      ) : shown.data ? (
        <TakeUpForm
          link={link}
          first={{
            name: shown.data.isNew && shown.data.signIn === 'first' ? '' : shown.data.name,
            signIn: shown.data.signIn,
            password: '',
            again: '',
          }}
        />
      ) : (
        <>
          <p role="alert">{shown.error ? refusalWord(word, shown.error) : word('welcome.spent')}</p>
          <p>
            <a className="button" href="/">
              {word('welcome.toSignIn')}
            </a>
          </p>
        </>
      )}
    </DoorSheet>
  );
}

/** One of the people of the example: a press, and one plays that part. */
function EnterForm({ link, name }: { readonly link: string; readonly name: string }) {
  const word = useWords();
  const navigate = useNavigate();
  const enter = useEnter(() => navigate({ to: '/' }));
  return (
    <>
      <p>{name}</p>
      <p className="soft">{word('welcome.personaLead')}</p>
      {enter.error ? (
        <p role="alert" className="fault">
          {refusalWord(word, enter.error)}
        </p>
      ) : null}
      <Button look="filled" name={word('welcome.personaAct')} disabled={enter.isPending} onClick={() => enter.mutate(link)} />
    </>
  );
}

function TakeUpForm({ link, first }: { readonly link: string; readonly first: TakeUpDraft }) {
  const word = useWords();
  const prefix = useId();
  const navigate = useNavigate();
  const takeUp = useTakeUp(() => navigate({ to: '/' }));
  const [draft, setDraft] = useState(first);
  const [fault, setFault] = useState<ReturnType<typeof takeUpFault>>(null);
  const send = (): void => {
    const found = takeUpFault(draft);
    setFault(found);
    if (found) {
      document.getElementById(`${prefix}-${found.field}`)?.focus();
      return;
    }
    const { name, signIn, password } = draft;
    takeUp.mutate({ link, name: name.trim(), signIn: signIn.trim(), password });
  };
  const field = (name: keyof TakeUpDraft) => ({
    id: `${prefix}-${name}`,
    fault: fault?.field === name ? fault.word : null,
  });
  const input = (name: keyof TakeUpDraft) => ({
    value: draft[name],
    maxLength: 200,
    onChange: (event: { readonly target: { readonly value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  return (
    <Form losesNothing onSend={send}>
      <p className="soft">{word('welcome.lead')}</p>
      <FormField {...field('name')} label={word('welcome.name')} hint={word('welcome.nameHint')}>
        <input autoComplete="name" {...input('name')} maxLength={80} />
      </FormField>
      <FormField {...field('signIn')} label={word('signIn.name')} hint={word('welcome.signInHint')}>
        <input autoComplete="username" autoCapitalize="none" spellCheck={false} {...input('signIn')} maxLength={120} />
      </FormField>
      <FormField {...field('password')} label={word('signIn.password')} hint={word('welcome.passwordHint')}>
        <input type="password" autoComplete="new-password" {...input('password')} />
      </FormField>
      <FormField {...field('again')} label={word('welcome.passwordAgain')}>
        <input type="password" autoComplete="new-password" {...input('again')} />
      </FormField>
      {takeUp.error ? (
        <p role="alert" className="fault">
          {refusalWord(word, takeUp.error)}
        </p>
      ) : null}
      <Button type="submit" look="filled" name={word('welcome.act')} disabled={takeUp.isPending} />
    </Form>
  );
}
