import type { GeoJSONVTTile } from '@maplibre/geojson-vt';
import type { Stage } from '@westgate/domain';
import { EDGE, encode, geoJsonOf, sliced, tagsOf } from './encode.ts';
import type { Outline, Site, Sites } from './sites.ts';
import { EXTENT, TILE_PX, type TileAt, tileBox } from './world.ts';

/** From this zoom every place is drawn by itself. */
const ALL_FROM = 16;
/** The first of a tile are drawn wherever they lie: a district of some hundred places is drawn whole at any zoom. */
const FIRST = 150;
/** Side of a cell in CSS pixels, and the places it holds before the rest are counted. */
const CELL_PX = 64;
const IN_CELL = 4;
/** Places in one tile at the deepest zoom. */
const IN_TILE = 2000;

/** A place that is drawn, and how many behind it are not. */
interface Drawn {
  readonly site: Site;
  readonly more: number;
}

/** Outlines in one tile, the largest first; a smaller one is a dot under its symbol. */
const MOST_OUTLINES = 1200;
/** Pixels from which an area is seen as one; below, its place is drawn as a symbol. */
const SEEN_PX = 5;

/** What a tile of places is made from: when all of it is as it was, so is the tile. */
export interface ThingsInput {
  readonly drawn: readonly Drawn[];
  readonly outlines: readonly Outline[];
}

/** What is drawn in a tile of the places that pass. */
export function thingsIn(sites: Sites, at: TileAt, passes: (site: Site) => boolean): ThingsInput {
  const inTile = sites.placed.within(tileBox(at, 0)).filter((site) => isInside(site, at) && passes(site));
  const outlines = sites.outlines.within(tileBox(at, EDGE)).filter((outline) => isSeen(outline.side, at.z) && passes(outline.site));
  return { drawn: thin(inTile, at), outlines: largest(outlines) };
}

/** The same words for the same tile: each thing that it is made from, with its stage. */
export function partsOf({ drawn, outlines }: ThingsInput, stageOf: (site: Site) => Stage): readonly unknown[] {
  return [
    ...drawn.flatMap(({ site, more }) => [site, more, stageOf(site)]),
    ...outlines.flatMap((outline) => [outline, stageOf(outline.site)]),
  ];
}

/** The tile as bytes: a layer `sites` of points and a layer `outlines`. */
export function encodeThings({ drawn, outlines }: ThingsInput, at: TileAt, stageOf: (site: Site) => Stage): Uint8Array {
  const features = outlines.map(({ site, geometry }) => ({
    type: 'Feature' as const,
    geometry: geoJsonOf(geometry),
    properties: tagsOf({ place: site.place, kind: site.kind, is_site: site.isSite, aim: site.aim, stage: stageOf(site) }),
  }));
  return encode({ sites: pointsOf(drawn, at, stageOf), outlines: sliced(features, at) });
}

/** What a tile and a mark say of a place. `z` decides whether its area is large enough to be seen. */
export function saidOf(site: Site, stage: Stage, z: number) {
  return {
    place: site.place,
    kind: site.kind,
    is_site: site.isSite,
    aim: site.aim,
    stage,
    name_zh: site.nameZh,
    name_en: site.nameEn,
    label_zh: site.labelZh,
    label_en: site.labelEn,
    rank: site.rank,
    in_area: site.areaSide > 0 && pixels(site.areaSide, z) >= SEEN_PX,
    room: site.isWide ? ('wide' as const) : ('small' as const),
    share: site.share,
  };
}

function pointsOf(drawn: readonly Drawn[], { z, x, y }: TileAt, stageOf: (site: Site) => Stage): GeoJSONVTTile {
  const scale = 2 ** z;
  const unit = (world: number, tile: number): number => Math.min(EXTENT - 1, Math.floor((world * scale - tile) * EXTENT));
  const features = drawn.map(({ site, more }) => ({
    type: 1 as const,
    geometry: [[unit(site.x, x), unit(site.y, y)]] satisfies [number, number][],
    tags: tagsOf({ ...saidOf(site, stageOf(site), z), more: more === 0 ? null : more }),
  }));
  return { features } as unknown as GeoJSONVTTile;
}

function isInside({ x, y }: Site, at: TileAt): boolean {
  const scale = 2 ** at.z;
  return Math.floor(x * scale) === at.x && Math.floor(y * scale) === at.y;
}

function isSeen(side: number, z: number): boolean {
  return pixels(side, z) >= SEEN_PX;
}

function pixels(side: number, z: number): number {
  return side * 2 ** z * TILE_PX;
}

function largest(outlines: readonly Outline[]): readonly Outline[] {
  if (outlines.length <= MOST_OUTLINES) return outlines;
  return [...outlines].sort((a, b) => b.side - a.side).slice(0, MOST_OUTLINES);
}

/**
 * The places of a tile that are drawn, `sites` being all of them by rank: the first of the tile, then the first of each cell. The first
 * of a crowded cell says how many of the cell are left out, so that the sum of `more` and of those drawn is always the number of places.
 */
export function thin(sites: readonly Site[], { z, x, y }: TileAt): readonly Drawn[] {
  const across = z >= ALL_FROM ? 1 : TILE_PX / CELL_PX;
  const most = z >= ALL_FROM ? IN_TILE : IN_CELL;
  const scale = 2 ** z * across;
  const cells = new Map<number, { readonly first: number; count: number }>();
  const drawn: { site: Site; more: number }[] = [];
  for (const [index, site] of sites.entries()) {
    const cell = Math.floor(site.y * scale - y * across) * across + Math.floor(site.x * scale - x * across);
    const held = cells.get(cell);
    if (!held) cells.set(cell, { first: drawn.length, count: 1 });
    else held.count += 1;
    const first = held && held.count > most && index >= FIRST ? drawn[held.first] : undefined;
    if (first) first.more += 1;
    else drawn.push({ site, more: 0 });
  }
  return drawn;
}
