import type { CourierShown } from '@westgate/contract';
import { useId, useState } from 'react';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { DepartmentField } from '../../../parts/combo-field.tsx';
import { Form } from '../../../parts/form.tsx';
import { FormField } from '../../../record/form-field.tsx';

/** The chats that are told, and one more. An address is a key to its chat: once kept it is shown to nobody. */
export function ChatForm({ chats }: { readonly chats: CourierShown['chats'] }) {
  const word = useWords();
  const say = useSay();
  const prefix = useId();
  const set = useTellAndSee('set-chat');
  const [whose, setWhose] = useState('');
  const [address, setAddress] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const send = (): void => {
    setEmpty(address.trim() === '');
    if (address.trim() !== '')
      set.mutate(
        { body: { department: whose || null, address: address.trim() }, key: crypto.randomUUID() },
        { onSuccess: () => setAddress('') },
      );
    else document.getElementById(`${prefix}-address`)?.focus();
  };
  const nameOf = (chat: CourierShown['chats'][number]): string =>
    word('courier.chatOf', { whose: chat.department ? say(chat.department.name) : word('role.programme-office') });
  return (
    <Form className="record-form" onSend={send} aria-labelledby={`${prefix}-title`}>
      <h3 className="row" id={`${prefix}-title`}>
        {word('courier.chats')}
      </h3>
      <p className="row small">{word('courier.chatsLead')}</p>
      {chats.length > 0 ? (
        <ul className="chat-list">
          {chats.map((chat) => (
            <li key={chat.department?.id ?? ''}>
              <b>{nameOf(chat)}</b> <span className="soft">{chat.host}</span>{' '}
              <Button
                look="plain"
                name={word('courier.dropChat')}
                of={nameOf(chat)}
                disabled={set.isPending}
                onClick={() => set.mutate({ body: { department: chat.department?.id ?? null, address: null }, key: crypto.randomUUID() })}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <FormField id={`${prefix}-whose`} label={word('courier.whose')} fault={null}>
        <DepartmentField value={whose} empty={word('role.programme-office')} onValue={setWhose} />
      </FormField>
      <FormField
        id={`${prefix}-address`}
        label={word('courier.address')}
        fault={isEmpty ? 'courier.fault.address' : null}
        told={set.error?.message}
      >
        <input
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
      </FormField>
      <p className="row">
        <Button type="submit" name={word('courier.keepChat')} disabled={set.isPending} />
        <output className="small">{set.isSuccess ? word('courier.chatKept') : null}</output>
      </p>
    </Form>
  );
}
