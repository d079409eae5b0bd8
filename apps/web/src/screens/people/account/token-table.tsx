import type { OwnAccount } from '@westgate/contract';
import { useDropToken } from '../../../api/account.ts';
import { useWords } from '../../../messages/words.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { RowButton } from '../../../parts/row-button.tsx';
import { useSayInstant } from '../../../parts/use-say-instant.ts';

/** The tokens that let programs in, each to be taken back. */
export function TokenTable({ tokens }: { readonly tokens: OwnAccount['tokens'] }) {
  const word = useWords();
  const sayInstant = useSayInstant();
  const drop = useDropToken();
  return (
    <section className="section" aria-labelledby="tokens">
      <h2 id="tokens">{word('token.title')}</h2>
      {tokens.length === 0 ? <EmptyState>{word('token.none')}</EmptyState> : null}
      {tokens.length > 0 ? (
        <div className="table-scroll">
          <table className="table stacking">
            <thead>
              <tr>
                <th scope="col">{word('token.name')}</th>
                <th scope="col">{word('token.scopes')}</th>
                <th scope="col">{word('token.until')}</th>
                <th scope="col">
                  <span className="unseen">{word('token.drop')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {tokens.map(({ id, name, scopes, until }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td data-head={word('token.scopes')}>{scopes.map((scope) => word(`token.scope.${scope}`)).join(word('list.comma'))}</td>
                  <td data-head={word('token.until')}>{sayInstant(until)}</td>
                  <td>
                    <RowButton act={word('token.drop')} of={name} isBusy={drop.isPending} onPress={() => drop.mutate(id)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
