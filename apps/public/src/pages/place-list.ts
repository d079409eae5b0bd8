import { type Html, html, joined } from '@westgate/base';
import type { PublicPlace } from '@westgate/contract';
import { SHAPE_NAMES, shapeOf } from '@westgate/domain';
import { aimClass, aimsOf, aimTag } from '../parts/aim.ts';
import { districtMap } from '../parts/map-figure.ts';
import { PAGE_SIZE, pageLinks, pagePath, pagesOf } from '../parts/pages.ts';
import { patternDefs, shapeSign, stageSign, symbolSign } from '../parts/symbol.ts';
import { thingLink } from '../parts/things.ts';
import { type At, hrefTo } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { plain, said } from '../words/say.ts';
import { word } from '../words/words.ts';

/** The map as a picture, and every place as a list: also those whose position nobody knows. */
export function placeList(site: Site): readonly Page[] {
  const { places, district } = site.publication;
  const sorted = SHAPE_NAMES.flatMap((shape) => places.filter(({ kind }) => shapeOf(kind).name === shape));
  const pages = pagesOf(sorted);
  return pages.map((held, index) => ({
    path: pagePath('places', index),
    section: 'places',
    write: (at) => {
      const title = word(at, 'places.title');
      const map = index === 0 ? districtMap(at, word(at, 'map.title', { district: plain(at, district.name) }), 'wide') : null;
      return {
        title,
        description: word(at, 'places.count', { count: places.length }),
        main: html`<h1>${title}</h1>
<p class="lead">${word(at, 'places.count', { count: places.length })}${word(at, 'comma')}${placedNote(at)}</p>
${index === 0 ? html`<div class="with-legend">${map ?? signDefs(at)}${legend(at, sorted)}</div>` : signDefs(at)}
${SHAPE_NAMES.map((shape) => group(at, shape, held))}
${pageLinks(at, 'places', index, pages.length)}`,
        aside: null,
      };
    },
  }));
}

/** The fills of the symbols, on a page without a map that brings them. */
function signDefs(at: At): Html {
  return html`<svg class="unseen" aria-hidden="true">${patternDefs(at)}</svg>`;
}

/** How many places are drawn, and how many cannot be. */
function placedNote(at: At): string {
  const { places } = at.site.publication;
  const { outside } = at.site.picture;
  const placed = places.filter(({ centre }) => centre !== null).length;
  const beyond = outside.size === 0 ? '' : `${word(at, 'comma')}${word(at, 'places.outside', { count: outside.size })}`;
  return word(at, 'places.placed', { placed: placed - outside.size, missing: places.length - placed }) + beyond;
}

/** What shape, fill and outline of a symbol mean; the shapes lead to their places in the list. */
function legend(at: At, sorted: readonly PublicPlace[]): Html {
  const shapes = SHAPE_NAMES.map((shape) => ({ shape, first: sorted.findIndex(({ kind }) => shapeOf(kind).name === shape) }));
  const stages = ['candidate', 'under-way', 'done', 'not-known'] as const;
  return html`<div class="legend"><h2>${word(at, 'atlas.legend.shapes')}</h2>
<ul>${shapes
    .filter(({ first }) => first >= 0)
    .map(({ shape, first }) => {
      const href = hrefTo(at, `${pagePath('places', Math.floor(first / PAGE_SIZE))}#kind-${shape}`);
      const count = sorted.filter(({ kind }) => shapeOf(kind).name === shape).length;
      return html`<li>${shapeSign(shape)}<a href="${href}">${word(at, `atlas.shape.${shape}`)}</a><small>${count}</small></li>`;
    })}</ul>
<h2>${word(at, 'atlas.legend.aims')}</h2>
<ul>${aimsOf(at.site).map(({ id, name }) => html`<li><i class="mark ${aimClass(at.site, id)}"></i>${said(at, name)}</li>`)}<li><i class="mark aim-none pattern-none"></i>${word(at, 'aim.none')}</li></ul>
<h2>${word(at, 'atlas.legend.stages')}</h2>
<ul>${stages.map((stage) => html`<li>${stageSign(stage)}${word(at, `stage.${stage}`)}</li>`)}</ul></div>`;
}

function group(at: At, shape: (typeof SHAPE_NAMES)[number], places: readonly PublicPlace[]): Html | null {
  const held = places.filter(({ kind }) => shapeOf(kind).name === shape);
  if (held.length === 0) return null;
  return html`<section class="part" aria-labelledby="kind-${shape}"><h2 id="kind-${shape}">${word(at, `atlas.shape.${shape}`)} <small>${held.length}</small></h2>
<ul class="rows two">${held.map((place) => placeRow(at, place))}</ul></section>
`;
}

function placeRow(at: At, place: PublicPlace): Html {
  const { id, name, kind, stage, position, aim, isSite } = place;
  const facts = [
    html`${word(at, `place.${kind}`)}`,
    isSite || aim !== null ? html`${word(at, 'fact.stage')}${word(at, 'colon')}${word(at, `stage.${stage}`)}` : null,
    position === 'known' ? null : html`${word(at, `position.${position}`)}`,
    place.illustrative ? html`${word(at, 'place.illustrativeShort')}` : null,
    at.site.picture.outside.has(id) ? html`${word(at, 'place.outside')}` : null,
  ];
  return html`<li><p class="row-title">${symbolSign(at, place)}${thingLink(at, { kind: 'place', id, name })} ${aimTag(at, aim)}</p>
<p class="soft">${joined(facts, ' · ')}</p></li>
`;
}
