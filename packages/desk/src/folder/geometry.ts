import type { Geometry, LngLat, Said, Told } from '@westgate/base';
import { areaFault } from './area-fault.ts';
import { isRecord } from './json-text.ts';
import { positionFault } from './position-fault.ts';

/** A geometry read from GeoJSON, or what is wrong with it. */
export type GeometryReading = { readonly geometry: Geometry } | { readonly expected: Said; readonly found: Told };

const POSITION: Said = { zh: '[经度, 纬度]', en: '[longitude, latitude]' };
const LINES: Said = { zh: '各有 2 个或更多坐标的线', en: 'lines of 2 or more positions' };
const RINGS: Said = {
  zh: '闭合的环，各有 4 个或更多坐标，最后一个与第一个相同',
  en: 'closed rings of 4 or more positions, the last the same as the first',
};
/** Positions of one geometry. */
const MAX_POSITIONS = 50_000;

/**
 * Reads a GeoJSON geometry: 2D positions in degrees, lines of 2 or more, rings closed, of 4 or more, areas valid as {@link areaFault} finds them.
 * Nothing is repaired; of a position that is none it is told which, as {@link positionFault} finds it.
 */
export function readGeometry(value: unknown): GeometryReading {
  if (!isRecord(value)) return refuse({ zh: 'GeoJSON 图形', en: 'a GeoJSON geometry' }, JSON.stringify(value) ?? 'nothing');
  const { type, coordinates } = value;
  const positions = countPositions(coordinates);
  if (positions > MAX_POSITIONS)
    return refuse({ zh: `至多 ${MAX_POSITIONS} 个坐标`, en: `at most ${MAX_POSITIONS} positions` }, `${positions}`);
  switch (type) {
    case 'Point':
      return isPosition(coordinates) ? { geometry: { type, coordinates } } : refuseCoordinates(POSITION, coordinates);
    case 'MultiPoint':
    case 'LineString': {
      const least = type === 'LineString' ? 2 : 1;
      if (!isLine(coordinates, least)) return refuseCoordinates(positionsOf(least), coordinates);
      return { geometry: { type, coordinates } };
    }
    case 'MultiLineString':
      return isListOf(coordinates, isTwoOrMore) ? { geometry: { type, coordinates } } : refuseCoordinates(LINES, coordinates);
    case 'Polygon': {
      if (!isListOf(coordinates, isRing)) return refuseCoordinates(RINGS, coordinates);
      return areaFault([coordinates]) ?? { geometry: { type, coordinates } };
    }
    case 'MultiPolygon': {
      if (!isListOf(coordinates, isRings)) return refuseCoordinates(RINGS, coordinates);
      return areaFault(coordinates) ?? { geometry: { type, coordinates } };
    }
    default:
      return refuse(
        { zh: 'Point、LineString、Polygon 或其 Multi 形式', en: 'Point, LineString, Polygon or a Multi of these' },
        String(type),
      );
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

function refuse(expected: Said, found: Told): GeometryReading {
  return { expected, found };
}

/** What is wrong with one position, where one is; else what was expected of the whole. */
function refuseCoordinates(expected: Said, coordinates: unknown): GeometryReading {
  return (
    positionFault(coordinates) ?? refuse(expected, JSON.stringify(coordinates)?.slice(0, 200) ?? { zh: '没有坐标', en: 'no coordinates' })
  );
}

function positionsOf(least: number): Said {
  return { zh: `${least} 个或更多坐标 [经度, 纬度]`, en: `${least} or more positions [longitude, latitude]` };
}
