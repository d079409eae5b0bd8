import type { Frame } from '../register/tables.ts';

/** A projected system in metres that serves a frame. */
export interface MetreCrsChoice {
  /** `EPSG:4548` */
  readonly code: string;
  readonly system: 'CGCS2000' | 'UTM';
  /** Longitude, in degrees, along which it is true. */
  readonly centralMeridian: number;
}

/** Time zones of China's mainland: there surveys are kept in CGCS2000. */
const CHINA: readonly string[] = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'Asia/Kashgar'];

/** The systems that serve a frame, the one to propose first: the three-degree zone of CGCS2000 in China, else the zone of UTM. */
export function metreCrsFor([west, south, east, north]: Frame, timeZone: string): readonly MetreCrsChoice[] {
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  const zone = Math.min(60, Math.floor((lng + 180) / 6) + 1);
  const utm: MetreCrsChoice = {
    code: `EPSG:${(lat < 0 ? 32700 : 32600) + zone}`,
    system: 'UTM',
    centralMeridian: zone * 6 - 183,
  };
  if (!CHINA.includes(timeZone) || lng < 73 || lng > 136.5) return [utm];
  const third = Math.max(0, Math.min(20, Math.round((lng - 75) / 3)));
  return [{ code: `EPSG:${4534 + third}`, system: 'CGCS2000', centralMeridian: 75 + 3 * third }, utm];
}
