import { useRef, useState } from 'react';
import { useRenamePasskey } from '../../../api/ways-in.ts';
import { useWords } from '../../../messages/words.ts';
import { Form } from '../../../parts/form.tsx';
import { RowButton } from '../../../parts/row-button.tsx';
import { OwnFault } from './own-fault.tsx';

/** Which device a passkey is on, and the way to call it otherwise: Enter keeps the new name, Escape the old one. */
export function PasskeyName({ id, name }: { readonly id: string; readonly name: string }) {
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
          {name} <RowButton act={word('passkey.rename')} of={name} isBusy={false} onPress={() => setTyped(name)} />
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
          <button type="submit" className="button plain" disabled={rename.isPending}>
            {word('form.save')}
          </button>
        </Form>
      )}
      <OwnFault error={rename.error} />
    </span>
  );
}
