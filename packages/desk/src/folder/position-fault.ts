import { looksSwapped, type Said, type Told } from '@westgate/base';

/** What was expected of a position, and the one that is otherwise, with its place in the coordinates. */
export interface PositionFault {
  readonly expected: Said;
  readonly found: Told;
}

const FLAT: Said = { zh: '只有经度和纬度的坐标，不带高程', en: 'positions of longitude and latitude alone, without a height' };
/** What is told where longitude and latitude stand in the other order than GeoJSON has. */
export const SWAPPED: Said = {
  zh: '先经度后纬度的坐标，这里像是颠倒了',
  en: 'longitude before latitude; the coordinates look swapped',
};
const DEGREES: Said = {
  zh: '以度为单位的 [经度, 纬度]，经度不超过 ±180，纬度不超过 ±90',
  en: '[longitude, latitude] in degrees, within ±180 and ±90',
};

/**
 * The first position of GeoJSON coordinates, however deep, that has a height, has its two numbers the wrong way round, or is not in degrees; null where
 * there is none. Its place is counted from 1, from the outermost list inwards, as in `position 1.1.3`.
 */
export function positionFault(coordinates: unknown, place: readonly number[] = []): PositionFault | null {
  if (!Array.isArray(coordinates)) return null;
  const entries: readonly unknown[] = coordinates;
  if (entries.some((entry) => typeof entry === 'number')) {
    const expected = expectedOf(entries);
    if (expected === null) return null;
    const [entry, at] = [JSON.stringify(entries.slice(0, 4)), place.join('.')];
    return { expected, found: at === '' ? entry : { zh: `${entry}，第 ${at} 个坐标`, en: `${entry}, position ${at}` } };
  }
  for (const [index, entry] of entries.entries()) {
    const fault = positionFault(entry, [...place, index + 1]);
    if (fault) return fault;
  }
  return null;
}

function expectedOf(entries: readonly unknown[]): Said | null {
  const [lng, lat] = entries;
  if (typeof lng !== 'number' || typeof lat !== 'number') return DEGREES;
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) return looksSwapped(lng, lat) ? SWAPPED : DEGREES;
  if (entries.length > 2) return FLAT;
  return null;
}
