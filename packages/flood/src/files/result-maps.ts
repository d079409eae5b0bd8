import { writeAsciiGrid } from '../cases/grid-file.ts';
import { MAP_DIGITS, MAP_NAMES } from '../cases/result-files.ts';
import type { CaseResult } from '../cases/run-case.ts';
import type { Grid } from '../grid/grid.ts';
import { extentsOf } from './extents.ts';
import { writeGeoTiff } from './write-geotiff.ts';

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
    yield [`${name}.asc`, writeAsciiGrid(map, MAP_DIGITS[name])];
    yield [`${name}.tif`, writeGeoTiff(map, crs)];
  }
}

/** The areas of a result that are under water at some time, as GeoJSON. Throws WG_INPUT_INVALID in a system that has no degrees here. */
export function resultExtents({ maps }: CaseResult, grid: Grid, crs: string): string {
  return extentsOf({ ...grid, values: maps.max_depth }, crs, EXTENT_NOTICE);
}
