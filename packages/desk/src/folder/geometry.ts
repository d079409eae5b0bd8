import type { Geometry, LngLat } from '@westgate/base';
import { findCrossing, type Segment } from './crossing.ts';
import { isRecord } from './json-text.ts';

/** A geometry read from GeoJSON, or what is wrong with it. */
export type GeometryReading = { readonly geometry: Geometry } | { readonly expected: string; readonly found: string };

/** Positions of one geometry. */
const MAX_POSITIONS = 50_000;

/**
 * Reads a GeoJSON geometry: 2D positions in degrees, lines of 2 or more, rings closed, of 4 or more, with an area, not crossing
 * themselves or each other, holes inside their shell. Nothing is repaired.
 */
export function readGeometry(value: unknown): GeometryReading {
  if (!isRecord(value)) return refuse('a GeoJSON geometry', JSON.stringify(value) ?? 'nothing');
  const { type, coordinates } = value;
  const positions = countPositions(coordinates);
  if (positions > MAX_POSITIONS) return refuse(`at most ${MAX_POSITIONS} positions`, `${positions}`);
  switch (type) {
    case 'Point':
      return isPosition(coordinates) ? { geometry: { type, coordinates } } : refuseCoordinates('[longitude, latitude]', coordinates);
    case 'MultiPoint':
    case 'LineString': {
      const least = type === 'LineString' ? 2 : 1;
      if (!isLine(coordinates, least)) return refuseCoordinates(`${least} or more positions [longitude, latitude]`, coordinates);
      return { geometry: { type, coordinates } };
    }
    case 'MultiLineString':
      return isListOf(coordinates, isTwoOrMore)
        ? { geometry: { type, coordinates } }
        : refuseCoordinates('lines of 2 or more positions', coordinates);
    case 'Polygon': {
      if (!isListOf(coordinates, isRing)) return refuseRing(coordinates);
      return ringFault([coordinates]) ?? { geometry: { type, coordinates } };
    }
    case 'MultiPolygon': {
      if (!isListOf(coordinates, isRings)) return refuseRing(coordinates);
      return ringFault(coordinates) ?? { geometry: { type, coordinates } };
    }
    default:
      return refuse('Point, LineString, Polygon or a Multi of these', String(type));
  }
}

function isPosition(value: unknown): value is LngLat {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [lng, lat]: unknown[] = value;
  return typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

function isListOf<T>(value: unknown, isOne: (entry: unknown) => entry is T): value is T[] {
  return Array.isArray(value) && value.length > 0 && value.every(isOne);
}

function isLine(value: unknown, least: number): value is LngLat[] {
  return isListOf(value, isPosition) && value.length >= least;
}

function isTwoOrMore(value: unknown): value is LngLat[] {
  return isLine(value, 2);
}

function isRing(value: unknown): value is LngLat[] {
  if (!isLine(value, 4)) return false;
  const [first, last] = [value[0], value[value.length - 1]];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function isRings(value: unknown): value is LngLat[][] {
  return isListOf(value, isRing);
}

function ringFault(polygons: readonly (readonly (readonly LngLat[])[])[]): GeometryReading | null {
  const rings = polygons.flat();
  for (const ring of rings) {
    if (ringArea(ring) === 0) return refuse('rings that enclose an area', `a flat ring at ${String(ring[0])}`);
  }
  const segments = rings.flatMap(segmentsOf);
  const crossing = findCrossing(segments);
  if (crossing)
    return refuse('rings that do not cross themselves or each other', `a crossing near ${crossing.map((c) => c.toFixed(5)).join(', ')}`);
  for (const [shell, ...holes] of polygons) {
    for (const hole of holes) {
      const outside = shell && hole.find((position) => !isInside(position, shell));
      if (outside) return refuse('holes inside their shell', `a hole outside, at ${outside.map((c) => c.toFixed(5)).join(', ')}`);
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

function ringArea(ring: readonly LngLat[]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let index = 1; index < ring.length; index++) {
    const [from, to] = [ring[index - 1], ring[index]];
    if (from && to) twice += (from[0] - x0) * (to[1] - y0) - (to[0] - x0) * (from[1] - y0);
  }
  return Math.abs(twice) < 1e-14 ? 0 : twice / 2;
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

function countPositions(value: unknown): number {
  if (!Array.isArray(value)) return 0;
  return typeof value[0] === 'number' ? 1 : value.reduce((sum: number, entry: unknown) => sum + countPositions(entry), 0);
}

function refuse(expected: string, found: string): GeometryReading {
  return { expected, found };
}

function refuseCoordinates(expected: string, coordinates: unknown): GeometryReading {
  return refuse(expected, JSON.stringify(coordinates)?.slice(0, 200) ?? 'no coordinates');
}

function refuseRing(coordinates: unknown): GeometryReading {
  return refuseCoordinates('closed rings of 4 or more positions, the last the same as the first', coordinates);
}
