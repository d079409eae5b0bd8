import type { PendingChange } from '@westgate/contract';
import { useState } from 'react';
import { isSamePerson } from '../api/client.ts';
import { useTell } from '../api/use-write.ts';
import { useDeedDesk } from '../frame/deed-notice.ts';
import { useMayChange } from '../frame/may-change.ts';
import { useSaid } from '../frame/use-said.ts';
import { useSay, useWords } from '../messages/words.ts';
import { ActButton } from '../parts/act-button.tsx';
import { ErrorText } from '../parts/error-text.tsx';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { FormField } from '../record/form-field.tsx';

/** Accepts a change that waits in one press, or refuses it with a reason; for those who may change every record. */
export function DecideActs({ change }: { readonly change: PendingChange }) {
  const word = useWords();
  const say = useSay();
  const said = useSaid();
  const mayDecide = useMayChange('edit-all');
  const { tell } = useDeedDesk();
  const decide = useTell('decide-change');
  const [isRefusing, refuse] = useState(false);
  const [words, setWords] = useState('');
  const form = useSignedForm(() => refuse(false));
  const isOwn = isSamePerson(decide.error);
  if (!mayDecide) return <p className="small soft">{word('pending.waits')}</p>;
  if (isRefusing)
    return (
      <SignedForm
        form={form}
        label={word('pending.refuse')}
        error={decide.error}
        refusal={
          isOwn ? (
            <p role="alert" className="breach">
              {word('pending.samePerson')}
            </p>
          ) : undefined
        }
        save={word('pending.refuse')}
        isBusy={decide.isPending}
        onSend={() =>
          form.send(decide, words.trim() === '' ? [{ field: 'words', word: 'pending.fault.words' }] : [], ({ who, keyOf }) => {
            const body = { who, decision: 'refused', words: said(words) };
            return { params: { id: change.id }, body, key: keyOf({ ...body, tries: form.tries }) };
          })
        }
        onLeave={() => refuse(false)}
      >
        <FormField id={form.idOf('words')} label={word('pending.why')} fault={form.faultOf('words')}>
          <input value={words} maxLength={500} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
        </FormField>
      </SignedForm>
    );
  const accept = (who: string): void =>
    decide.mutate(
      { params: { id: change.id }, body: { who, decision: 'accepted', words: said('') }, key: crypto.randomUUID() },
      { onSuccess: ({ seq }) => tell(seq) },
    );
  return (
    <p className="row">
      <ActButton name={word('pending.accept')} className="button" isBusy={decide.isPending} onAct={accept}>
        {say(change.subject.name)}
      </ActButton>
      <button type="button" className="button plain" onClick={() => refuse(true)}>
        {word('pending.refuse')}
      </button>
      {decide.error ? (
        <span role="alert" className="small breach">
          {isOwn ? word('pending.samePerson') : <ErrorText error={decide.error} />}
        </span>
      ) : null}
    </p>
  );
}
