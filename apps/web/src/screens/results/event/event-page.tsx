import { getRouteApi } from '@tanstack/react-router';
import type { EventRecord } from '@westgate/contract';
import { useEvent } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimTag } from '../../../parts/aim-mark.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { NounLinks } from '../../../parts/noun-links.tsx';
import { ConfidenceBar, SourceLine } from '../../../parts/source-note.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { Verdict } from '../../../parts/verdict.tsx';
import { FilesSection } from '../../../record/evidence/files-section.tsx';
import { AwaitRecord } from '../../../record/page/await-record.tsx';
import { FiguresTable } from '../../../record/page/figures-table.tsx';
import { HistoryList } from '../../../record/page/history-list.tsx';
import { NounPage } from '../../../record/page/noun-page.tsx';
import { RecordSection } from '../../../record/record-section.tsx';
import { SupervisionSection } from '../../../supervision/supervision-section.tsx';

const route = getRouteApi('/events/$id');

/** One event: when, where, by whom, and whether it was held. */
export function EventPage() {
  const { id } = route.useParams();
  return (
    <AwaitRecord kind="event" id={id} query={useEvent(id)}>
      {(event) => <EventOf key={event.id} event={event} />}
    </AwaitRecord>
  );
}

function EventOf({ event }: { readonly event: EventRecord }) {
  const word = useWords();
  const say = useSay();
  return (
    <NounPage
      kind="event"
      id={event.id}
      answering={null}
      name={event.name}
      about={<AimTag aim={event.aim} />}
      links={<NounLinks kind="event" id={event.id} />}
    >
      <Verdict state={event.state} rule={{ zh: word('event.rule'), en: word('event.rule') }} />
      <dl className="facts">
        <Fact name={word('event.dates')}>
          <DayText on={event.dates} /> <ConfidenceBar confidence={event.confidence} />
        </Fact>
        <Fact name={word('event.venue')}>
          {event.place ? <ThingLink thing={event.place} /> : <span className="unknown">{say(event.noPlaceReason) || word('unknown')}</span>}
        </Fact>
        <Fact name={word('event.organisers')}>{say(event.organisers)}</Fact>
        <Fact name={word('figures.source')}>
          <SourceLine source={event.source} />
        </Fact>
        {say(event.note) ? <Fact name={word('record.note')}>{say(event.note)}</Fact> : null}
      </dl>
      <RecordSection subject={{ kind: 'event', id: event.id, name: event.name }} />
      <SupervisionSection subject={{ kind: 'event', id: event.id }} />
      <FilesSection subject={{ kind: 'event', id: event.id }} />
      <FiguresTable figures={event.figures} of={{ kind: 'event', id: event.id }} />
      <HistoryList kind="event" id={event.id} />
    </NounPage>
  );
}
