import { useAsk } from '../../api/ask.ts';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useSayInstant } from '../../parts/use-say-instant.ts';
import { signInWord } from './sign-in-word.ts';

/** The last attempts to sign in, newest first. */
export function SignInTable() {
  const word = useWords();
  const sayInstant = useSayInstant();
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
            <div className="table-scroll">
              <table className="table stacking">
                <thead>
                  <tr>
                    <th scope="col">{word('signIns.at')}</th>
                    <th scope="col">{word('signIns.person')}</th>
                    <th scope="col">{word('signIns.result')}</th>
                    <th scope="col">{word('signIns.address')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ at, person, name, result, address }) => (
                    <tr key={`${at} ${person} ${result}`}>
                      <th scope="row">{sayInstant(at)}</th>
                      <td data-head={word('signIns.person')}>
                        {person === null ? word('signIns.nobody') : (name ?? word('people.erased'))}
                      </td>
                      <td data-head={word('signIns.result')}>{word(signInWord(result))}</td>
                      <td data-head={word('signIns.address')}>{address === 'unknown' ? word('signIns.noAddress') : address}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Await>
    </section>
  );
}
