import type { LngLat } from '@westgate/base';
import proj4 from 'proj4';

/** A projected system in metres. */
export interface MetreCrs {
  /** Longitude, in degrees, along which it is true. */
  readonly centralMeridian: number;
  /** `[xM, yM]` of a position. */
  readonly toMetres: (position: LngLat) => readonly [number, number];
  readonly toLngLat: (metres: readonly [number, number]) => LngLat;
}

/**
 * The projected system of an EPSG code, or null for one without a formula here. Held: CGCS2000 three-degree zones by central meridian
 * (EPSG:4534 to 4554, 75° E to 135° E) and the WGS 84 UTM zones (EPSG:32601 to 32660 north, 32701 to 32760 south).
 */
export function metreCrs(code: string): MetreCrs | null {
  const number = Number(/^EPSG:([1-9]\d{3,4})$/.exec(code)?.[1]);
  const system = gaussKrueger(number) ?? utm(number);
  if (!system) return null;
  const { forward, inverse } = proj4('WGS84', system.definition);
  return {
    centralMeridian: system.centralMeridian,
    toMetres: ([lng, lat]) => pairOf(forward([lng, lat])),
    toLngLat: ([xM, yM]) => pairOf(inverse([xM, yM])),
  };
}

interface System {
  readonly centralMeridian: number;
  readonly definition: string;
}

function gaussKrueger(code: number): System | null {
  if (!(code >= 4534 && code <= 4554)) return null;
  const centralMeridian = 75 + 3 * (code - 4534);
  return {
    centralMeridian,
    definition: `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  };
}

function utm(code: number): System | null {
  const [hemisphere, zone] = [Math.floor(code / 100), code % 100];
  if ((hemisphere !== 326 && hemisphere !== 327) || zone < 1 || zone > 60) return null;
  const south = hemisphere === 327 ? ' +south' : '';
  return { centralMeridian: zone * 6 - 183, definition: `+proj=utm +zone=${zone}${south} +datum=WGS84 +units=m +no_defs` };
}

function pairOf(position: readonly number[]): readonly [number, number] {
  return [position[0] ?? Number.NaN, position[1] ?? Number.NaN];
}
