import { caseFault } from '../cases/fault.ts';
import type { Grid } from '../grid/grid.ts';
import { readAsciiGround } from './ascii-ground.ts';
import { type Crs, toCrs } from './crs.ts';
import { readGeoTiff } from './geotiff-file.ts';
import { inMetres, METRES, type RawGround } from './heights.ts';
import { readHgt } from './hgt-file.ts';
import { reproject } from './reproject.ts';
import type { VerticalUnit } from './units.ts';
import { firstBytes, ungzip, zipMembers } from './unpack.ts';

/** What the one who brings a file may say of it. */
export interface GroundOptions {
  /** The reference system of the file, where it says none. */
  readonly crs?: string | undefined;
  /** The unit of its heights, where it says none. */
  readonly verticalUnit?: VerticalUnit | undefined;
  /** What a .prj file beside it says. */
  readonly prj?: string | undefined;
  /** Cells of this size, m, and this system, where the file has to be brought into metres at all. */
  readonly cell?: number | undefined;
  readonly into?: string | undefined;
}

/** Heights of a file, in metres, on square cells of a system in metres; NaN where they are not known. */
export interface ReadGround {
  readonly grid: Grid;
  /** The system of the grid, such as EPSG:32650. */
  readonly crs: string;
  /** The system of the file. */
  readonly crsOfFile: string;
  /** How the system of the file was found: it says so, its name does, its numbers look so, or it was said by who brought it. */
  readonly crsFrom: 'file' | 'name' | 'guess' | 'asked';
  /** The unit of the heights in the file; null where neither the file nor the one who brought it says: the heights are then as in the file. */
  readonly verticalUnit: VerticalUnit | null;
  /** The least and the highest height of the grid. */
  readonly range: readonly [number, number];
  /** Cells without a height. */
  readonly holes: number;
  readonly wasReprojected: boolean;
  /** Size of a cell in the file, in the unit of its system, degrees or metres, from south to north. */
  readonly cellFrom: number;
  /** The file itself: cells, cells without a height, least and highest height in its own unit. */
  readonly inFile: {
    readonly columns: number;
    readonly rows: number;
    readonly isDegrees: boolean;
    readonly holes: number;
    readonly range: readonly [number, number];
  };
}

/** Reads heights from GeoTIFF, ESRI ASCII grid or .hgt, packed as .gz or .zip or not. Throws WG_INPUT_INVALID with file, line or byte, what was expected and what was found. */
export async function readGround(bytes: Uint8Array, fileName: string, options: GroundOptions = {}): Promise<ReadGround> {
  const { raw, file } = await rawGround(bytes, fileName, options.prj);
  const { code, from } = systemOf(raw, file, options.crs);
  const unit = raw.verticalUnit ?? options.verticalUnit ?? null;
  if (raw.verticalUnit !== null && options.verticalUnit !== undefined && raw.verticalUnit !== options.verticalUnit)
    throw caseFault(
      { file },
      { zh: `文件注明的高程单位 ${raw.verticalUnit}`, en: `the unit that the file says, ${raw.verticalUnit}` },
      options.verticalUnit,
    );
  const system = toCrs(code, file);
  requireExtent(raw, system, file);
  const { range, holes } = inMetres(raw, unit, file);
  const [east, north] = raw.cell;
  const metres = unit === null ? 1 : METRES[unit];
  const isDegrees = system.unit === 'degree';
  const inFile = { columns: raw.columns, rows: raw.rows, isDegrees, holes, range: [range[0] / metres, range[1] / metres] as const };
  const read = { crsOfFile: code, crsFrom: from, verticalUnit: unit, cellFrom: north, inFile };
  if (system.unit === 'metre') {
    if (Math.abs(east - north) > 1e-6 * north) throw caseFault({ file }, { zh: '正方形单元', en: 'square cells' }, `${east} × ${north}`);
    const { columns, rows, west, south, values } = raw;
    const grid = { columns, rows, cell: north, west, south, values: values instanceof Float64Array ? values : Float64Array.from(values) };
    return { ...read, grid, crs: code, range, holes, wasReprojected: false };
  }
  const { grid, crs } = reproject(raw, system, file, options);
  let [least, most, missing] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const value of grid.values) {
    if (Number.isNaN(value)) missing += 1;
    else [least, most] = [Math.min(least, value), Math.max(most, value)];
  }
  return { ...read, grid, crs, range: [least, most], holes: missing, wasReprojected: true };
}

/** Cells of a ground model, in metres, from and to; a degree is taken for so many. */
const CELLS_M = [0.05, 100_000] as const;
const DEGREE_M = 111_000;

/** Refuses cells that no ground model has, and a grid that does not lie on the earth: all that follows goes along the cells, and tells where they lie. */
function requireExtent({ columns, rows, cell, west, south }: RawGround, { unit, inverse }: Crs, file: string): void {
  const [least, most] = CELLS_M;
  const size = Math.min(...cell) * (unit === 'degree' ? DEGREE_M : 1);
  const longest = Math.max(...cell) * (unit === 'degree' ? DEGREE_M : 1);
  if (size < least || longest > most)
    throw caseFault(
      { file },
      { zh: `边长 ${least} 至 ${most} 米的单元`, en: `cells of ${least} to ${most} m` },
      cell.map((each) => `${each}${unit === 'degree' ? '°' : ' m'}`).join(' × '),
    );
  const [east, north] = [west + columns * cell[0], south + rows * cell[1]];
  const corners = [
    [west, south],
    [east, south],
    [west, north],
    [east, north],
  ] as const;
  const isOnEarth = corners.every((corner) => {
    const [lng, lat] = unit === 'degree' ? corner : inverse(corner);
    return Math.abs(lng) <= 360 && Math.abs(lat) <= 90.01;
  });
  if (isOnEarth) return;
  throw caseFault({ file }, { zh: '位于地球上的格网', en: 'a grid on the earth' }, `x ${west} – ${east}, y ${south} – ${north}`);
}

async function rawGround(
  bytes: Uint8Array,
  file: string,
  prj: string | undefined,
): Promise<{ readonly raw: RawGround; readonly file: string }> {
  const name = file.toLowerCase();
  if (name.endsWith('.zip')) {
    const members = zipMembers(bytes, file).filter(({ name }) => /\.(hgt|tiff?|asc|txt)$/i.test(name) && !name.startsWith('__MACOSX/'));
    const [member] = members;
    if (!member || members.length > 1)
      throw caseFault(
        { file },
        { zh: '压缩包内只有一个 .hgt、.tif 或 .asc 文件', en: 'one file .hgt, .tif or .asc in it' },
        members.length,
      );
    const beside = zipMembers(bytes, file).find((each) => each.name === member.name.replace(/\.\w+$/, '.prj'));
    return rawGround(member.read(), `${file}/${member.name}`, beside ? new TextDecoder().decode(beside.read()) : prj);
  }
  if (name.endsWith('.gz')) return rawGround(ungzip(bytes, file), file.slice(0, -3), prj);
  if (bytes.length === 0) throw caseFault({ file, byte: 0 }, { zh: '高程数据', en: 'heights' }, { zh: '空文件', en: 'an empty file' });
  if (name.endsWith('.hgt')) return { raw: readHgt(bytes, file), file };
  if (/\.tiff?$/.test(name)) return { raw: await readGeoTiff(bytes, file), file };
  if (/\.(asc|txt|grd)$/.test(name)) return { raw: readAsciiGround(bytes, file, prj), file };
  throw caseFault(
    { file, byte: 0 },
    { zh: '.tif、.asc 或 .hgt，可带 .gz 或 .zip', en: '.tif, .asc or .hgt, with .gz or .zip behind it or not' },
    firstBytes(bytes),
  );
}

/** The system of a file, and how it was found. What a file says is not overruled: a grid in a system that it is not in lies somewhere else. */
function systemOf(
  raw: RawGround,
  file: string,
  asked: string | undefined,
): { readonly code: string; readonly from: ReadGround['crsFrom'] } {
  const named = raw.crs ?? systemOfName(file);
  if (raw.crs !== null && asked !== undefined && asked !== raw.crs)
    throw caseFault({ file }, { zh: `文件注明的坐标系 ${raw.crs}`, en: `the reference system that the file says, ${raw.crs}` }, asked);
  if (asked !== undefined) return { code: asked, from: 'asked' };
  if (named !== null) return { code: named, from: raw.crs === null ? 'name' : raw.crsFrom };
  const guessed = guessedSystem(raw);
  if (guessed !== null) return { code: guessed, from: 'guess' };
  const [east, north] = [raw.west + raw.columns * raw.cell[0], raw.south + raw.rows * raw.cell[1]];
  const box = `x ${raw.west.toFixed(1)} – ${east.toFixed(1)}, y ${raw.south.toFixed(1)} – ${north.toFixed(1)}`;
  throw caseFault(
    { file },
    {
      zh: '坐标系：文件内、旁边的 .prj、文件名（如 utm50n、epsg4548）或另行指明',
      en: 'a reference system: in the file, in a .prj beside it, in its name (utm50n, epsg4548), or said',
    },
    { zh: `没有；${box}`, en: `none; ${box}` },
  );
}

function systemOfName(file: string): string | null {
  const name = file.split('/').at(-1) ?? '';
  const [, zone, side = ''] = /utm[-_]?(\d{1,2})([ns])(?![a-z])/i.exec(name) ?? [];
  if (zone !== undefined) return `EPSG:${(/s/i.test(side) ? 32_700 : 32_600) + Number(zone)}`;
  const code = /epsg[-_:]?(\d{4,5})/i.exec(name)?.[1];
  return code === undefined ? null : `EPSG:${code}`;
}

/** Degrees, or a three-degree zone with its number before the easting; nothing else shows in the numbers alone. */
function guessedSystem({ west, south, columns, rows, cell }: RawGround): string | null {
  const [east, north] = [west + columns * cell[0], south + rows * cell[1]];
  if (west >= -180.1 && east <= 180.1 && south >= -90.1 && north <= 90.1 && cell[1] < 1) return 'EPSG:4326';
  const zone = Math.floor(west / 1_000_000);
  const fits = zone >= 25 && zone <= 45 && Math.floor(east / 1_000_000) === zone && south > 0 && north < 10_000_000;
  return fits ? `EPSG:${4_513 + zone - 25}` : null;
}
