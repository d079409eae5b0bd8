import { type Geometry, type LngLat, looksSwapped, type Ring } from '@westgate/base';
import { type Bounds, widen } from '../map/bounds.ts';
import type { WordId } from '../messages/words.ts';

/** An outline read from a file, or why it was not. */
export type OutlineReading =
  | {
      readonly status: 'read';
      readonly geometry: Geometry;
      readonly bounds: Bounds;
      /** Where public maps are shifted against WGS 84, so that it must be asked what the file holds. */
      readonly isInChina: boolean;
      /** Positions had a height as well, which is left out. */
      readonly hasHeights: boolean;
    }
  | { readonly status: 'refused'; readonly word: WordId; readonly found: string };

/** Bytes of an outline file. */
export const MOST_OUTLINE_BYTES = 6_000_000;
const MARGIN = 0.05;
const LEAST_MARGIN = 0.002;
/** West, south, east, north of the area where positions may be shifted. */
const SHIFTED: Bounds = [72.004, 0.8293, 137.8347, 55.8271];

/** The outline of a district from the text of a GeoJSON file: all its polygons as one shape. */
export function readOutline(name: string, text: string): OutlineReading {
  if (/\.(shp|shx|dbf|zip)$/i.test(name)) return refused('start.outline.shapefile', name);
  if (/\.(kml|kmz|gpx|dxf|gpkg)$/i.test(name)) return refused('start.outline.otherFormat', name);
  const json = parseJson(text);
  if (json === null) return refused('start.outline.notGeoJson', name);
  const crs = crsNamed(json);
  if (crs !== null) return refused('start.outline.crs', crs);
  const polygons = polygonsIn(json, 0);
  if (polygons.length === 0) return refused('start.outline.noPolygon', name);
  const rings = polygons.flat();
  const wrong = rings.flat().find(([lng, lat]) => !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90));
  if (wrong) return refused(looksSwapped(...wrong) ? 'start.outline.swapped' : 'start.outline.notDegrees', wrong.join(', '));
  const open = rings.find((ring) => ring.length < 4 || ring[0]?.join() !== ring.at(-1)?.join());
  if (open) return refused('start.outline.openRing', open[0]?.join(', ') ?? '');
  const bounds = boundsOfRings(rings);
  const centre: LngLat = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  const [only, ...more] = polygons;
  const geometry: Geometry =
    only && more.length === 0 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: polygons };
  return { status: 'read', geometry, bounds, isInChina: holds(SHIFTED, centre), hasHeights: hasHeights(json) };
}

/** Whether a position anywhere in `json` has a third number. */
function hasHeights(json: unknown): boolean {
  if (Array.isArray(json)) return typeof json[0] === 'number' ? json.length > 2 : json.some(hasHeights);
  return isObject(json) && [json.features, json.geometries, json.geometry, json.coordinates].some(hasHeights);
}

/** A frame round `bounds`, with a margin, in degrees of four decimals. */
export function frameRound(bounds: Bounds): Bounds {
  const [west, south, east, north] = widen(bounds, MARGIN, LEAST_MARGIN);
  return [down(west), down(south), -down(-east), -down(-north)];
}

function down(degrees: number): number {
  return Math.floor(degrees * 10_000) / 10_000;
}

function refused(word: WordId, found: string): OutlineReading {
  return { status: 'refused', word, found: found.slice(0, 80) };
}

function parseJson(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}

/** The system an older GeoJSON names, where it is not WGS 84. */
function crsNamed(json: unknown): string | null {
  if (!isObject(json) || !isObject(json.crs) || !isObject(json.crs.properties)) return null;
  const { name } = json.crs.properties;
  return typeof name === 'string' && !/(CRS84|EPSG:{1,2}4326|EPSG:{1,2}4490)$/i.test(name) ? name : null;
}

function polygonsIn(json: unknown, depth: number): readonly (readonly Ring[])[] {
  if (!isObject(json) || depth > 4) return [];
  if (json.type === 'FeatureCollection') return listOf(json.features).flatMap((each) => polygonsIn(each, depth + 1));
  if (json.type === 'GeometryCollection') return listOf(json.geometries).flatMap((each) => polygonsIn(each, depth + 1));
  if (json.type === 'Feature') return polygonsIn(json.geometry, depth + 1);
  if (json.type === 'Polygon') return [ringsIn(json.coordinates)].filter((rings) => rings.length > 0);
  if (json.type === 'MultiPolygon') {
    return listOf(json.coordinates)
      .map(ringsIn)
      .filter((rings) => rings.length > 0);
  }
  return [];
}

function ringsIn(coordinates: unknown): readonly Ring[] {
  return listOf(coordinates).map((ring) => listOf(ring).map(positionIn));
}

/** A position without its height; one that is none becomes no number and is refused as such. */
function positionIn(entry: unknown): LngLat {
  const [lng, lat] = listOf(entry);
  return [typeof lng === 'number' ? lng : Number.NaN, typeof lat === 'number' ? lat : Number.NaN];
}

function boundsOfRings(rings: readonly Ring[]): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const ring of rings) {
    for (const [lng, lat] of ring) {
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}

function holds([west, south, east, north]: Bounds, [lng, lat]: LngLat): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
