import proj4 from 'proj4';
import { caseFault } from '../cases/fault.ts';

/** A reference system of coordinates, by its code. Positions are `[lng, lat]` in degrees of WGS 84, `[x, y]` in the unit of the system. */
export interface Crs {
  readonly code: string;
  /** What one unit of it measures: a degree, a metre on the ground (to a part in a thousand), or a metre that is stretched with the latitude. */
  readonly unit: 'degree' | 'metre' | 'stretched-metre';
  forward(position: readonly [lng: number, lat: number]): readonly [x: number, y: number];
  inverse(point: readonly [x: number, y: number]): readonly [lng: number, lat: number];
}

const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +no_defs';
/** NAD83 and CGCS2000 lie within two metres of WGS 84, far below a cell. */
const DEGREES: Readonly<Record<number, string>> = {
  4326: '+proj=longlat +datum=WGS84 +no_defs',
  4490: `+proj=longlat ${GRS80}`,
  4269: `+proj=longlat ${GRS80}`,
};
const KNOWN = {
  zh: '坐标系 EPSG:4326、4269、4490、3857、32601–32660、32701–32760 或 4513–4554',
  en: 'a reference system of EPSG:4326, 4269, 4490, 3857, 32601 to 32660, 32701 to 32760 or 4513 to 4554',
};

/** The system of a code such as EPSG:32650. Held: degrees of WGS 84, NAD83 and CGCS2000; UTM on WGS 84; three-degree zones of CGCS2000, with and without the number of the zone before the easting; Web Mercator. Throws WG_INPUT_INVALID for others, of `file`. */
export function toCrs(crs: string, file = 'crs'): Crs {
  const known = /^EPSG:\d{4,5}$/.test(crs) ? definitionOf(Number(crs.slice(5))) : null;
  if (!known) throw caseFault({ file }, KNOWN, crs);
  const { forward, inverse } = proj4('+proj=longlat +datum=WGS84 +no_defs', known.definition);
  return { code: crs, unit: known.unit, forward: (at) => pair(forward([at[0], at[1]])), inverse: (at) => pair(inverse([at[0], at[1]])) };
}

/** The code of the UTM zone that a position lies in. */
export function utmZoneOf([lng, lat]: readonly [number, number]): string {
  const zone = Math.min(60, Math.max(1, Math.floor((lng + 180) / 6) + 1));
  return `EPSG:${(lat < 0 ? 32_700 : 32_600) + zone}`;
}

function definitionOf(code: number): { readonly definition: string; readonly unit: Crs['unit'] } | null {
  const degrees = DEGREES[code];
  if (degrees !== undefined) return { definition: degrees, unit: 'degree' };
  const sphere = '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';
  if (code === 3857) return { definition: sphere, unit: 'stretched-metre' };
  const [hemisphere, zone] = [Math.floor(code / 100), code % 100];
  if ((hemisphere === 326 || hemisphere === 327) && zone >= 1 && zone <= 60)
    return { definition: `+proj=utm +zone=${zone}${hemisphere === 327 ? ' +south' : ''} +datum=WGS84 +units=m +no_defs`, unit: 'metre' };
  if (code < 4513 || code > 4554) return null;
  const numbered = code <= 4533;
  const meridian = 75 + 3 * (code - (numbered ? 4513 : 4534));
  const easting = 500_000 + (numbered ? (code - 4513 + 25) * 1_000_000 : 0);
  return { definition: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${easting} +y_0=0 ${GRS80} +units=m`, unit: 'metre' };
}

function pair(point: readonly number[]): readonly [number, number] {
  return [point[0] ?? Number.NaN, point[1] ?? Number.NaN];
}
