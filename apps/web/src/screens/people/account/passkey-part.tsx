import type { OwnAccount } from '@westgate/contract';
import { knowsPasskeys } from '../../../api/passkey.ts';
import { useDropPasskey, useWaysIn } from '../../../api/ways-in.ts';
import { useWords } from '../../../messages/words.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { RowButton } from '../../../parts/row-button.tsx';
import { Table } from '../../../parts/table.tsx';
import { useSayInstant } from '../../../parts/use-say-instant.ts';
import { PasskeyNote } from '../passkey-note.tsx';
import { OwnFault } from './own-fault.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { PasskeyName } from './passkey-name.tsx';

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
          of: ({ id, name }) => <RowButton act={word('passkey.drop')} of={name} isBusy={drop.isPending} onPress={() => drop.mutate(id)} />,
        },
      ]}
      rows={passkeys}
      keyOf={({ id }) => id}
    />
  );
}
