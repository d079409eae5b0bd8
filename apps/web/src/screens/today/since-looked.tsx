import type { Deed } from '@westgate/contract';
import { useDeed } from '../../api/deeds.ts';
import { useLastDeeds } from '../../api/loop.ts';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { useSayDeed } from '../../parts/say-deed.ts';
import { useSayInstant } from '../../parts/use-say-instant.ts';
import { FollowedSince } from './followed-since.tsx';
import { useLastLook } from './use-last-look.ts';

const SHOWN = 6;

/** The deeds since one last looked in this browser, newest first. */
export function SinceLooked({ seq }: { readonly seq: number }) {
  const word = useWords();
  const before = useLastLook(seq);
  const deeds = useLastDeeds(SHOWN);
  const count = before === null ? seq : seq - before;
  return (
    <>
      <FollowedSince after={before ?? 0} />
      <section aria-labelledby="today-since">
        <h2 id="today-since">
          {word(before === null ? 'today.last' : 'today.since')} <small>{word('today.sinceCount', { count })}</small>
        </h2>
        <Await query={deeds}>{({ items }) => <Since deeds={items.filter(({ seq: each }) => before === null || each > before)} />}</Await>
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
  const said = useSayDeed(useDeed(seq).data);
  return (
    <li>
      <time dateTime={at}>{sayAt(at)}</time>
      <span>{said ?? '…'}</span>
    </li>
  );
}
