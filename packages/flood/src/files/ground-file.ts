import { caseFault } from '../cases/fault.ts';
import type { Grid } from '../grid/grid.ts';

export type VerticalUnit = 'm' | 'ft' | 'us-ft';

/** What the one who brings a file may say of it. */
export interface GroundOptions {
  /** The reference system of the file, where it says none. */
  readonly crs?: string;
  /** The unit of its heights, where it says none. */
  readonly verticalUnit?: VerticalUnit;
  /** What a .prj file beside it says. */
  readonly prj?: string;
  /** Cells of this size, m, and this system, where the file has to be brought into metres at all. */
  readonly cell?: number;
  readonly into?: string;
}

/** Heights of a file, in metres, on square cells of a system in metres; NaN where they are not known. */
export interface ReadGround {
  readonly grid: Grid;
  /** The system of the grid, such as EPSG:32650. */
  readonly crs: string;
  /** How the system of the file was found: it says so, its name does, its numbers look so, or it was said by who brought it. */
  readonly crsFrom: 'file' | 'name' | 'guess' | 'asked';
  /** The unit of the heights in the file; null where neither the file nor the one who brought it says: the heights are then as in the file. */
  readonly verticalUnit: VerticalUnit | null;
  /** The least and the highest height of the grid. */
  readonly range: readonly [number, number];
  /** Cells without a height. */
  readonly holes: number;
  readonly wasReprojected: boolean;
  /** Size of a cell in the file, in the unit of its system: degrees or metres; from south to north. */
  readonly cellFrom: number;
}

/** Reads heights from GeoTIFF, ESRI ASCII grid or .hgt, packed as .gz or .zip or not. Throws WG_INPUT_INVALID with file, line or byte, what was expected and what was found. */
export async function readGround(bytes: Uint8Array, fileName: string, _options: GroundOptions): Promise<ReadGround> {
  throw caseFault(
    { file: fileName },
    { zh: '可读取的格式', en: 'a format that is read' },
    { zh: `${bytes.length} 字节，尚不能读取`, en: `${bytes.length} bytes, not read yet` },
  );
}
