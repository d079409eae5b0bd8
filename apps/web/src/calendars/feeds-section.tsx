import type { Bilingual } from '@westgate/base';
import type { CalendarFeeds } from '@westgate/contract';
import { actionNamed, type vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { useAsk } from '../api/ask.ts';
import { useDeedDesk } from '../api/deed-notice.ts';
import { useTellAndSee } from '../api/use-write.ts';
import { useSay, useWords } from '../messages/words.ts';
import { ActButton } from '../parts/act-button.tsx';
import { LinkNote } from '../parts/copy-text.tsx';
import { DayText, useSayInstant } from '../parts/day-text.tsx';
import { Refusal } from '../parts/error-text.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { useMayAct } from '../scope/may-change.ts';

type Feed = CalendarFeeds['items'][number];

/** The calendar feeds of a record: which there are, when each was last used, revoking one, making another. `name` null: of whoever sits here. */
export function FeedsSection({
  kind,
  id,
  name,
}: {
  readonly kind: vocabulary.FeedKind;
  readonly id: string;
  readonly name: Bilingual | null;
}) {
  const word = useWords();
  const say = useSay();
  const sayInstant = useSayInstant();
  const { tell } = useDeedDesk();
  const feeds = useAsk('calendar-feeds', { query: { kind, id } }).data?.items ?? [];
  const make = useTellAndSee('make-calendar-feed');
  const revoke = useTellAndSee('revoke-calendar-feed');
  const mayMake = useMayAct()('make-calendar-feed');
  const [fresh, setFresh] = useState<string | null | undefined>(undefined);
  if (!mayMake && feeds.length === 0) return null;
  const revokeLabel = say(actionNamed('revoke-calendar-feed').label);
  const columns: readonly TableColumn<Feed>[] = [
    { head: word('feeds.made'), isRowHead: true, of: ({ madeOn }) => <DayText on={madeOn} /> },
    { head: word('feeds.holder'), of: ({ holder, isOwn }) => (isOwn ? word('feeds.own') : (holder ?? word('unknown'))) },
    { head: word('feeds.used'), of: ({ lastUsed }) => (lastUsed ? sayInstant(lastUsed) : word('feeds.never')) },
    {
      head: revokeLabel,
      headed: 'unseen',
      of: ({ id: feed, rev, madeOn }) => (
        <ActButton
          name={revokeLabel}
          isBusy={revoke.isPending}
          onAct={(who) =>
            revoke.mutate(
              { params: { id: feed }, body: { who }, rev, key: crypto.randomUUID() },
              {
                onSuccess: ({ seq }) => {
                  setFresh(undefined);
                  tell(seq);
                },
              },
            )
          }
        >
          {madeOn}
        </ActButton>
      ),
    },
  ];
  return (
    <section className="section calendar-feeds no-print" aria-labelledby="feeds">
      <h2 id="feeds">{word('feeds.title')}</h2>
      <p className="small soft measure">{word('feeds.about')}</p>
      {feeds.length === 0 ? null : <Table columns={columns} rows={feeds} keyOf={(feed) => feed.id} />}
      {fresh === undefined ? null : fresh === null ? (
        <p role="status">{word('outside.toldOnce')}</p>
      ) : (
        <LinkNote link={{ name: name ? say(name) : word('feeds.mine'), link: fresh }} note="feeds.linkFor" />
      )}
      {mayMake ? (
        <p className="part-start">
          <ActButton
            name={say(actionNamed('make-calendar-feed').label)}
            className="button"
            isBusy={make.isPending}
            onAct={(who) =>
              make.mutate(
                { body: { who, subjectKind: kind, subjectId: id }, key: crypto.randomUUID() },
                { onSuccess: ({ link }) => setFresh(link === null ? null : `${link}.ics`) },
              )
            }
          />
        </p>
      ) : null}
      <Refusal error={make.error ?? revoke.error} />
    </section>
  );
}
