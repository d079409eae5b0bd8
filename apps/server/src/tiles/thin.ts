import type { Site } from './sites.ts';
import { TILE_PX, type TileAt } from './world.ts';

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
export interface Drawn {
  readonly site: Site;
  readonly more: number;
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
