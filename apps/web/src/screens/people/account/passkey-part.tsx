import type { OwnAccount } from '@westgate/contract';
import { useId, useRef, useState } from 'react';
import { knowsPasskeys, useAddPasskey, useDropPasskey, useRenamePasskey, useWaysIn } from '../../../api/ways-in.ts';
import { useWords, type WordId } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { useSayInstant } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Form } from '../../../parts/form.tsx';
import { Table } from '../../../parts/table.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { PasskeyNote } from '../other-ways.tsx';
import { OwnFault, OwnPasswordField } from './own-fault.tsx';

const EMPTY = { name: '', password: '' };

/** The passkeys of the account, each with when it was last used, and another one; or why none can be made here. */
export function PasskeyPart({ passkeys, hasPassword }: Pick<OwnAccount, 'passkeys' | 'hasPassword'>) {
  const word = useWords();
  const { data: ways } = useWaysIn();
  const drop = useDropPasskey();
  const isOffered = ways?.passkeys === 'offered' && knowsPasskeys();
  return (
    <section className="section" aria-labelledby="passkeys">
      <h2 id="passkeys">{word('passkey.title')}</h2>
      <p className="small account-about">{word('passkey.about')}</p>
      {passkeys.length === 0 ? <EmptyState>{word('passkey.none')}</EmptyState> : <PasskeyTable passkeys={passkeys} drop={drop} />}
      {drop.error ? (
        <p>
          <OwnFault error={drop.error} />
        </p>
      ) : null}
      {isOffered ? <PasskeyForm hasPassword={hasPassword} /> : ways ? <PasskeyNote passkeys={ways.passkeys} /> : null}
    </section>
  );
}

function PasskeyTable({ passkeys, drop }: { readonly passkeys: OwnAccount['passkeys']; readonly drop: ReturnType<typeof useDropPasskey> }) {
  const word = useWords();
  const sayInstant = useSayInstant();
  return (
    <Table
      columns={[
        { head: word('passkey.name'), isRowHead: true, of: ({ id, name }) => <PasskeyName id={id} name={name} /> },
        { head: word('passkey.host'), of: ({ host }) => host },
        { head: word('passkey.made'), of: ({ made }) => sayInstant(made) },
        { head: word('passkey.used'), of: ({ used }) => (used === null ? word('passkey.unused') : sayInstant(used)) },
        {
          head: word('passkey.drop'),
          headed: 'unseen',
          of: ({ id, name }) => (
            <Button look="plain" name={word('passkey.drop')} of={name} disabled={drop.isPending} onClick={() => drop.mutate(id)} />
          ),
        },
      ]}
      rows={passkeys}
      keyOf={({ id }) => id}
    />
  );
}

/** Another passkey: which device it is on, and the password as a sign that it is the person who sits there. */
function PasskeyForm({ hasPassword }: { readonly hasPassword: boolean }) {
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
        <Button type="submit" name={word('passkey.add')} disabled={add.isPending} />
        <output className="small">{add.isPending ? word('passkey.waits') : add.isSuccess ? word('passkey.added') : null}</output>
        <OwnFault error={add.error} />
      </p>
    </Form>
  );
}

/** Which device a passkey is on, and the way to call it otherwise: Enter keeps the new name, Escape the old one. */
function PasskeyName({ id, name }: { readonly id: string; readonly name: string }) {
  const word = useWords();
  const rename = useRenamePasskey();
  const [typed, setTyped] = useState<string | null>(null);
  const cell = useRef<HTMLSpanElement>(null);
  const close = (): void => {
    setTyped(null);
    // The button that opened the field is the next to have the keyboard.
    requestAnimationFrame(() => cell.current?.querySelector('button')?.focus());
  };
  const send = (): void => {
    const next = typed?.trim() ?? '';
    if (next === '' || next === name) close();
    else rename.mutate({ id, name: next }, { onSuccess: close });
  };
  return (
    <span className="row" ref={cell}>
      {typed === null ? (
        <>
          {name} <Button look="plain" name={word('passkey.rename')} of={name} disabled={false} onClick={() => setTyped(name)} />
        </>
      ) : (
        <Form className="row" onSend={send}>
          <input
            // biome-ignore lint/a11y/noAutofocus: the field is what was asked for
            autoFocus
            aria-label={word('passkey.newName')}
            value={typed}
            maxLength={60}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={({ key }) => key === 'Escape' && close()}
          />
          <Button type="submit" look="plain" name={word('form.save')} disabled={rename.isPending} />
        </Form>
      )}
      <OwnFault error={rename.error} />
    </span>
  );
}
