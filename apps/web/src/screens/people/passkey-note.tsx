import type { WaysIn } from '@westgate/contract';
import { useWords } from '../../messages/words.ts';

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
