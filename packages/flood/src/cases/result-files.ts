import { extentsOf } from '../files/extents.ts';
import { writeGeoTiff } from '../files/write-geotiff.ts';
import type { Grid } from '../grid/grid.ts';
import { writeAsciiGrid } from './grid-file.ts';
import type { CaseResult } from './run-case.ts';

/** Digits behind the point of a map in its file. */
const DIGITS = { max_depth: 3, max_speed: 3, hazard: 3, arrival_s: 0, duration_s: 0 } as const satisfies Record<
  keyof CaseResult['maps'],
  number
>;

/** Names of the maps of a result, in their order. */
export const MAP_NAMES = Object.keys(DIGITS) as (keyof typeof DIGITS)[];

/** The tables and the account of a result as texts, by the names of their files. */
export function resultTables({ summary, gauges, sections, structures, log }: CaseResult): ReadonlyMap<string, string> {
  const ofGauges = gauges.map(({ time, id, depth, level, speed }) => [time, id, told(depth), told(level), told(speed)]);
  const ofSections = sections.map(({ time, id, discharge }) => [time, id, told(discharge)]);
  const ofStructures = structures.map(({ time, id, discharge, opening }) => [time, id, told(discharge), told(opening)]);
  return new Map([
    ['summary.json', `${JSON.stringify(summary, null, 2)}\n`],
    ['gauges.csv', csv([['time_s', 'id', 'depth_m', 'level_m', 'speed_ms'], ...ofGauges])],
    ['sections.csv', csv([['time_s', 'id', 'q_m3s'], ...ofSections])],
    ['structures.csv', csv([['time_s', 'id', 'q_m3s', 'opening_m'], ...ofStructures])],
    ['rules.log.jsonl', log.map((entry) => `${JSON.stringify(entry)}\n`).join('')],
  ]);
}

/** What every area says of itself where it is read without its run. */
const EXTENT_NOTICE = 'computed, planning evidence, not a warning service';
/** The file of the areas under water. */
export const EXTENTS_FILE = 'extents.geojson';

/** Each map of a result as an ESRI ASCII grid, which is packed where it is kept, and as GeoTIFF; by the names of the files. */
export function* resultMaps(
  { maps }: CaseResult,
  grid: Grid,
  crs: string,
): Generator<readonly [file: string, content: string | Uint8Array]> {
  for (const name of MAP_NAMES) {
    const map = { ...grid, values: maps[name] };
    yield [`${name}.asc`, writeAsciiGrid(map, DIGITS[name])];
    yield [`${name}.tif`, writeGeoTiff(map, crs)];
  }
}

/** The areas of a result that are under water at some time, as GeoJSON. Throws WG_INPUT_INVALID in a system that has no degrees here. */
export function resultExtents({ maps }: CaseResult, grid: Grid, crs: string): string {
  return extentsOf({ ...grid, values: maps.max_depth }, crs, EXTENT_NOTICE);
}

function told(value: number): string {
  return value.toFixed(4);
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.join(',')}\n`).join('');
}
