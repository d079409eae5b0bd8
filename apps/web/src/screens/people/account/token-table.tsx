import type { OwnAccount } from '@westgate/contract';
import { useDropToken } from '../../../api/account.ts';
import { useWords } from '../../../messages/words.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { RowButton } from '../../../parts/row-button.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { useSayInstant } from '../../../parts/use-say-instant.ts';

/** The tokens that let programs in, each to be taken back. */
export function TokenTable({ tokens }: { readonly tokens: OwnAccount['tokens'] }) {
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
      of: ({ id, name }) => <RowButton act={word('token.drop')} of={name} isBusy={drop.isPending} onPress={() => drop.mutate(id)} />,
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
