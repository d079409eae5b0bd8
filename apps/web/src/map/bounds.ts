import type { Feature, Position } from 'geojson';

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** The box of all positions of `features`; null when there are none. */
export function boundsOf(features: readonly Feature[]): Bounds | null {
  let box: [number, number, number, number] | null = null;
  for (const feature of features) {
    for (const [lng = 0, lat = 0] of positionsOf(feature)) {
      box = box ? [Math.min(box[0], lng), Math.min(box[1], lat), Math.max(box[2], lng), Math.max(box[3], lat)] : [lng, lat, lng, lat];
    }
  }
  return box;
}

/** `bounds` widened on each side by a share of its size and at least by `least` degrees. */
export function widen(bounds: Bounds, share: number, least: number): Bounds {
  const [dx, dy] = [Math.max((bounds[2] - bounds[0]) * share, least), Math.max((bounds[3] - bounds[1]) * share, least)];
  return [bounds[0] - dx, bounds[1] - dy, bounds[2] + dx, bounds[3] + dy];
}

function positionsOf(feature: Feature): Position[] {
  const geometry = feature.geometry;
  if (geometry.type === 'GeometryCollection') return [];
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[geometry.type];
  const nested = depth === 0 ? [geometry.coordinates] : (geometry.coordinates as unknown[]).flat(Math.max(depth - 1, 0));
  return nested as Position[];
}

/** Whether `box` lies wholly inside `view`. */
export function inside(box: Bounds, view: Bounds): boolean {
  return box[0] >= view[0] && box[1] >= view[1] && box[2] <= view[2] && box[3] <= view[3];
}
