import type { Geometry, LngLat } from '@westgate/base';
import type { Said } from '@westgate/domain';
import { areaFault } from './area-fault.ts';
import { isRecord } from './json-text.ts';

/** A geometry read from GeoJSON, or what is wrong with it. */
export type GeometryReading = { readonly geometry: Geometry } | { readonly expected: string | Said; readonly found: string };

/** Positions of one geometry. */
const MAX_POSITIONS = 50_000;

/**
 * Reads a GeoJSON geometry: 2D positions in degrees, lines of 2 or more, rings closed, of 4 or more, areas valid as {@link areaFault} finds them.
 * Nothing is repaired.
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
      return areaFault([coordinates]) ?? { geometry: { type, coordinates } };
    }
    case 'MultiPolygon': {
      if (!isListOf(coordinates, isRings)) return refuseRing(coordinates);
      return areaFault(coordinates) ?? { geometry: { type, coordinates } };
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
