import { type Html, html, joined } from '@westgate/base';
import type { PublicEvent } from '@westgate/contract';
import { aimTag } from '../parts/aim.ts';
import { factList, section } from '../parts/facts.ts';
import { figureList } from '../parts/figures.ts';
import { placesMap } from '../parts/map-figure.ts';
import { pageLinks, pagePath, pagesOf } from '../parts/pages.ts';
import { confidenceNote, sourceNote } from '../parts/source.ts';
import { stateWord, verdict } from '../parts/state.ts';
import { namedLinks, noPlace, thingLink } from '../parts/things.ts';
import type { At } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { plain, said, saidOrNothing, unknown, when, whenInWords } from '../words/say.ts';
import { word } from '../words/words.ts';

/** All events, the latest first. */
export function eventList({ publication }: Site): readonly Page[] {
  const sorted = publication.events.toSorted((a, b) => (a.dates < b.dates ? 1 : a.dates > b.dates ? -1 : 0));
  const pages = pagesOf(sorted);
  return pages.map((held, index) => ({
    path: pagePath('events', index),
    section: 'events',
    write: (at) => ({
      title: word(at, 'events.title'),
      description: word(at, 'events.count', { count: sorted.length }),
      main: html`<h1>${word(at, 'events.title')}</h1>
<p class="lead">${word(at, 'events.count', { count: sorted.length })}</p>
<ul class="rows two">${held.map((event) => eventRow(at, event))}</ul>
${pageLinks(at, 'events', index, pages.length)}`,
      aside: null,
    }),
  }));
}

/** An event in a list: when, what, where. */
function eventRow(at: At, { id, name, dates, place, state, aim }: PublicEvent): Html {
  const facts = [when(at, dates), place ? said(at, place.name) : html`${word(at, 'fact.venue')}${word(at, 'colon')}${unknown(at)}`];
  return html`<li><p class="row-title">${thingLink(at, { kind: 'event', id, name })} ${aimTag(at, aim)}</p>
<p>${stateWord(at, state)}</p>
<p class="soft">${joined(facts, ' · ')}</p></li>
`;
}

/** One page for each event. */
export function eventPages(site: Site): readonly Page[] {
  return site.publication.events.map((event) => ({
    path: site.pathOf('event', event.id) ?? '',
    section: 'events',
    write: (at) => ({
      title: plain(at, event.name),
      description: `${whenInWords(at, event.dates)} · ${event.place ? plain(at, event.place.name) : word(at, 'unknown')}`,
      main: html`<p class="over">${word(at, 'noun.event')} ${aimTag(at, event.aim)}</p>
<h1>${said(at, event.name)}</h1>
${verdict(at, event.state, NO_RULE)}
${factList([
  [
    word(at, 'fact.when'),
    html`${when(at, event.dates)} <small>${sourceNote(at, event.source)} · ${confidenceNote(at, event.confidence)}</small>`,
  ],
  [word(at, 'fact.venue'), event.place ? thingLink(at, event.place) : noPlace(at, event.noPlaceReason)],
  [word(at, 'fact.organisers'), saidOrNothing(at, event.organisers) ?? unknown(at)],
  [word(at, 'fact.serves'), namedLinks(at, 'commitment', event.commitmentIds, event.linked.commitments)],
  [word(at, 'fact.note'), saidOrNothing(at, event.note)],
])}
${section('figures', word(at, 'figures.title'), figureList(at, event.figures))}`,
      aside: event.place && placesMap(at, [event.place.id], word(at, 'map.of', { name: plain(at, event.place.name) })),
    }),
  }));
}

const NO_RULE = { zh: null, en: null } as const;
