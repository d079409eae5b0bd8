import type { LngLat } from '@westgate/base';
import { findCrossing, type Segment } from './crossing.ts';

/** What keeps rings from being an area, and where. */
export interface RingFault {
  readonly kind: 'flat' | 'crossing' | 'hole-outside';
  readonly at: LngLat;
}

/**
 * The first fault of an area: a ring that lies on one line, rings that cross themselves or each other, a hole outside its shell. Null where
 * there is none. Each ring is closed (its last position is its first) and has 4 positions or more; the caller guarantees that.
 */
export function findRingFault(polygons: readonly (readonly (readonly LngLat[])[])[]): RingFault | null {
  const rings = polygons.flat();
  const flat = rings.find(isFlat);
  if (flat) return { kind: 'flat', at: flat[0] ?? [0, 0] };
  const crossing = findCrossing(rings.flatMap(segmentsOf));
  if (crossing) return { kind: 'crossing', at: crossing };
  for (const [shell, ...holes] of polygons) {
    for (const hole of holes) {
      const outside = shell && hole.find((position) => !isInside(position, shell));
      if (outside) return { kind: 'hole-outside', at: outside };
    }
  }
  return null;
}

function segmentsOf(ring: readonly LngLat[], ringIndex: number): Segment[] {
  const segments: Segment[] = [];
  for (let index = 1; index < ring.length; index++) {
    const [from, to] = [ring[index - 1], ring[index]];
    if (from && to && (from[0] !== to[0] || from[1] !== to[1]))
      segments.push({ from, to, ring: ringIndex, order: segments.length, count: 0 });
  }
  return segments.map((segment) => ({ ...segment, count: segments.length }));
}

/** True where all corners of a ring lie on one line. */
function isFlat(ring: readonly LngLat[]): boolean {
  const [x0, y0] = ring[0] ?? [0, 0];
  const far = ring.find(([x, y]) => x !== x0 || y !== y0) ?? [x0, y0];
  return ring.every(([x, y]) => Math.abs((far[0] - x0) * (y - y0) - (x - x0) * (far[1] - y0)) < 1e-14);
}

/** True inside the ring or on its line. */
function isInside([x, y]: LngLat, ring: readonly LngLat[]): boolean {
  let inside = false;
  for (let index = 1; index < ring.length; index++) {
    const [from, to] = [ring[index - 1], ring[index]];
    if (!from || !to) continue;
    const side = (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
    const within =
      Math.min(from[0], to[0]) <= x && x <= Math.max(from[0], to[0]) && Math.min(from[1], to[1]) <= y && y <= Math.max(from[1], to[1]);
    if (within && Math.abs(side) < 1e-14) return true;
    if (from[1] > y !== to[1] > y && x < ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]) + from[0]) inside = !inside;
  }
  return inside;
}
