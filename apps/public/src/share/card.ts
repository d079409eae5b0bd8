import type { Publication } from '@westgate/contract';
import { SHARE_SIZE } from '../look/share-size.ts';
import { LIGHT } from '../look/tokens.ts';
import { boxOf } from '../map/picture.ts';
import { drawnLines, isArea, type Point, type Projection, projectionOf } from '../map/projection.ts';
import { aimsOf } from '../parts/aim.ts';
import type { Site } from '../site/site.ts';
import { pngOf } from './png.ts';
import { box, Raster } from './raster.ts';

type Lines = readonly (readonly Point[])[];

/** Pixels from the edge of the card to the frame of the map. */
const EDGE = 36;
/** Height of the band of aims at the foot, in pixels. */
const BAND = 44;

/**
 * The picture of the share card: the drawn map of the district with its places, in a double frame over the colours of the aims. No words, so
 * nothing is drawn whose source must be named.
 */
export function shareCardPng(site: Site): Uint8Array {
  const { width, height } = SHARE_SIZE;
  const raster = new Raster(width, height, LIGHT['map-ground']);
  const projection = inFrame(site);
  ground(raster, site.publication.drawn, projection);
  places(raster, site, projection);
  frame(raster, site);
  return pngOf(raster.pixels(), width, height);
}

/** The projection that fits the district into the frame. */
function inFrame({ publication }: Site): Projection {
  const [width, height] = [SHARE_SIZE.width - 2 * EDGE, SHARE_SIZE.height - 2 * EDGE - BAND];
  const inner = projectionOf(boxOf(publication), width, height);
  const pointOf: Projection['pointOf'] = (position) => {
    const [x, y] = inner.pointOf(position);
    return [x + EDGE, y + EDGE];
  };
  return { ...inner, ...SHARE_SIZE, pointOf };
}

function ground(raster: Raster, drawn: Publication['drawn'], projection: Projection): void {
  const of = (layer: string): readonly { readonly lines: Lines; readonly isArea: boolean; readonly rank: number }[] =>
    drawn
      .filter((feature) => feature.layer === layer && !feature.isAttributed)
      .map(({ geometry, rank }) => ({ lines: drawnLines(geometry, projection, 0.7), isArea: isArea(geometry), rank: rank ?? 3 }));
  const draw = (lines: Lines, width: number, colour: string): void => {
    for (const line of lines) raster.line(line, width, colour);
  };
  for (const { lines } of of('contour')) draw(lines, 1.2, LIGHT['map-contour']);
  for (const { lines, isArea: isWater } of [...of('river'), ...of('water')]) {
    if (!isWater) continue;
    raster.area(lines, LIGHT['map-river']);
    draw(lines, 1.6, LIGHT['map-river-line']);
  }
  for (const { lines, rank } of of('road')) draw(lines, 7 - rank, LIGHT['map-road']);
  for (const { lines } of of('rail')) draw(lines, 1.4, LIGHT['ink-soft']);
  for (const { lines } of of('district')) draw(lines, 2.6, LIGHT.ink);
}

/** Areas in the pattern of their aim, every place as a dot in its colour. */
function places(raster: Raster, site: Site, projection: Projection): void {
  const looks = new Map(aimsOf(site).map(({ id, colour, pattern }) => [id, { colour: LIGHT[colour ?? 'ink-soft'], pattern }]));
  const lookOf = (aim: string | null) => looks.get(aim ?? '') ?? { colour: LIGHT['ink-soft'], pattern: null };
  for (const { shapes, aim } of site.publication.places) {
    const { colour, pattern } = lookOf(aim);
    for (const shape of shapes) {
      const lines = drawnLines(shape, projection, 0.7);
      if (isArea(shape)) raster.area(lines, colour, PAINTED[pattern ?? ''] ?? (() => false));
      for (const line of lines) raster.line(line, 2.2, colour);
    }
  }
  for (const { centre, aim } of site.publication.places) {
    if (centre === null) continue;
    const point = projection.pointOf(centre);
    raster.disc(point, 9, LIGHT.paper);
    raster.disc(point, 6.5, lookOf(aim).colour);
  }
}

/** Which pixels a pattern paints. */
const PAINTED: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  hatch: (x, y) => (x + y) % 8 < 2,
  solid: () => true,
  outline: (x, y) => x % 6 < 1.5 && y % 6 < 1.5,
  wave: (x, y) => (y + 1.6 * Math.sin(x / 2.4)) % 8 < 1.8,
};

function frame(raster: Raster, site: Site): void {
  const { width, height } = SHARE_SIZE;
  const inner = box(EDGE, EDGE, width - EDGE, height - EDGE - BAND);
  raster.area([box(0, 0, width, height), inner], LIGHT.paper);
  raster.line(inner, 3, LIGHT.ink);
  raster.line(box(EDGE - 7, EDGE - 7, width - EDGE + 7, height - EDGE - BAND + 7), 1, LIGHT.ink);
  const aims = aimsOf(site).filter(({ colour }) => colour !== null);
  const each = (width - 2 * EDGE) / Math.max(1, aims.length);
  aims.forEach(({ colour }, index) => {
    const left = EDGE + index * each;
    raster.area(
      [box(left, height - EDGE - BAND + 26, left + each - (index === aims.length - 1 ? 0 : 6), height - EDGE + 4)],
      LIGHT[colour ?? 'ink'],
    );
  });
}
