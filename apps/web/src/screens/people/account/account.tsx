import type { OwnAccount } from '@westgate/contract';
import { useDropToken } from '../../../api/account.ts';
import { useAsk } from '../../../api/ask.ts';
import { FeedsSection } from '../../../calendars/feeds-section.tsx';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { useSayInstant } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useIsOpen, useSignedIn } from '../../../scope/signed-in.ts';
import { DirectoryPart } from './directory-part.tsx';
import { FactorForm } from './factor-form.tsx';
import { PasskeyPart } from './passkey-part.tsx';
import { PasswordForm } from './password-form.tsx';
import { TokenForm } from './token-form.tsx';
import { WishesForm } from './wishes-form.tsx';

/** One's own account: reminders, the password, the second factor, passkeys, the city's directory, tokens for programs. */
export function AccountScreen() {
  const word = useWords();
  const person = useSignedIn();
  const isOpen = useIsOpen();
  useTitle(word('account.title'));
  if (!person || isOpen)
    return (
      <section className="page-state">
        <h1>{word('account.title')}</h1>
        <p>{word('account.none')}</p>
      </section>
    );
  return (
    <div className="start">
      <div className="start-main">
        <h1>{word('account.title')}</h1>
        <p className="start-held">
          {person.name} <span className="soft">· {person.roles.map((role) => word(`role.${role}`)).join(word('list.comma'))}</span>
        </p>
        <OwnParts person={person.id} />
      </div>
    </div>
  );
}

function OwnParts({ person }: { readonly person: string }) {
  const word = useWords();
  const account = useAsk('account');
  const wishes = useAsk('notice-wishes');
  return (
    <Await query={account}>
      {({ hasPassword, hasSecondFactor, passkeys, directory, tokens }) => (
        <>
          <Await query={wishes}>{(held) => <WishesForm wishes={held} />}</Await>
          {hasPassword ? <PasswordForm /> : <p className="note">{word('account.noPassword')}</p>}
          {hasPassword ? <FactorForm hasOne={hasSecondFactor} /> : null}
          <PasskeyPart passkeys={passkeys} hasPassword={hasPassword} />
          <DirectoryPart directory={directory} hasPassword={hasPassword} />
          <FeedsSection kind="account" id={person} name={null} />
          <TokenTable tokens={tokens} />
          <TokenForm hasPassword={hasPassword} />
        </>
      )}
    </Await>
  );
}

/** The tokens that let programs in, each to be taken back. */
function TokenTable({ tokens }: { readonly tokens: OwnAccount['tokens'] }) {
  const word = useWords();
  const sayInstant = useSayInstant();
  const drop = useDropToken();
  const columns: readonly TableColumn<OwnAccount['tokens'][number]>[] = [
    { head: word('token.name'), isRowHead: true, of: ({ name }) => name },
    { head: word('token.scopes'), of: ({ scopes }) => scopes.map((scope) => word(`token.scope.${scope}`)).join(word('list.comma')) },
    { head: word('token.until'), of: ({ until }) => sayInstant(until) },
    {
      head: word('token.drop'),
      headed: 'unseen',
      of: ({ id, name }) => (
        <Button look="plain" name={word('token.drop')} of={name} disabled={drop.isPending} onClick={() => drop.mutate(id)} />
      ),
    },
  ];
  return (
    <section className="section" aria-labelledby="tokens">
      <h2 id="tokens">{word('token.title')}</h2>
      {tokens.length === 0 ? (
        <EmptyState>{word('token.none')}</EmptyState>
      ) : (
        <Table columns={columns} rows={tokens} keyOf={({ id }) => id} />
      )}
    </section>
  );
}
