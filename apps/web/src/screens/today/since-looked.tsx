import type { Deed, Today } from '@westgate/contract';
import { useAsk } from '../../api/ask.ts';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { useSayDeed } from '../../parts/say-deed.ts';
import { useSayInstant } from '../../parts/use-say-instant.ts';
import { FollowedSince } from './followed-since.tsx';
import { useLastLook } from './use-last-look.ts';
import { lookedAt } from './view-model.ts';

const SHOWN = 6;

/** The deeds since one last looked in this browser, newest first; none of a district that was held before. */
export function SinceLooked({ seq, begun }: Pick<Today, 'seq' | 'begun'>) {
  const word = useWords();
  const { after, isFirst } = lookedAt(useLastLook(seq), begun);
  const deeds = useAsk('deeds', { query: { limit: SHOWN } });
  return (
    <>
      <FollowedSince after={after} />
      <section aria-labelledby="today-since">
        <h2 id="today-since">
          {word(isFirst ? 'today.last' : 'today.since')} <small>{word('today.sinceCount', { count: seq - after })}</small>
        </h2>
        <Await query={deeds}>{({ items }) => <Since deeds={items.filter(({ seq: each }) => each > after)} />}</Await>
      </section>
    </>
  );
}

function Since({ deeds }: { readonly deeds: readonly Deed[] }) {
  const word = useWords();
  if (deeds.length === 0) return <p className="small soft">{word('today.nothingNew')}</p>;
  return (
    <ol className="today-since small">
      {deeds.map((deed) => (
        <SinceItem key={deed.seq} deed={deed} />
      ))}
    </ol>
  );
}

function SinceItem({ deed: { seq, at } }: { readonly deed: Deed }) {
  const sayAt = useSayInstant();
  const said = useSayDeed(useAsk('deed', { params: { seq } }).data);
  return (
    <li>
      <time dateTime={at}>{sayAt(at)}</time>
      <span>{said ?? '…'}</span>
    </li>
  );
}
