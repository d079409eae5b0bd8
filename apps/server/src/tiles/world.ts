import type { LngLat } from '@westgate/base';

/** A box: west, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** Units along the side of a tile. */
export const EXTENT = 4096;
/** CSS pixels along the side of a tile as the map draws it. */
export const TILE_PX = 512;
/** The farthest north and south that Web Mercator holds. */
const MOST_LAT = 85.051129;

/** A tile of Web Mercator. */
export interface TileAt {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** A position in the square of Web Mercator, 0 to 1 from the north-west. */
export function worldOf([lng, lat]: LngLat): readonly [number, number] {
  const sine = Math.sin((Math.max(-MOST_LAT, Math.min(MOST_LAT, lat)) * Math.PI) / 180);
  return [lng / 360 + 0.5, 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI];
}

/** A box in degrees as a box of the square: least x and y, greatest x and y. */
export function worldBox([west, south, east, north]: Box): readonly [number, number, number, number] {
  const [left, top] = worldOf([west, north]);
  const [right, bottom] = worldOf([east, south]);
  return [left, top, right, bottom];
}

/** The box of a tile in the square, `edge` units of {@link EXTENT} wider on each side. */
export function tileBox({ z, x, y }: TileAt, edge: number): readonly [number, number, number, number] {
  const side = 2 ** -z;
  const more = edge / EXTENT;
  return [(x - more) * side, (y - more) * side, (x + 1 + more) * side, (y + 1 + more) * side];
}
