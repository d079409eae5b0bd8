import type { Deed, Followed, Today } from '@westgate/contract';
import { useState } from 'react';
import { useAsk } from '../../api/ask.ts';
import { useFollowed, useFollows } from '../../api/follows.ts';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { useSayInstant } from '../../parts/day-text.tsx';
import { useSayDeed } from '../../parts/say-deed.ts';
import { ThingLink } from '../../parts/thing-link.tsx';
import { lookedAt } from './view-model.ts';

const KEY = 'westgate.looked';
const OPENED = 'westgate.lookedBefore';

const SHOWN = 6;

/** The deeds since one last looked in this browser, newest first; none of a district that was held before. */
export function SinceLooked({ seq, begun }: Pick<Today, 'seq' | 'begun'>) {
  const word = useWords();
  const { after, isFirst } = lookedAt(useLastLook(seq), begun);
  const deeds = useAsk('deeds', { query: { limit: SHOWN, told: 'true' } });
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

function SinceItem({ deed }: { readonly deed: Deed }) {
  const sayAt = useSayInstant();
  const sayDeed = useSayDeed();
  return (
    <li>
      <time dateTime={deed.at}>{sayAt(deed.at)}</time>
      <span>{sayDeed(deed)}</span>
    </li>
  );
}

/**
 * The last deed that was there when someone last looked in this browser, as it was when this window was opened; null for a first look. Looking
 * notes `seq` for the next time.
 */
function useLastLook(seq: number): number | null {
  const [before] = useState(() => {
    const kept = sessionStorage.getItem(OPENED) ?? localStorage.getItem(KEY) ?? '';
    sessionStorage.setItem(OPENED, kept);
    return /^\d+$/.test(kept) ? Number(kept) : null;
  });
  localStorage.setItem(KEY, String(seq));
  return before;
}

/** What one follows that changed since one last looked, the last changed first. Nothing where one follows nothing. */
function FollowedSince({ after }: { readonly after: number }) {
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

function FollowedItem({ item }: { readonly item: Followed['items'][number] }) {
  const word = useWords();
  const sayAt = useSayInstant();
  const sayDeed = useSayDeed();
  const { thing, at, count } = item;
  return (
    <li>
      <time dateTime={at}>{sayAt(at)}</time>
      <span>
        <ThingLink thing={thing} />
        <span className="block soft">
          {sayDeed(item)} {count > 1 ? word('follow.more', { count: count - 1 }) : null}
        </span>
      </span>
    </li>
  );
}
