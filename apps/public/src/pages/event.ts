import { type Html, html, joined } from '@westgate/base';
import type { PublicEvent } from '@westgate/contract';
import { aimTag } from '../parts/aim.ts';
import type { Fact } from '../parts/facts.ts';
import { pageLinks, pagePath, pagesOf } from '../parts/pages.ts';
import { stateWord, verdict } from '../parts/state.ts';
import { namedLinks, thingLink } from '../parts/things.ts';
import type { At } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { plain, said, unknown, when, whenInWords } from '../words/say.ts';
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

/** What the page of an event tells beside what is stored of it: its aim, whether it was held, and which commitments it is held for. */
export function eventBeside(at: At, event: PublicEvent): BesideRecord {
  return {
    description: `${whenInWords(at, event.dates)} · ${event.place ? plain(at, event.place.name) : word(at, 'unknown')}`,
    tag: aimTag(at, event.aim),
    verdict: verdict(at, event.state, NO_TEXT),
    facts: [[word(at, 'fact.serves'), namedLinks(at, 'commitment', event.commitmentIds, event.linked.commitments)]],
  };
}

/** What the page of a record of a plain kind tells beside what is stored of it. */
export interface BesideRecord {
  readonly description: string;
  readonly tag: Html | null;
  readonly verdict: Html | null;
  readonly facts: readonly Fact[];
  /** Parts of the page before its figures, and the columns that are told there and not among the facts. */
  readonly parts?: readonly (Html | null)[];
  readonly tells?: readonly string[];
}

const NO_TEXT = { zh: null, en: null } as const;
