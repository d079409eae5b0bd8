import type { Publishing } from '@westgate/contract';
import { useWords } from '../../messages/words.ts';
import { ThingLink } from '../../parts/thing-link.tsx';

/** How many follow public records by mail: numbers, no addresses. */
export function FollowersByMail({ followers: { isOn, people, records } }: Pick<Publishing, 'followers'>) {
  const word = useWords();
  return (
    <section aria-labelledby="publish-followers">
      <h2 id="publish-followers">{word('publish.followers')}</h2>
      <p className="small soft">{word(isOn ? 'publish.followers.lead' : 'publish.followers.off')}</p>
      {people > 0 ? <p className="small">{word('publish.followers.count', { count: people })}</p> : null}
      {records.length > 0 ? (
        <ul className="small">
          {records.map(({ thing, count }) => (
            <li key={`${thing.kind}:${thing.id}`}>
              <ThingLink thing={thing} /> · {count}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
