import { Link } from '@tanstack/react-router';
import type { EventRecord } from '@westgate/contract';
import { useAskAll } from '../../../api/ask.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { Readiness } from '../../../readiness/readiness-section.tsx';
import { useScope, useShownDay } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useMay } from '../../../scope/signed-in.ts';
import { useSelected } from '../../../scope/use-view.ts';
import { DealsSection } from '../deals/deal-sections.tsx';
import { ResultsHead } from '../results-head.tsx';
import { chosenEvent, eventsInOrder } from './view-model.ts';

/** What must be ready before an event, counted back from its opening: the coming one, or one that is chosen. */
export function Events() {
  const word = useWords();
  const mayImport = useMay()('import');
  const events = useAskAll('events', { query: useScope() });
  useTitle(word('nouns.event'));
  return (
    <div className="register-main results">
      <ResultsHead>
        <Link className="button plain" to="/register" search={{ noun: 'event' }}>
          {word('events.asList')}
        </Link>
        {mayImport ? (
          <Link className="button" to="/settings/calendar">
            {word('calendarFile.title')}
          </Link>
        ) : null}
      </ResultsHead>
      <Await query={events}>{(found) => <Chosen events={found} />}</Await>
    </div>
  );
}

function Chosen({ events: all }: { readonly events: readonly EventRecord[] }) {
  const word = useWords();
  const say = useSay();
  const mayMake = useMayChange('edit', 'any');
  const selected = useSelected();
  const { day } = useShownDay();
  const events = eventsInOrder(all);
  const event = chosenEvent(events, selected?.kind === 'event' ? selected.id : null, day);
  if (!event)
    return (
      <EmptyState>
        {word('events.none')}{' '}
        {mayMake ? (
          <Link to="/new/$noun" params={{ noun: 'event' }}>
            {word('events.first')}
          </Link>
        ) : null}
      </EmptyState>
    );
  const at = events.indexOf(event);
  return (
    <>
      <h2>
        <Link to="/$nouns/$id" params={{ nouns: 'events', id: event.id }}>
          {say(event.name)}
        </Link>{' '}
        <small>
          <DayText on={event.dates} />
        </small>
      </h2>
      <nav className="row small no-print" aria-label={word('events.title')}>
        <Neighbour event={events[at - 1]} label={word('events.previous')} />
        <Neighbour event={events[at + 1]} label={word('events.next')} />
      </nav>
      <Readiness key={event.id} event={{ kind: 'event', id: event.id, name: event.name }} />
      <DealsSection key={`deals ${event.id}`} event={event.id} />
    </>
  );
}

/** The way to the event before or after the one that is shown. */
function Neighbour({ event, label }: { readonly event: EventRecord | undefined; readonly label: string }) {
  const say = useSay();
  if (!event) return null;
  return (
    <span>
      <span className="soft">{label}</span>{' '}
      <Link to="/results/events" search={{ sel: `event:${event.id}` }} replace>
        {say(event.name)}
      </Link>
    </span>
  );
}
