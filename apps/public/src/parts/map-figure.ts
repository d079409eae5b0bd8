import { type Html, html, inLanguage } from '@westgate/base';
import { placeNames, type Spot, type Wanted } from '../map/labels.ts';
import type { Placed } from '../map/picture.ts';
import { type Point, short } from '../map/projection.ts';
import { type At, hrefToAsset } from '../site/at.ts';
import { word } from '../words/words.ts';
import { aimClass } from './aim.ts';
import { fillOf, patternDefs, symbolAt } from './symbol.ts';

/** Which part of the picture is shown, and how large its symbols and names are in units. */
interface Cut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly letters: number;
  readonly symbols: number;
}

/** Share of the whole width that a map of one place shows. */
const NEAR = 0.36;
/** Letters and symbols of the whole district in a small picture. */
const COARSE = { letters: 38, symbols: 1.5 } as const;
/** Symbols drawn in one picture; a district with more says so under it. */
const MOST = 400;
/** Symbols beside the one place that a page is about, the most important ones. */
const MOST_NEAR = 25;

/**
 * The whole district with its places as a picture, and what must be said of it; `small` where it stands beside other things. Null where
 * there is nothing to draw.
 */
export function districtMap(at: At, title: string, size: 'wide' | 'small'): Html | null {
  const { picture } = at.site;
  if (picture.placed.length === 0 && picture.drawn.length === 0) return null;
  const { width, height } = picture.projection;
  const shown = picture.placed.slice(0, MOST);
  const cut = { x: 0, y: 0, width, height };
  return size === 'wide'
    ? figure(at, { ...cut, letters: 16, symbols: 0.85 }, shown, new Set(), title, { ...cut, ...COARSE })
    : figure(at, { ...cut, ...COARSE }, shown, new Set(), title);
}

/** The places of a record in the district: one of them near, several on the whole map. Null where none can be drawn. */
export function placesMap(at: At, ids: readonly string[], title: string): Html | null {
  const { projection, placed, byId } = at.site.picture;
  const wanted = ids.flatMap((id) => byId.get(id) ?? []);
  const [first, ...others] = wanted;
  if (!first) return null;
  const lit = new Set(wanted.map(({ place }) => place.id));
  if (others.length > 0) {
    const { width, height } = projection;
    return figure(at, { x: 0, y: 0, width, height, ...COARSE }, wanted, lit, title);
  }
  const [width, height] = [projection.width * NEAR, projection.width * NEAR * 0.7];
  const x = Math.min(Math.max(0, first.point[0] - width / 2), projection.width - width);
  const y = Math.min(Math.max(0, first.point[1] - height / 2), Math.max(0, projection.height - height));
  const cut = { x, y, width, height, letters: 15, symbols: 0.7 };
  return figure(at, cut, [first, ...nearIn(placed, first, cut)], lit, title);
}

/** The most important of `placed` in a cut but `first`; a large district is not gone through to its end for each of its pages. */
function nearIn(placed: readonly Placed[], first: Placed, cut: Cut): readonly Placed[] {
  const near: Placed[] = [];
  for (const each of placed) {
    if (near.length === MOST_NEAR) break;
    if (each !== first && isIn(each.point, cut)) near.push(each);
  }
  return near;
}

/** `coarse`: names as they are set where the same picture is shown small. */
function figure(at: At, cut: Cut, shown: readonly Placed[], lit: ReadonlySet<string>, title: string, coarse: Cut | null = null): Html {
  const { picture } = at.site;
  const { width, height } = picture.projection;
  const box = `${short(cut.x)} ${short(cut.y)} ${short(cut.width)} ${short(cut.height)}`;
  const isCrowded = picture.placed.length > shown.length && lit.size === 0;
  const some = isCrowded ? ` ${word(at, 'map.some', { shown: shown.length, total: picture.placed.length })}` : '';
  return html`<figure class="map${coarse && ' wide'}">
<svg viewBox="${box}" role="img" aria-label="${title}">${patternDefs(at)}<image href="${hrefToAsset(at, 'ground.svg')}" width="${width}" height="${height}"/>
${shown.map((each) => areaOf(at, each))}${shown.toReversed().map(({ place, point }) => symbolAt(at, place, point, cut.symbols))}${brackets(shown, lit, cut)}
<g class="names fine">${namesOf(at, cut, shown)}${scaleBar(at, cut)}</g>
${coarse && html`<g class="names coarse">${namesOf(at, coarse, shown)}${scaleBar(at, coarse)}</g>`}</svg>
<figcaption>${word(at, 'map.illustrative')}${some}${attributionsOf(at)}</figcaption>
</figure>`;
}

/** Whom the sources of the map ask to be named. */
function attributionsOf({ site, edition }: At): string {
  return site.publication.attributions.map((words) => ` ${inLanguage(words, edition.language) ?? ''}`).join('');
}

/** The drawn lines and areas of a place. */
function areaOf(at: At, { place, outlines }: Placed): Html {
  const look = `outline ${aimClass(at.site, place.aim)} stage-${place.stage}`;
  const fill = fillOf(at, place.aim);
  return html`${outlines.map(({ data, isArea }) => html`<path class="${look}" d="${data}"${isArea && fill ? html` fill="${fill}"` : null}/>`)}`;
}

/** Brackets round the places the page is about. */
function brackets(shown: readonly Placed[], lit: ReadonlySet<string>, { symbols }: Cut): Html {
  const reach = 19 * symbols;
  return html`${shown
    .filter(({ place }) => lit.has(place.id))
    .map(({ point: [x, y] }) => {
      const corners = [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ].map(
        ([h = 1, v = 1]) => `M${short(x + h * reach)} ${short(y + v * reach * 0.4)}v${short(v * reach * 0.6)}h${short(-h * reach * 0.6)}`,
      );
      return html`<path class="bracket" d="${corners.join('')}"/>`;
    })}`;
}

function namesOf(at: At, cut: Cut, shown: readonly Placed[]): Html {
  const { language } = at.edition;
  const reach = 12 * cut.symbols;
  const placeSpots: Wanted[] = shown.map(({ place, point }) => ({
    text: inLanguage(place.label, language) ?? place.id,
    point,
    size: cut.letters,
    reach,
  }));
  const symbols = shown.map(({ point }) => [point, reach] as const);
  const room = cut.letters * 0.3;
  const border = [cut.x + room, cut.y + room, cut.x + cut.width - room, cut.y + cut.height - 2.4 * cut.letters] as const;
  const ground: Wanted[] = at.site.picture.names
    .filter(({ point }) => isIn(point, cut))
    .map(({ name, point }) => ({ text: inLanguage(name, language) ?? '', point, size: cut.letters * 0.9, reach: 0 }));
  const spots = placeNames([...placeSpots.slice(0, 8), ...ground, ...placeSpots.slice(8)], symbols, border);
  const groundTexts = new Set<Wanted['text']>(ground.map(({ text }) => text));
  return html`${spots.map((spot) => nameAt(spot, spot.reach === 0 && groundTexts.has(spot.text)))}`;
}

function nameAt({ text, x, y, anchor, size }: Spot, isGround: boolean): Html {
  return html`<text${isGround ? html` class="ground-name"` : null} x="${short(x)}" y="${short(y)}" font-size="${size}" text-anchor="${anchor}">${text}</text>`;
}

/** A bar of a round length, and north. */
function scaleBar(at: At, { x, y, width, height, letters }: Cut): Html {
  const { metresPerUnit } = at.site.picture.projection;
  const metres = LENGTHS.find((length) => length / metresPerUnit <= width * 0.25) ?? 10;
  const length = metres / metresPerUnit;
  const [left, base] = [x + letters, y + height - letters];
  const text = metres < 1000 ? word(at, 'map.metres', { count: metres }) : word(at, 'map.kilometres', { count: metres / 1000 });
  const north = x + width - letters * 1.2;
  return html`<g class="scale"><path d="M${short(left)} ${short(base - letters * 0.3)}v${short(letters * 0.3)}h${short(length)}v${short(-letters * 0.3)}"/><text x="${short(left + length + letters * 0.5)}" y="${short(base)}" font-size="${short(letters * 0.85)}">${text}</text><path class="north" d="M${short(north)} ${short(base)}v${short(-letters * 1.5)}m${short(-letters * 0.35)} ${short(letters * 0.6)}l${short(letters * 0.35)} ${short(-letters * 0.6)} ${short(letters * 0.35)} ${short(letters * 0.6)}"/><text x="${short(north - letters * 0.5)}" y="${short(base)}" font-size="${short(letters * 0.85)}" text-anchor="end">${word(at, 'map.north')}</text></g>`;
}

const LENGTHS = [100_000, 10_000, 1000, 100, 10].flatMap((power) => [5, 2, 1].map((digit) => digit * power));

function isIn([x, y]: Point, cut: Cut): boolean {
  return x >= cut.x && y >= cut.y && x <= cut.x + cut.width && y <= cut.y + cut.height;
}
