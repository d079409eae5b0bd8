import { byText, type Html, html, joined } from '@westgate/base';
import type { PublicRecord } from '@westgate/contract';
import { barOf, sumOfAreas } from '@westgate/domain';
import { section } from '../parts/facts.ts';
import { confidenceNote, sourceNote } from '../parts/source.ts';
import { thingLink } from '../parts/things.ts';
import type { At } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { amount, plain, saidOrNothing, unknown, when } from '../words/say.ts';
import { word } from '../words/words.ts';
import type { BesideRecord } from './event.ts';

type Building = PublicRecord<'building'>;
type Park = PublicRecord<'park'>;

/** For who seeks space: every park with its buildings, what is vacant first, then what comes, each number with its day and source. None where no building is public. */
export function spacePage({ publication }: Site): readonly Page[] {
  const { buildings, parks } = publication;
  if (buildings.length === 0) return [];
  const held = parks
    .map((park) => ({ park, of: buildings.filter((each) => each.park.id === park.id).toSorted(compared) }))
    .filter(({ of }) => of.length > 0);
  return [
    {
      path: 'space.html',
      section: 'space',
      write: (at) => ({
        title: word(at, 'space.title'),
        description: word(at, 'space.lead', { buildings: buildings.length, parks: held.length }),
        main: html`<h1>${word(at, 'space.title')}</h1>
<p class="lead">${word(at, 'space.lead', { buildings: buildings.length, parks: held.length })}</p>
<p class="soft">${word(at, 'space.legend')}</p>
${held.map(({ park, of }) => parkPart(at, park, of))}
<p class="soft">${word(at, 'space.order')}</p>`,
        aside: null,
      }),
    },
  ];
}

/** What is vacant first, the most of it; then what is under works, the earliest; then what is not known; what is full last. */
function compared(a: Building, b: Building): number {
  const [first, second] = [rankOf(a), rankOf(b)];
  return (
    first - second || (b.areas?.vacant ?? 0) - (a.areas?.vacant ?? 0) || byText(a.readyOn ?? '9', b.readyOn ?? '9') || byText(a.id, b.id)
  );
}

function rankOf({ areas }: Building): number {
  if ((areas?.vacant ?? 0) > 0) return 0;
  if ((areas?.works ?? 0) > 0) return 1;
  return areas?.vacant === 0 && areas.works === 0 ? 3 : 2;
}

function parkPart(at: At, park: Park, buildings: readonly Building[]): Html | null {
  const most = Math.max(...buildings.map(({ areas }) => areas?.total ?? 0));
  const { id, name, place } = park;
  const facts = [
    html`${word(at, 'space.vacant')}${word(at, 'colon')}${sumTold(at, buildings, 'vacant')}`,
    html`${word(at, 'space.works')}${word(at, 'colon')}${sumTold(at, buildings, 'works')}`,
    ...(place ? [thingLink(at, place)] : []),
  ];
  return section(
    `park-${id}`,
    plain(at, name),
    html`<p>${thingLink(at, { kind: 'park', id, name })} · ${joined(facts, ' · ')}</p>
<ul class="rows">${buildings.map((building) => buildingRow(at, building, most))}</ul>`,
  );
}

/** What is known of a part of the space, and of how many buildings it is known. */
function sumTold(at: At, buildings: readonly Building[], part: 'vacant' | 'works'): Html {
  const known = buildings.map(({ areas }) => areas?.[part] ?? null).filter((value) => value !== null);
  if (known.length === 0) return unknown(at);
  const sum = m2(at, sumOfAreas(known));
  return known.length === buildings.length ? sum : html`${sum} ${word(at, 'space.knownOf', { known: known.length, of: buildings.length })}`;
}

function buildingRow(at: At, building: Building, most: number): Html {
  const { id, name, phase, areas, rentLow, rentHigh, rentPeriod, storeyHeightM, floorLoadKnM2, metroM, metroBasis } = building;
  const colon = word(at, 'colon');
  const named = (key: 'vacant' | 'largest' | 'works' | 'let' | 'total', value: number | null): Html =>
    html`${word(at, `space.${key}`)}${colon}${m2(at, value)}`;
  const sized = (key: 'height' | 'load' | 'metro', value: number | null, unit: string): Html =>
    html`${word(at, `space.${key}`)}${colon}${value === null ? unknown(at) : amount(at, value, { zh: unit, en: unit })}`;
  const space = [
    html`<b>${named('vacant', areas?.vacant ?? null)}</b>`,
    named('largest', areas?.largestVacant ?? null),
    named('works', areas?.works ?? null),
    named('let', areas?.let ?? null),
    named('total', areas?.total ?? null),
  ];
  const basis = saidOrNothing(at, metroBasis);
  const sizes = [
    html`${word(at, 'space.ready')}${colon}${readyTold(at, building)}`,
    html`${word(at, 'space.rent')}${colon}${rents(at, rentLow, rentHigh)}${rentPeriod === null ? null : html`${word(at, 'comma')}${when(at, rentPeriod)}`}`,
    sized('height', storeyHeightM, 'm'),
    sized('load', floorLoadKnM2, 'kN/m²'),
    html`${sized('metro', metroM, 'm')}${basis && html`${word(at, 'comma')}${basis}`}`,
  ];
  const phased = saidOrNothing(at, phase);
  return html`<li><p class="row-title">${thingLink(at, { kind: 'building', id, name })}${phased && html` <small class="soft">${phased}</small>`}</p>
${bar(areas, most)}<p>${joined(space, ' · ')}</p>
<p>${joined(sizes, ' · ')}</p>
<p class="soft">${areasNote(at, building)}<br>${word(at, 'space.sizes')}${colon}${sourceNote(at, building.source)}</p></li>
`;
}

/** The day, the source and the confidence of the floor areas of a building. */
function areasNote(at: At, { areas }: Building): Html {
  if (areas === null) return html`${word(at, 'space.noAreas')}`;
  const note = saidOrNothing(at, areas.note);
  return html`${word(at, 'space.asOf')}${word(at, 'colon')}${when(at, areas.on)} · ${sourceNote(at, areas.source)} · ${confidenceNote(at, areas.confidence)}${note && html` · ${note}`}`;
}

/** What the page of a building tells beside what is stored of it: the source of its floor areas. */
export function buildingBeside(at: At, building: Building): BesideRecord {
  return {
    description: word(at, 'noun.building'),
    tag: null,
    verdict: html``,
    facts: [[word(at, 'space.areas'), areasNote(at, building)]],
  };
}

/** From when its space can be moved into; that it is full where none of it is vacant or comes. */
function readyTold(at: At, building: Building): Html {
  const rank = rankOf(building);
  if (rank === 0 || rank === 3) return html`${word(at, rank === 0 ? 'space.now' : 'space.full')}`;
  // A day that has passed while works go on tells no more when they end.
  const { asOf } = at.site.publication;
  return building.readyOn === null || building.readyOn <= asOf ? unknown(at) : when(at, building.readyOn);
}

function m2(at: At, value: number | null): Html {
  return value === null ? unknown(at) : html`${amount(at, value, { zh: 'm²', en: 'm²' })}`;
}

const RENT = { zh: '元/m²·天', en: 'yuan/m²/day' };

/** The rents asked, from and to. */
function rents(at: At, low: number | null, high: number | null): Html {
  if (low === null && high === null) return unknown(at);
  if (low === null || high === null || low === high) return html`${low === null ? '≤ ' : null}${amount(at, low ?? high ?? 0, RENT)}`;
  return html`${low}–${amount(at, high, RENT)}`;
}

const WIDTH = 300;

/** Let solid, vacant open, under works hatched, the rest of the total dotted; the words beside it say the same. */
function bar(areas: Building['areas'], most: number): Html | null {
  if (areas === null || most === 0) return null;
  const rects = barOf(areas, most).map(({ kind, from, length }) => {
    const [x, width] = [1 + from * (WIDTH - 2), Math.max(length * (WIDTH - 2), 1)];
    return html`<rect class="space-${kind}" x="${round(x)}" width="${round(width)}" y="1" height="12"/>${
      kind === 'works' ? hatch(x, width) : null
    }`;
  });
  return html`<svg class="space-bar" viewBox="0 0 ${WIDTH} 14" width="${WIDTH}" height="14" aria-hidden="true">${rects}</svg>
`;
}

/** Slanted lines over a part of the bar. */
function hatch(x: number, width: number): Html {
  const lines = Array.from({ length: Math.floor(width / 6) }, (_, index) => {
    const left = round(x + index * 6);
    return `M${left} 13l${Math.min(6, round(x + width - left))} -12`;
  });
  return html`<path class="space-hatch" d="${lines.join('')}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
