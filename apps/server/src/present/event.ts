import type { EventRecord } from '@westgate/contract';
import { aimOf, type Row } from '@westgate/domain';
import { linksIn, shownBy, type View } from '../view/view.ts';
import { belongsIn } from './belongs.ts';
import { stateIn } from './evidence.ts';
import { figuresOf } from './figure.ts';
import { idsOfLinks, linkCounts } from './linked.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { missing, thingAt } from './thing.ts';

/** An event by its id, as it is shown; null where there is none. */
export const eventIn: (view: View, id: string) => EventRecord | null = shownBy('event', eventOf);

/** One event. */
export function eventDetail(view: View, id: string): EventRecord {
  const event = eventIn(view, id);
  if (!event) throw missing('event', id);
  return event;
}

function eventOf(view: View, row: Row<'event'>): EventRecord {
  const { register } = view;
  const links = linksIn(view, 'event', row.id);
  return {
    id: row.id,
    rev: row.rev,
    name: pair(row.name_zh, row.name_en),
    dates: row.dates,
    place: thingAt(register, 'place', row.place),
    noPlaceReason: pair(row.no_place_reason_zh, row.no_place_reason_en),
    organisers: pair(row.organisers_zh, row.organisers_en),
    confidence: row.confidence,
    source: sourceAt(register, row),
    state: stateIn(view, 'event', row.id),
    aim: aimOf(register, 'event', row.id),
    ...belongsIn(view, 'event', row.id),
    sentenceIds: idsOfLinks(links.sentences),
    commitmentIds: idsOfLinks(links.commitments),
    linked: linkCounts(links),
    figures: figuresOf(view, 'event', row.id),
    note: pair(row.note_zh, row.note_en),
  };
}
