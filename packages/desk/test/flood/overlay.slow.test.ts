import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Geometry } from '@westgate/base';
import { type ArchiveAnswer, exposures, FLOOD_JOBS, type floodJobs, type RunMaps } from '@westgate/desk';
import { EMPTY_DESIGN, type FloodDesign } from '@westgate/domain';
import { EXTENT_DEPTHS, toCrs } from '@westgate/flood';
import { unzipSync } from 'fflate';

const { jobs }: { readonly jobs: typeof floodJobs } = await import(FLOOD_JOBS.href);
const HAS_GDAL = hasGdal();
// Where the judges are installed, a missing one is a fault.
const WITH_GDAL = { skip: HAS_GDAL || process.env.CI ? false : 'gdal_rasterize is not on the PATH: skipped' };
const folder = mkdtempSync(join(tmpdir(), 'westgate-overlay-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const CRS = 'EPSG:32650';
const [WEST, SOUTH, CELL, COLUMNS, ROWS] = [437_000, 4_415_000, 20, 48, 36];
/** So far, in metres, the outline of a small area may lie off: degrees are written with six decimals, and a line of the grid is not one of longitude. */
const ROUNDED_M = 0.25;
const { inverse } = toCrs(CRS);
const at = (x: number, y: number): [number, number] => [...inverse([WEST + x * CELL, SOUTH + y * CELL])] as [number, number];

for (const seed of [11, 23, 47])
  test(`what lies under the water of a run is what GDAL finds, seed ${seed}`, WITH_GDAL, async () => {
    const draw = drawer(seed);
    const { archive, maps } = await ranCase(seed, draw);
    const grids = Object.fromEntries(
      (['max_depth', 'max_speed', 'hazard', 'arrival_s'] as const).map((name) => [name, gridOf(archive, name)]),
    );
    const look = exposures(maps);
    const areas = areasByGdal(archive);
    for (const depth of EXTENT_DEPTHS) {
      const under = (grids.max_depth ?? []).filter((value) => value >= depth).length * CELL ** 2;
      near(areas.get(depth) ?? null, under, Math.max(under / 1_000, CELL * ROUNDED_M), `area at least ${depth} m deep of ${seed}`);
    }
    let wet = 0;
    const shapes = shapesOf(draw);
    const moved = movedByGdal(shapes);
    for (const [index, shape] of shapes.entries()) {
      const mask = maskOf(moved, index, shape.type === 'LineString');
      const cells = [...mask.keys()].filter((cell) => mask[cell] === 1);
      const most = (name: string): number =>
        Math.max(0, ...cells.map((cell) => grids[name]?.[cell] ?? 0).filter((value) => value > -9_999));
      const under = cells.filter((cell) => (grids.max_depth?.[cell] ?? -9_999) >= 0.1);
      const found = look([shape]);
      const told = `shape ${index} of ${seed}, ${JSON.stringify(shape)}`;
      assert.equal(found.is, under.length > 0 ? 'wet' : 'dry', told);
      assert.equal(found.known, 1, told);
      if (found.is !== 'wet') continue;
      wet += 1;
      near(found.depth, most('max_depth'), 0.001, told);
      near(found.speed, most('max_speed'), 0.001, told);
      near(found.hazard, most('hazard'), 0.001, told);
      near(found.arrival, Math.min(...under.map((cell) => grids.arrival_s?.[cell] ?? Number.NaN)), 1, told);
      near(found.share, under.length / cells.length, 1e-9, told);
    }
    assert.ok(wet >= 6, `expected shapes under water, found ${wet}`);
  });

/** A run on a plain that falls to the east, with a channel, a bank and a hollow, drawn by the seed. */
async function ranCase(
  seed: number,
  draw: () => number,
): Promise<{ readonly archive: Record<string, Uint8Array>; readonly maps: RunMaps }> {
  const [channel, hollow] = [10 + Math.floor(draw() * 14), 12 + Math.floor(draw() * 20)];
  const heights = (column: number, row: number): string => {
    const bank = Math.min(2, Math.abs(row - channel) * 0.35);
    return (60 - column * 0.02 + bank - (Math.hypot(column - hollow, row - channel - 6) < 5 ? 1.2 : 0) + draw() * 0.2).toFixed(3);
  };
  const rows = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => heights(column, ROWS - 1 - row)).join(' '),
  );
  const head = `ncols ${COLUMNS}\nnrows ${ROWS}\nxllcorner ${WEST}\nyllcorner ${SOUTH}\ncellsize ${CELL}\nNODATA_value -9999\n`;
  const none = { area: null, cellM: null, river: null, burnM: null, fillPitsM: null, smoothM: null };
  const design: FloodDesign = {
    ...EMPTY_DESIGN,
    inflows: [
      {
        id: 'in',
        line: [at(0.5, channel - 1), at(0.5, channel + 1)],
        discharge: { base_m3s: 5, peak_m3s: 160, start_h: 0, rise_h: 0.5, fall_h: 0.5 },
      },
    ],
    outflows: [{ id: 'out', line: [at(47.5, channel - 3), at(47.5, channel + 3)], kind: 'free' }],
  };
  const path = join(folder, `run-${seed}.zip`);
  const facts = { id: `case-${seed}`, title: 'overlay', hours: 1.2, manning: 0.035, scheme: 'sd03' as const, design };
  const ground = {
    bytes: Buffer.from(`${head}${rows.join('\n')}\n`),
    fileName: 'plain.asc',
    recipe: { ...none, crs: CRS, verticalUnit: 'm' as const },
  };
  await jobs.flood({ ground, facts, path }, { hand: async () => {}, limits: {} as never });
  const bytes = readFileSync(path);
  const { maps }: ArchiveAnswer = jobs.archive({ bytes, variant: 'with' });
  assert.ok(maps);
  return { archive: unzipSync(bytes), maps };
}

/** Points, lines and areas on the grid, some smaller than a cell, some with a hole. */
function shapesOf(draw: () => number): readonly Geometry[] {
  const place = (): readonly [number, number] => [2 + draw() * (COLUMNS - 4), 2 + draw() * (ROWS - 4)];
  const star = ([x, y]: readonly [number, number], size: number): [number, number][] => {
    const points = Array.from({ length: 7 }, (_, index) => {
      const [turn, reach] = [(index / 7) * 2 * Math.PI, size * (0.4 + draw() * 0.6)];
      return at(x + Math.cos(turn) * reach, y + Math.sin(turn) * reach);
    });
    return [...points, points[0] ?? at(x, y)];
  };
  const within = ([x, y]: readonly [number, number], size: number): readonly [number, number] => [
    Math.min(COLUMNS - 1 - size, Math.max(size + 1, x)),
    Math.min(ROWS - 1 - size, Math.max(size + 1, y)),
  ];
  const points = Array.from({ length: 4 }, (): Geometry => ({ type: 'Point', coordinates: at(...place()) }));
  const lines = Array.from(
    { length: 4 },
    (): Geometry => ({ type: 'LineString', coordinates: [at(...place()), at(...place()), at(...place())] }),
  );
  const areas = Array.from({ length: 4 }, (): Geometry => ({ type: 'Polygon', coordinates: [star(within(place(), 8), 8)] }));
  const middle = within(place(), 9);
  const holed: Geometry = { type: 'Polygon', coordinates: [star(middle, 9), star(middle, 3)] };
  const many: Geometry = { type: 'MultiPolygon', coordinates: [[star(within(place(), 5), 5)], [star(within(place(), 5), 5)]] };
  return [...points, ...lines, ...areas, holed, many];
}

/** Shapes brought into the system of the grid by GDAL; the number of each is its `n`. */
function movedByGdal(shapes: readonly Geometry[]): string {
  const [given, moved] = [join(folder, 'shapes.geojson'), join(folder, 'moved.geojson')];
  const features = shapes.map((geometry, n) => ({ type: 'Feature', properties: { n }, geometry }));
  writeFileSync(given, JSON.stringify({ type: 'FeatureCollection', features }));
  rmSync(moved, { force: true });
  execFileSync('ogr2ogr', ['-f', 'GeoJSON', '-t_srs', CRS, '-lco', 'RFC7946=NO', '-lco', 'COORDINATE_PRECISION=6', moved, given], {
    stdio: 'pipe',
  });
  return moved;
}

/** The cells of a shape as GDAL burns them: an area by the middles of cells, a line all that it touches. Row after row from the north-west. */
function maskOf(moved: string, n: number, isLine: boolean): Uint8Array {
  const [burnt, mask] = [join(folder, 'burnt.tif'), join(folder, 'mask.bin')];
  const extent = [WEST, SOUTH, WEST + COLUMNS * CELL, SOUTH + ROWS * CELL].map(String);
  const touched = isLine ? ['-at'] : [];
  rmSync(burnt, { force: true });
  execFileSync(
    'gdal_rasterize',
    [
      '-q',
      '-ot',
      'Byte',
      '-burn',
      '1',
      '-where',
      `n = ${n}`,
      ...touched,
      '-te',
      ...extent,
      '-tr',
      String(CELL),
      String(CELL),
      moved,
      burnt,
    ],
    { stdio: 'pipe' },
  );
  execFileSync('gdal_translate', ['-q', '-of', 'ENVI', burnt, mask], { stdio: 'pipe' });
  return new Uint8Array(readFileSync(mask));
}

/** A map of the archive as GDAL reads it, from its GeoTIFF as from its ASCII grid; row after row from the north-west. */
function gridOf(archive: Record<string, Uint8Array>, name: string): Float32Array {
  const [text, image] = [`${name}.asc.gz`, `${name}.tif`].map((file) => {
    const [given, raw] = [join(folder, file), join(folder, `${file}.bin`)];
    const bytes = archive[`with/${file}`];
    assert.ok(bytes, file);
    writeFileSync(given, bytes);
    const from = file.endsWith('.gz') ? `/vsigzip/${given}` : given;
    execFileSync('gdal_translate', ['-q', '-of', 'ENVI', '-ot', 'Float32', from, raw], { stdio: 'pipe' });
    return new Float32Array(new Uint8Array(readFileSync(raw)).buffer);
  });
  assert.ok(text && image);
  assert.equal(image.length, text.length, name);
  // The text is rounded to its last digit.
  const by = name === 'arrival_s' ? 0.5 : 0.0005;
  assert.ok(
    image.every((value, cell) => Math.abs(value - (text[cell] ?? Number.NaN)) <= by + 1e-4),
    name,
  );
  return image;
}

/** The areas of the archive that are under water, as GDAL finds them on the ground: m² by depth. */
function areasByGdal(archive: Record<string, Uint8Array>): ReadonlyMap<number, number> {
  const [given, moved] = [join(folder, 'extents.geojson'), join(folder, 'extents.csv')];
  const bytes = archive['with/extents.geojson'];
  assert.ok(bytes);
  writeFileSync(given, bytes);
  rmSync(moved, { force: true });
  const sql = 'SELECT depth_at_least_m AS depth, OGR_GEOM_AREA AS area FROM moved';
  execFileSync('ogr2ogr', ['-f', 'GPKG', '-t_srs', CRS, '-nln', 'moved', `${moved}.gpkg`, given], { stdio: 'pipe' });
  execFileSync('ogr2ogr', ['-f', 'CSV', '-dialect', 'OGRSQL', '-sql', sql, moved, `${moved}.gpkg`], { stdio: 'pipe' });
  rmSync(`${moved}.gpkg`);
  const [, ...rows] = readFileSync(moved, 'utf8').trim().split('\n');
  return new Map(rows.map((row) => row.split(',').map(Number) as [number, number]));
}

function near(found: number | null, expected: number, by: number, told: string): void {
  assert.ok(found !== null && Math.abs(found - expected) <= by, `${told}: expected ${expected}, found ${found}`);
}

function hasGdal(): boolean {
  try {
    execFileSync('gdal_rasterize', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

/** Numbers from 0 to 1 that follow from the seed. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
