// GDAL's programs as an independent reader and writer of what the flood engine reads and writes. Left out where they are not on the PATH.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { extentsOf, type Grid, readGround, writeAsciiGrid, writeGeoTiff } from '@westgate/flood';

function hasGdal(): boolean {
  try {
    execFileSync('gdalwarp', ['--version']);
    return true;
  } catch {
    return false;
  }
}

test('GDAL writes what is read and reads what is written', {
  skip: hasGdal() ? false : 'gdalwarp is not on the PATH: skipped',
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-gdal-'));
  const path = (name: string) => join(folder, name);
  const gdal = (program: string, ...words: string[]) =>
    execFileSync(program, words, { encoding: 'utf8', cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  const read = (name: string) => readGround(new Uint8Array(readFileSync(path(name))), name, { verticalUnit: 'm' });
  try {
    const [columns, rows] = [300, 260];
    const values = Float64Array.from(
      { length: columns * rows },
      (_, cell) => 80 + 30 * Math.sin((cell % columns) / 20) * Math.cos(Math.floor(cell / columns) / 15),
    );
    values.fill(Number.NaN, 130 * columns + 100, 130 * columns + 110);
    const degrees: Grid = { columns, rows, cell: 1 / 3_600, west: 116.1, south: 39.8, values };
    writeFileSync(path('in.asc'), writeAsciiGrid(degrees, 3));
    const whole = ['-q', '-a_srs', 'EPSG:4326', 'in.asc'];
    gdal('gdal_translate', ...whole, '-ot', 'Float32', '-co', 'COMPRESS=DEFLATE', '-co', 'PREDICTOR=3', '-co', 'TILED=YES', 'float.tif');
    gdal('gdal_translate', ...whole, '-ot', 'Float32', '-co', 'COMPRESS=LZW', '-co', 'BIGTIFF=YES', '-co', 'ENDIANNESS=BIG', 'lzw.tif');
    gdal('gdal_translate', ...whole, '-ot', 'Int16', '-a_nodata', '-9999', '-co', 'COMPRESS=LZW', '-co', 'PREDICTOR=2', 'whole.tif');
    const float = await read('float.tif');
    assert.deepEqual([float.crs, float.grid.cell], ['EPSG:32650', 31]);
    assert.deepEqual((await read('lzw.tif')).grid, float.grid, 'the packing changes nothing');
    const { grid, holes } = await read('whole.tif');
    assert.equal(holes, float.holes);
    assert.ok(grid.values.every((height, cell) => Number.isNaN(height) || Math.abs(height - (float.grid.values[cell] ?? 0)) < 1.01));
    const { west, south } = float.grid;
    const box = [west, south, west + float.grid.columns * 31, south + float.grid.rows * 31].map(String);
    gdal(
      'gdalwarp',
      '-q',
      '-t_srs',
      'EPSG:32650',
      '-r',
      'bilinear',
      '-tr',
      '31',
      '31',
      '-te',
      ...box,
      '-ot',
      'Float32',
      '-dstnodata',
      '-9999',
      'float.tif',
      'warped.tif',
    );
    const warped = await read('warped.tif');
    let [most, both] = [0, 0];
    for (const [cell, height] of float.grid.values.entries()) {
      const other = warped.grid.values[cell] ?? Number.NaN;
      if (Number.isNaN(height) || Number.isNaN(other)) continue;
      both += 1;
      const [column, row] = [cell % float.grid.columns, Math.floor(cell / float.grid.columns)];
      if (column > 2 && row > 2 && column < float.grid.columns - 3 && row < float.grid.rows - 3)
        most = Math.max(most, Math.abs(height - other));
    }
    assert.ok(both > 0.95 * float.grid.values.length && most < 0.5, `${both} of ${float.grid.values.length}, at most ${most} m apart`);
    writeFileSync(path('out.tif'), writeGeoTiff(float.grid, 'EPSG:32650'));
    const told = gdal('gdalinfo', '-stats', 'out.tif');
    assert.match(told, /ID\["EPSG",32650\]\]\n/);
    assert.ok(
      told.includes(`Size is ${float.grid.columns}, ${float.grid.rows}`) &&
        told.includes('Pixel Size = (31.0') &&
        told.includes('NoData Value=-9999'),
      told,
    );
    assert.ok(Math.abs(Number(/STATISTICS_MAXIMUM=([\d.]+)/.exec(told)?.[1]) - float.range[1]) < 1e-3, told);
    // Areas: GDAL finds them valid, and of the size that they say, to a part in a thousand for the scale of the zone.
    const depth = { ...float.grid, values: float.grid.values.map((height) => (Number.isNaN(height) ? height : height - 95)) };
    writeFileSync(path('extents.geojson'), extentsOf(depth, 'EPSG:32650', 'computed'));
    gdal('ogr2ogr', '-t_srs', 'EPSG:32650', 'metres.geojson', 'extents.geojson');
    const { features } = JSON.parse(readFileSync(path('metres.geojson'), 'utf8'));
    for (const { properties, geometry } of features) {
      const area = geometry.coordinates.flat().reduce((sum: number, ring: number[][]) => sum + areaOf(ring), 0);
      assert.ok(Math.abs(area / properties.area_m2 - 1) < 1e-3, `${area} of ${properties.area_m2}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Over 0 against the clock: holes count off. */
function areaOf(ring: readonly (readonly number[])[]): number {
  return ring.slice(1).reduce((sum, [x = 0, y = 0], index) => sum + ((ring[index]?.[0] ?? 0) * y - x * (ring[index]?.[1] ?? 0)) / 2, 0);
}
