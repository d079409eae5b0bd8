import { html } from '@westgate/base';
import type { PublicPlace, Thing } from '@westgate/contract';
import { aimTag } from '../parts/aim.ts';
import { evidenceList } from '../parts/evidence.ts';
import { factList, section } from '../parts/facts.ts';
import { figureList, figureValue } from '../parts/figures.ts';
import { placesMap } from '../parts/map-figure.ts';
import { outsideSection } from '../parts/outside.ts';
import { confidenceNote, sourceNote } from '../parts/source.ts';
import { namedLinks, thingLink } from '../parts/things.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { plain, said, saidOrNothing, unknown, when } from '../words/say.ts';
import { word } from '../words/words.ts';
import { commitmentRow } from './commitment-list.ts';
import { namingPlaces, plainFacts } from './plain.ts';

/** One page for each place: what it is, where it lies and how that is known, what is promised and planned there, what happened. */
export function placePages(site: Site): readonly Page[] {
  const naming = namingPlaces(site);
  return site.publication.places.map((place) => pageOf(site, place, naming.get(place.id) ?? []));
}

function pageOf(site: Site, place: PublicPlace, naming: readonly Thing[]): Page {
  const { id, name, kind, linked, area } = place;
  return {
    path: site.pathOf('place', id) ?? '',
    section: 'places',
    write: (at) => {
      const commitments = place.commitmentIds.flatMap((one) => site.commitments.get(one) ?? []);
      const rest = linked.commitments - place.commitmentIds.length;
      const map = placesMap(at, [id], word(at, 'map.of', { name: plain(at, name) }));
      const reason = saidOrNothing(at, place.noPlaceReason);
      return {
        title: plain(at, name),
        description: `${word(at, `place.${kind}`)}${word(at, 'comma')}${word(at, `position.${place.position}`)}`,
        main: html`<p class="over">${word(at, `place.${kind}`)} ${aimTag(at, place.aim)}</p>
<h1>${said(at, name)}</h1>
${factList([
  [word(at, 'fact.stage'), place.isSite || place.aim !== null ? html`${word(at, `stage.${place.stage}`)}` : null],
  [
    word(at, 'fact.position'),
    html`${word(at, `position.${place.position}`)} <small>${saidOrNothing(at, place.positionBasis)}${place.confidence && html` · ${confidenceNote(at, place.confidence)}`}${reason && html` · ${reason}`}</small>`,
  ],
  [word(at, 'fact.area'), area && html`${figureValue(at, area)} <small>${when(at, area.period)} · ${sourceNote(at, area.source)}</small>`],
  [
    word(at, 'fact.land'),
    place.landTitle && html`${word(at, `title.${place.landTitle}`)} <small>${saidOrNothing(at, place.landTitleNote)}</small>`,
  ],
  [word(at, 'fact.lead'), place.lead && thingLink(at, place.lead)],
  [word(at, 'fact.projects'), namedLinks(at, 'project', place.projectIds, linked.projects)],
  ...plainFacts(at, naming),
  [word(at, 'fact.note'), saidOrNothing(at, place.note)],
])}
${section('commitments', word(at, 'place.commitments'), commitments.length === 0 ? html`<p>${word(at, 'place.noCommitments')}</p>` : html`<ul class="rows">${commitments.map((one) => commitmentRow(at, one))}</ul>${rest > 0 ? html`<p>${word(at, 'andMore', { count: rest })}</p>` : null}`)}
${section('evidence', word(at, 'evidence.title'), evidenceList(at, place.evidence, id))}
${section('figures', word(at, 'figures.title'), figureList(at, place.figures))}
${outsideSection(at, 'place', id)}`,
        aside:
          map ??
          html`<p class="no-map">${site.picture.outside.has(id) ? word(at, 'place.outside') : html`${unknown(at)}${word(at, 'colon')}${word(at, 'place.noMap')}`}</p>`,
      };
    },
  };
}
