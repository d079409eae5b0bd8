import type { WaysIn } from '@westgate/contract';
import { useEffect } from 'react';
import { ProblemError } from '../../api/client.ts';
import { deviceFault, endOffer, knowsPasskeys, offersPasskeys, useGoToDirectory, usePasskeyEnter, useWaysIn } from '../../api/ways-in.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { letGo } from '../../scope/let-go.ts';
import { leaveFor } from './directory-way.tsx';
import { refusalWord } from './door-sheet.tsx';

/** A question of the server is good for five minutes: a sheet that stands longer asks anew. */
const ASK_AGAIN_MS = 4 * 60_000;

/** What one may sign in with besides a password: a passkey, the directory of the city. */
export function OtherWays() {
  const word = useWords();
  const { data: ways } = useWaysIn();
  if (!ways) return null;
  const { passkeys, directory } = ways;
  const hasPasskeys = passkeys === 'offered' && knowsPasskeys();
  return (
    <section className="door-ways" aria-label={word('signIn.otherWays')}>
      {directory ? <DirectoryWay directory={directory} /> : null}
      {hasPasskeys ? <PasskeyWay /> : <PasskeyNote passkeys={passkeys} />}
    </section>
  );
}

function PasskeyWay() {
  const word = useWords();
  const enter = usePasskeyEnter();
  useOffer();
  const fault = enter.error ? deviceFault(enter.error) : null;
  return (
    <>
      <Button name={word('signIn.withPasskey')} disabled={enter.isPending} onClick={() => enter.mutate({ isOffered: false })} />
      {enter.error ? (
        <p role="alert" className="fault">
          {fault ? word(fault) : refusalWord(word, enter.error, { refused: 'passkey.refused' })}
        </p>
      ) : null}
    </>
  );
}

/** The browser offers passkeys in the field of the name, until one is picked there; what goes wrong with that is not told: nobody asked for it. */
function useOffer(): void {
  const { mutate } = usePasskeyEnter();
  useEffect(() => {
    let isOver = false;
    const offer = async (): Promise<void> => {
      if ((await offersPasskeys()) && !isOver) mutate({ isOffered: true });
    };
    letGo(() => offer());
    const timer = setInterval(() => letGo(() => offer()), ASK_AGAIN_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
      endOffer();
    };
  }, [mutate]);
}

function DirectoryWay({ directory }: { readonly directory: NonNullable<WaysIn['directory']> }) {
  const word = useWords();
  const go = useGoToDirectory();
  const isSilent = go.error instanceof ProblemError && go.error.problem?.code === 'WG_DIRECTORY_DOWN';
  const isDown = directory.isDown || isSilent;
  return (
    <>
      <Button
        name={directory.name === null ? word('signIn.withDirectory') : word('signIn.withNamed', { name: directory.name })}
        disabled={go.isPending}
        onClick={() => go.mutate(undefined, { onSuccess: ({ address }) => leaveFor(address) })}
      />
      {directory.signOut === null ? null : (
        <p className="small">
          <a href={directory.signOut} rel="noreferrer">
            {word('signIn.leaveDirectory')}
          </a>
        </p>
      )}
      {isDown ? (
        <p role="status" className="note">
          {word('directory.down')}
        </p>
      ) : null}
      {go.error && !isSilent ? (
        <p role="alert" className="fault">
          {refusalWord(word, go.error)}
        </p>
      ) : null}
    </>
  );
}

/** Why no passkey is offered here, and where one would be. */
export function PasskeyNote({ passkeys }: { readonly passkeys: WaysIn['passkeys'] }) {
  const word = useWords();
  if (passkeys === 'no-name') {
    const { port, pathname, search } = location;
    const address = `http://localhost${port === '' ? '' : `:${port}`}${pathname}${search}`;
    return (
      <p className="note">
        {word('passkey.noName')} <a href={address}>{`localhost${port === '' ? '' : `:${port}`}`}</a>
      </p>
    );
  }
  return <p className="note">{word(passkeys === 'not-secure' ? 'passkey.notSecure' : 'passkey.unknownHere')}</p>;
}
