import type { Followed } from '@westgate/contract';
import { useAsk } from '../../api/ask.ts';
import { useFollowed, useFollows } from '../../api/follows.ts';
import { useWords } from '../../messages/words.ts';
import { useSayDeed } from '../../parts/say-deed.ts';
import { ThingLink } from '../../parts/thing-link.tsx';
import { useSayInstant } from '../../parts/use-say-instant.ts';

/** What one follows that changed since one last looked, the last changed first. Nothing where one follows nothing. */
export function FollowedSince({ after }: { readonly after: number }) {
  const word = useWords();
  const { items } = useFollows();
  const found = useFollowed(items, after).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="today-followed">
      <h2 id="today-followed">
        {word('follow.since')} <small>{word('follow.count', { count: items.length })}</small>
      </h2>
      {found.length === 0 ? <p className="small soft">{word('follow.nothing')}</p> : null}
      <ul className="today-since small">
        {found.map((item) => (
          <FollowedItem key={`${item.thing.kind}:${item.thing.id}`} item={item} />
        ))}
      </ul>
    </section>
  );
}

function FollowedItem({ item: { thing, seq, at, count } }: { readonly item: Followed['items'][number] }) {
  const word = useWords();
  const sayAt = useSayInstant();
  const said = useSayDeed(useAsk('deed', { params: { seq } }).data);
  return (
    <li>
      <time dateTime={at}>{sayAt(at)}</time>
      <span>
        <ThingLink thing={thing} />
        <span className="block soft">
          {said ?? '…'} {count > 1 ? word('follow.more', { count: count - 1 }) : null}
        </span>
      </span>
    </li>
  );
}
