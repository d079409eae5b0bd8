import { getRouteApi } from '@tanstack/react-router';
import type { Park } from '@westgate/contract';
import { usePark } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AwaitRecord } from '../../../parts/await-record.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { FiguresTable } from '../../../parts/figures-table.tsx';
import { HistoryList } from '../../../parts/history-list.tsx';
import { NounLinks } from '../../../parts/noun-links.tsx';
import { NounPage } from '../../../parts/noun-page.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';

const route = getRouteApi('/parks/$id');

/** One industrial park: its place, its project, its figures. */
export function ParkPage() {
  const { id } = route.useParams();
  return (
    <AwaitRecord kind="park" id={id} query={usePark(id)}>
      {(park) => <ParkOf key={park.id} park={park} />}
    </AwaitRecord>
  );
}

function ParkOf({ park }: { readonly park: Park }) {
  const word = useWords();
  const say = useSay();
  return (
    <NounPage kind="park" id={park.id} name={park.name} answering={null} links={<NounLinks kind="park" id={park.id} />}>
      <dl className="facts">
        <Fact name={word('noun.place')}>
          {park.place ? <ThingLink thing={park.place} /> : <span className="unknown">{say(park.noPlaceReason) || word('unknown')}</span>}
        </Fact>
        <Fact name={word('noun.project')}>{park.project ? <ThingLink thing={park.project} /> : null}</Fact>
        {say(park.note) ? <Fact name={word('record.note')}>{say(park.note)}</Fact> : null}
      </dl>
      <FiguresTable figures={park.figures} of={{ kind: 'park', id: park.id }} />
      <HistoryList kind="park" id={park.id} />
    </NounPage>
  );
}
