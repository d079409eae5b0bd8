import { type Geometry, type LngLat, positionsOf, type Ring } from '@westgate/base';
import type { Frame } from '../register/tables.ts';

/** How many lines are laid across a polygon to find where it is widest. */
const SCAN_LINES = 15;

/**
 * A point that stands for a geometry on a map: a point itself, the middle of the longest line, or the middle of the widest stretch
 * inside the largest polygon. Planar in degrees, which is enough within a district. Null for an empty geometry.
 */
export function labelPoint(geometry: Geometry): LngLat | null {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates;
    case 'MultiPoint':
      return geometry.coordinates[0] ?? null;
    case 'LineString':
      return middleOf(geometry.coordinates);
    case 'MultiLineString':
      return middleOf(greatest(geometry.coordinates, lengthOf) ?? []);
    case 'Polygon':
      return insideOf(geometry.coordinates);
    case 'MultiPolygon':
      return insideOf(greatest(geometry.coordinates, (rings) => Math.abs(areaOf(rings[0] ?? []))) ?? []);
  }
}

/** West, south, east, north of the geometries; null when there is no position among them. */
export function boundsOf(geometries: readonly Geometry[]): Frame | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    for (const [lng, lat] of positionsOf(geometry)) {
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    }
  }
  return west > east ? null : [west, south, east, north];
}

function middleOf(line: readonly LngLat[]): LngLat | null {
  let left = lengthOf(line) / 2;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1];
    if (!from) continue;
    const step = distance(from, to);
    if (step >= left) return between(from, to, step === 0 ? 0 : left / step);
    left -= step;
  }
  return line[0] ?? null;
}

/** The middle of the widest stretch inside the polygon among horizontal lines laid across it. */
function insideOf(rings: readonly Ring[]): LngLat | null {
  const outer = rings[0] ?? [];
  const bounds = boundsOf([{ type: 'LineString', coordinates: outer }]);
  if (!bounds) return null;
  const [, south, , north] = bounds;
  let best: { readonly width: number; readonly at: LngLat } | null = null;
  for (let line = 1; line <= SCAN_LINES; line += 1) {
    const lat = south + ((north - south) * line) / (SCAN_LINES + 1);
    const crossings = rings.flatMap((ring) => crossingsOf(ring, lat)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from = 0, to = 0] = crossings.slice(index, index + 2);
      if (best === null || to - from > best.width) best = { width: to - from, at: [(from + to) / 2, lat] };
    }
  }
  return best?.at ?? outer[0] ?? null;
}

/** Where a ring crosses a latitude, as longitudes in the order of its sides. */
export function crossingsOf(ring: Ring, lat: number): readonly number[] {
  return ring.flatMap((to, index) => {
    const from = ring[index - 1];
    if (!from || from[1] > lat === to[1] > lat) return [];
    return [between(from, to, (lat - from[1]) / (to[1] - from[1]))[0]];
  });
}

function areaOf(ring: Ring): number {
  return ring.reduce((sum, to, index) => {
    const from = ring[index - 1] ?? to;
    return sum + from[0] * to[1] - to[0] * from[1];
  }, 0);
}

function lengthOf(line: readonly LngLat[]): number {
  return line.reduce((sum, to, index) => sum + distance(line[index - 1] ?? to, to), 0);
}

function distance(from: LngLat, to: LngLat): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]);
}

function between(from: LngLat, to: LngLat, share: number): LngLat {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

function greatest<V>(values: readonly V[], sizeOf: (value: V) => number): V | null {
  return values.reduce<V | null>((best, value) => (best === null || sizeOf(value) > sizeOf(best) ? value : best), null);
}
