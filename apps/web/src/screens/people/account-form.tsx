import type { AccountHolder } from '@westgate/contract';
import { useState } from 'react';
import { ProblemError } from '../../api/client.ts';
import { type AccountAct, useAccountAct, useChangeAccount, useNewLink } from '../../api/people.ts';
import { useTellAndSee } from '../../api/use-write.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { ComboField } from '../../parts/combo-field.tsx';
import type { FreshLink } from '../../parts/copy-text.tsx';
import { errorLine } from '../../parts/error-text.tsx';
import { Form } from '../../parts/form.tsx';
import { useMay, useSignedIn, useWho } from '../../scope/signed-in.ts';
import { RoleFields } from './role-fields.tsx';

/**
 * One account: its roles and department, and what can be done with it. Erasing asks twice, as it is final; so does closing one's own, as somebody
 * else must open it again.
 */
export function AccountForm({
  person,
  people,
  onLink,
  onDone,
}: {
  readonly person: AccountHolder;
  /** Everyone, among them who may take over. */
  readonly people: readonly AccountHolder[];
  readonly onLink: (link: FreshLink) => void;
  /** The account is as it was to be. */
  readonly onDone: () => void;
}) {
  const word = useWords();
  const may = useMay();
  const [who] = useWho();
  const [standing, setStanding] = useState({ roles: person.roles as readonly string[], department: person.department });
  const [asked, setAsked] = useState<'erase' | 'close' | null>(null);
  const isOwn = useSignedIn()?.id === person.id;
  const change = useChangeAccount(onDone);
  const act = useAccountAct(onDone);
  const newLink = useNewLink();
  const handOver = useTellAndSee('hand-over');
  const [successor, setSuccessor] = useState('');
  const { id, rev, state } = person;
  const name = person.name ?? word('people.erased');
  const save = (): void => {
    change.mutate({ id, rev, who, fields: standing });
  };
  const press = (done: AccountAct) => () => act.mutate({ id, act: done, who, handOverTo: successor || null });
  const hand = (): void =>
    handOver.mutate({ body: { from: id, to: successor, who }, key: crypto.randomUUID() }, { onSuccess: () => setSuccessor('') });
  const isBusy = change.isPending || act.isPending || newLink.isPending || handOver.isPending;
  const error = change.error ?? act.error ?? newLink.error ?? handOver.error;
  return (
    <Form className="account-form" onSend={save} aria-label={name}>
      <RoleFields standing={standing} onStanding={setStanding} />
      {person.answersFor > 0 ? (
        <div className="row hand-over">
          <span>{word('people.handOver', { count: person.answersFor })}</span>
          <ComboField
            aria-label={word('people.handOverTo')}
            options={takersOf(person, people)}
            value={successor}
            empty={word('people.handOverTo')}
            onValue={setSuccessor}
          />
          <Button name={word('action.hand-over')} disabled={isBusy || successor === ''} onClick={hand} />
        </div>
      ) : null}
      <p className="row">
        <Button type="submit" look="filled" name={word('people.save')} disabled={isBusy} />
        {state !== 'closed' && person.name !== null ? (
          <Button
            name={word('people.newLink')}
            disabled={isBusy}
            onClick={() => newLink.mutate(id, { onSuccess: ({ link }) => onLink({ name, link }) })}
          />
        ) : null}
        {person.sessions > 0 ? <Button name={word('people.signOut')} disabled={isBusy} onClick={press('sign-out')} /> : null}
        <Button
          name={word(state === 'closed' ? 'people.reopen' : 'people.close')}
          disabled={isBusy}
          onClick={isOwn ? () => setAsked('close') : press(state === 'closed' ? 'reopen' : 'close')}
        />
        {may('erase') && person.name !== null && asked !== 'erase' ? (
          <Button look="plain" name={word('people.erase')} disabled={isBusy} onClick={() => setAsked('erase')} />
        ) : null}
      </p>
      {asked === null ? null : (
        <div className="asked" role="alert">
          <p>{word(asked === 'erase' ? 'people.eraseAsk' : 'people.closeOwnAsk', { name })}</p>
          <p className="row">
            <Button
              look="filled"
              name={word(asked === 'erase' ? 'people.eraseAct' : 'people.closeOwnAct')}
              disabled={isBusy}
              onClick={press(asked)}
            />
            <Button name={word(asked === 'erase' ? 'people.eraseNot' : 'people.closeOwnNot')} onClick={() => setAsked(null)} />
          </p>
        </div>
      )}
      {error ? (
        <p role="alert" className="small breach">
          {isWithoutSuccessor(error) ? word('people.handOverFirst') : word('people.failed', { why: errorLine(word, error) })}
        </p>
      ) : null}
    </Form>
  );
}

/** Those of the same department who may take over what a person answers for. */
function takersOf(person: AccountHolder, people: readonly AccountHolder[]) {
  return people.flatMap(({ id, name, department, state }) =>
    id !== person.id && name !== null && state !== 'closed' && department === person.department ? [{ id, name, department }] : [],
  );
}

/** Whether it was refused because nobody takes over. */
function isWithoutSuccessor(error: Error): boolean {
  return error instanceof ProblemError && error.problem?.details?.field === 'handOverTo';
}
