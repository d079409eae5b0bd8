import type { AnswerOf } from '@westgate/contract';
import { useAsk } from '../../api/ask.ts';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { useSayInstant } from '../../parts/use-say-instant.ts';
import { signInWord } from './sign-in-word.ts';

/** The last attempts to sign in, newest first. */
export function SignInTable() {
  const word = useWords();
  const sayInstant = useSayInstant();
  const columns: readonly TableColumn<AnswerOf<'sign-ins'>['items'][number]>[] = [
    { head: word('signIns.at'), isRowHead: true, of: ({ at }) => sayInstant(at) },
    {
      head: word('signIns.person'),
      of: ({ person, name }) => (person === null ? word('signIns.nobody') : (name ?? word('people.erased'))),
    },
    { head: word('signIns.result'), of: ({ result }) => word(signInWord(result)) },
    { head: word('signIns.address'), of: ({ address }) => (address === 'unknown' ? word('signIns.noAddress') : address) },
  ];
  return (
    <section className="section" aria-labelledby="sign-ins">
      <h2 id="sign-ins">
        {word('signIns.title')} <small>{word('signIns.lead')}</small>
      </h2>
      <Await query={useAsk('sign-ins')}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState>{word('signIns.none')}</EmptyState>
          ) : (
            <Table columns={columns} rows={items} keyOf={({ at, person, result }) => `${at} ${person} ${result}`} />
          )
        }
      </Await>
    </section>
  );
}
