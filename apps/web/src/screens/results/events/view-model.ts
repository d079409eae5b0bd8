import { byText, isPeriod, periodSpan } from '@westgate/base';
import type { EventRecord } from '@westgate/contract';

type Dated = Pick<EventRecord, 'id' | 'dates'>;

/** Events in the order of their first days, those without a day that can be told last. */
export function eventsInOrder<Event extends Dated>(events: readonly Event[]): readonly Event[] {
  return events.toSorted((a, b) => byText(firstDay(a), firstDay(b)) || byText(a.id, b.id));
}

/** The event that is shown: the one chosen, else the next that is not over on `day`, else the last there was. */
export function chosenEvent<Event extends Dated>(ordered: readonly Event[], chosen: string | null, day: string): Event | undefined {
  return ordered.find(({ id }) => id === chosen) ?? ordered.find((event) => lastDay(event) >= day) ?? ordered.at(-1);
}

function firstDay({ dates }: Dated): string {
  return isPeriod(dates) ? periodSpan(dates)[0] : '9999-12-31';
}

function lastDay({ dates }: Dated): string {
  return isPeriod(dates) ? periodSpan(dates)[1] : '';
}
