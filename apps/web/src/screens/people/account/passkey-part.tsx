import type { OwnAccount } from '@westgate/contract';
import { useDropPasskey, useWaysIn } from '../../../api/ways-in.ts';
import { useWords } from '../../../messages/words.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { RowButton } from '../../../parts/row-button.tsx';
import { useSayInstant } from '../../../parts/use-say-instant.ts';
import { knowsPasskeys } from '../../../people/passkey.ts';
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
    <div className="table-scroll">
      <table className="table stacking">
        <thead>
          <tr>
            <th scope="col">{word('passkey.name')}</th>
            <th scope="col">{word('passkey.host')}</th>
            <th scope="col">{word('passkey.made')}</th>
            <th scope="col">{word('passkey.used')}</th>
            <th scope="col">
              <span className="unseen">{word('passkey.drop')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {passkeys.map(({ id, name, host, made, used }) => (
            <tr key={id}>
              <th scope="row">
                <PasskeyName id={id} name={name} />
              </th>
              <td data-head={word('passkey.host')}>{host}</td>
              <td data-head={word('passkey.made')}>{sayInstant(made)}</td>
              <td data-head={word('passkey.used')}>{used === null ? word('passkey.unused') : sayInstant(used)}</td>
              <td>
                <RowButton act={word('passkey.drop')} of={name} isBusy={drop.isPending} onPress={() => drop.mutate(id)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
