import type { LngLat } from '@westgate/base';

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** The box round all that have one; null when none has. */
export function aroundAll(things: readonly { readonly bbox: Bounds | null }[]): Bounds | null {
  return things.reduce<Bounds | null>((all, { bbox }) => {
    if (!all || !bbox) return all ?? bbox;
    return [Math.min(all[0], bbox[0]), Math.min(all[1], bbox[1]), Math.max(all[2], bbox[2]), Math.max(all[3], bbox[3])];
  }, null);
}

/** `bounds` widened on each side by a share of its size and at least by `least` degrees. */
export function widen(bounds: Bounds, share: number, least: number): Bounds {
  const [dx, dy] = [Math.max((bounds[2] - bounds[0]) * share, least), Math.max((bounds[3] - bounds[1]) * share, least)];
  return [bounds[0] - dx, bounds[1] - dy, bounds[2] + dx, bounds[3] + dy];
}

/** Whether `box` lies wholly inside `view`. */
export function inside(box: Bounds, view: Bounds): boolean {
  return box[0] >= view[0] && box[1] >= view[1] && box[2] <= view[2] && box[3] <= view[3];
}

/** The box round positions. */
export function aroundCorners(corners: readonly LngLat[]): Bounds {
  const [lngs, lats] = [corners.map(([lng]) => lng), corners.map(([, lat]) => lat)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}
