import type { OwnAccount, WaysIn } from '@westgate/contract';
import { useId, useState } from 'react';
import { useLinkDirectory, useUnlinkDirectory, useWaysIn } from '../../../api/ways-in.ts';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { useSayInstant } from '../../../parts/day-text.tsx';
import { Form } from '../../../parts/form.tsx';
import { leaveFor } from '../directory-way.tsx';
import { OwnFault, OwnPasswordField } from './own-fault.tsx';

/** The link of the account with the city's directory; nothing where none is set and none was. */
export function DirectoryPart({ directory, hasPassword }: Pick<OwnAccount, 'directory' | 'hasPassword'>) {
  const word = useWords();
  const { data: ways } = useWaysIn();
  if (!directory && !ways?.directory) return null;
  return (
    <section className="section" aria-labelledby="directory">
      <h2 id="directory">{ways?.directory?.name ?? word('directory.title')}</h2>
      {directory ? <Linked directory={directory} /> : null}
      {!directory && ways?.directory ? <LinkForm ways={ways.directory} hasPassword={hasPassword} /> : null}
    </section>
  );
}

function Linked({ directory }: { readonly directory: NonNullable<OwnAccount['directory']> }) {
  const word = useWords();
  const sayInstant = useSayInstant();
  const unlink = useUnlinkDirectory();
  const { issuer, linked, used } = directory;
  return (
    <>
      <p className="small account-about">
        {word('directory.linked', { issuer: new URL(issuer).host, since: sayInstant(linked) })}{' '}
        {used === null ? word('directory.unused') : word('directory.used', { when: sayInstant(used) })}
      </p>
      <p className="row">
        <Button name={word('directory.unlink')} disabled={unlink.isPending} onClick={() => unlink.mutate(undefined)} />
        <OwnFault error={unlink.error} />
      </p>
    </>
  );
}

function LinkForm({ ways, hasPassword }: { readonly ways: NonNullable<WaysIn['directory']>; readonly hasPassword: boolean }) {
  const word = useWords();
  const prefix = useId();
  const link = useLinkDirectory();
  const [password, setPassword] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  const send = (): void => {
    const isMissing = hasPassword && password === '';
    setFaulty(isMissing);
    if (!isMissing) link.mutate(hasPassword ? password : null, { onSuccess: ({ address }) => leaveFor(address) });
  };
  return (
    <Form className="record-form" onSend={send} aria-label={word('directory.link')}>
      <p className="row small">{word('directory.about', { issuer: new URL(ways.issuer).host })}</p>
      {hasPassword ? <OwnPasswordField id={`${prefix}-password`} isFaulty={isFaulty} value={password} onValue={setPassword} /> : null}
      <p className="row">
        <Button type="submit" name={word('directory.link')} disabled={link.isPending} />
        <OwnFault error={link.error} />
      </p>
    </Form>
  );
}
