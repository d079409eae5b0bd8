import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { WestgateError } from '@westgate/base';
import {
  breachBridges,
  crestsAbove,
  extentsOf,
  type Grid,
  prepareGround,
  readGround,
  readRiverLines,
  readRoughAreas,
  roughnessGrid,
  toCrs,
  writeAsciiGrid,
  writeGeoTiff,
} from '@westgate/flood';
import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';
import { spoiltGrounds } from './spoilt-grounds.ts';

const SHARED = new URL('../../../../../shared/data/', import.meta.url);

/** Heights that say where they stand, over the district of practice. */
function slope(columns = 12, rows = 9): Grid {
  const values = Float64Array.from({ length: columns * rows }, (_, cell) => 100 + (cell % columns) + 10 * Math.floor(cell / columns));
  return { columns, rows, cell: 30, west: 500_000, south: 4_400_000, values };
}

test('the same heights come out of every format, and how the system was found is told', async () => {
  const grid = { ...slope(), values: slope().values.with(5, Number.NaN) };
  const text = writeAsciiGrid(grid, 3);
  const tif = await readGround(writeGeoTiff(grid, 'EPSG:32650'), 'a.tif', { verticalUnit: 'm' });
  assert.deepEqual([tif.crs, tif.crsFrom, tif.verticalUnit, tif.holes, tif.wasReprojected], ['EPSG:32650', 'file', 'm', 1, false]);
  assert.deepEqual(tif.grid, grid);
  const named = await readGround(new Uint8Array(gzipSync(text)), 'dem-utm50n.asc.gz');
  assert.deepEqual([named.crs, named.crsFrom, named.verticalUnit, named.range], ['EPSG:32650', 'name', null, [100, 191]]);
  assert.deepEqual(named.grid, grid);
  const asked = await readGround(new TextEncoder().encode(text), 'dem.asc', { crs: 'EPSG:4548', verticalUnit: 'ft' });
  assert.equal(asked.crsFrom, 'asked');
  assert.ok(Math.abs(asked.range[1] - 191 * 0.3048) < 1e-9, 'feet become metres');
  const numbered = text.replace('500000', '39500000');
  assert.deepEqual(
    [
      (await readGround(new TextEncoder().encode(numbered), 'dem.asc')).crs,
      (await readGround(new TextEncoder().encode(numbered), 'dem.asc')).crsFrom,
    ],
    ['EPSG:4527', 'guess'],
  );
  await assert.rejects(readGround(new TextEncoder().encode(text), 'dem.asc'), /expected a reference system.*found none; x 500000/);
  await assert.rejects(
    readGround(writeGeoTiff(grid, 'EPSG:32650'), 'a.tif', { crs: 'EPSG:4548' }),
    /expected the reference system that the file says, EPSG:32650/,
  );
});

test('degrees become metres where they are, and a hole stays a hole', async () => {
  const [columns, rows, cell] = [40, 40, 1 / 1_200];
  const values = Float64Array.from({ length: columns * rows }, (_, index) => 50 + (index % columns));
  values[20 * columns + 20] = Number.NaN;
  const grid = { columns, rows, cell, west: 116.1, south: 39.9, values };
  const read = await readGround(new TextEncoder().encode(writeAsciiGrid(grid, 3)), 'a.asc', { verticalUnit: 'm' });
  assert.deepEqual([read.crs, read.crsFrom, read.wasReprojected, read.grid.cell], ['EPSG:32650', 'guess', true, 93]);
  const { forward } = toCrs('EPSG:32650');
  const at = (lng: number, lat: number) => {
    const [x, y] = forward([lng, lat]);
    return read.grid.values[Math.floor((y - read.grid.south) / 93) * read.grid.columns + Math.floor((x - read.grid.west) / 93)] ?? 0;
  };
  const about = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => at(116.1 + (20.5 + dx) * cell, 39.9 + (20.5 + dy) * cell)));
  assert.ok(about.some(Number.isNaN), String(about));
  assert.ok(at(116.1 + 24 * cell, 39.9 + 20 * cell) > 0);
  for (const column of [5, 12, 33]) assert.ok(Math.abs(at(116.1 + (column + 0.5) * cell, 39.9 + 10.5 * cell) - 50 - column) < 0.7);
});

test('no ground of 550 that break the rules of their format is taken, and each refusal says where', async () => {
  let [seed, count] = [0, 0];
  for (const { name, bytes, rule } of spoiltGrounds(550)) {
    seed += 1;
    const began = performance.now();
    await assert.rejects(
      readGround(bytes, name, { verticalUnit: 'm' }),
      (error) => {
        assert.ok(
          error instanceof WestgateError && error.code === 'WG_INPUT_INVALID',
          `${seed}, ${rule}: ${error instanceof Error ? error.stack : error}`,
        );
        assert.match(error.message, /^[^:]+: expected .+, found .+\.$/s, `${seed}, ${rule}`);
        assert.ok(error.message.startsWith(name.replace(/\.gz$/, '').slice(0, 4)), `${seed}, ${rule}: ${error.message}`);
        assert.match(String(error.details.detailZh), /应为.+，实为/s, `${seed}, ${rule}`);
        return true;
      },
      `${seed}, ${rule}: was taken`,
    );
    assert.ok(performance.now() - began < 3_000, `${seed}, ${rule}: slow`);
    count += 1;
  }
  assert.equal(count, 550);
});

test('100 million cells are refused with their numbers before memory is taken', async () => {
  const before = process.memoryUsage().rss;
  const head = new TextEncoder().encode('ncols 10000\nnrows 10000\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2 3\n');
  await assert.rejects(readGround(head, 'large.asc', {}), /large\.asc: expected at most 40000000 cells, found 10000 × 10000 = 100000000/);
  assert.ok(process.memoryUsage().rss - before < 100e6);
});

test('pieces of a river are joined, areas and other lines are left', async () => {
  const line = (coordinates: readonly (readonly number[])[], properties: object) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'LineString', coordinates },
  });
  const features = [
    line(
      [
        [116.2, 39.9],
        [116.3, 39.8],
      ],
      { class: 'river', name: 'R' },
    ),
    line(
      [
        [116.1, 40],
        [116.2, 39.9],
      ],
      { waterway: 'river', name: 'R' },
    ),
    line(
      [
        [116.1, 40],
        [116.2, 39.95],
      ],
      { highway: 'primary' },
    ),
    { type: 'Feature', properties: { class: 'water' }, geometry: { type: 'Polygon', coordinates: [] } },
  ];
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  assert.deepEqual(await readRiverLines(bytes({ type: 'FeatureCollection', features }), 'w.geojson'), [
    {
      class: 'river',
      name: 'R',
      line: [
        [116.1, 40],
        [116.2, 39.9],
        [116.3, 39.8],
      ],
    },
  ]);
  await assert.rejects(
    readRiverLines(
      bytes({
        features: [
          line(
            [
              [432_000, 4_400_000],
              [432_100, 4_400_000],
            ],
            { class: 'river' },
          ),
        ],
      }),
      'w.geojson',
    ),
    /river 1: expected degrees of WGS 84, found 432000/,
  );
  await assert.rejects(
    readRiverLines(bytes({ features: [features[2]] }), 'w.geojson'),
    /expected lines with waterway or class.*found none/,
  );
  const osm =
    '<osm version="0.6"><node id="1" lat="39.9" lon="116.2"/><node id="2" lat="39.8" lon="116.3"></node><way id="7"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="waterway" v="stream"/><tag k="name" v="a &amp; b"/></way></osm>';
  assert.deepEqual(await readRiverLines(new Uint8Array(gzipSync(osm)), 'w.osm.gz'), [
    {
      class: 'stream',
      name: 'a & b',
      line: [
        [116.2, 39.9],
        [116.3, 39.8],
      ],
    },
  ]);
  await assert.rejects(readRiverLines(new TextEncoder().encode(osm.slice(0, 90)), 'w.osm'), /w\.osm, line 1: expected <\/osm>/);
  await assert.rejects(
    readRiverLines(new Uint8Array([0, 0, 0, 9, 1, 2]), 'w.osm.pbf'),
    /w\.osm\.pbf, byte 0: expected the head of a block/,
  );
});

test('the packed form of OpenStreetMap gives the same river as its XML', async () => {
  const strings = ['', 'waterway', 'river', 'name', '永定河'].map((text) => new TextEncoder().encode(text));
  const whole = (write: (pbf: PbfWriter) => void) => {
    const pbf = new PbfWriter();
    write(pbf);
    return pbf.finish().slice();
  };
  const dense = whole((pbf) => {
    pbf.writePackedSVarint(1, [7, 2, 1]);
    pbf.writePackedSVarint(8, [399_000_000, -1_000_000, -1_000_000]);
    pbf.writePackedSVarint(9, [1_162_000_000, 1_000_000, 1_000_000]);
  });
  const way = whole((pbf) => {
    pbf.writeVarintField(1, 1);
    pbf.writePackedVarint(2, [1, 3]);
    pbf.writePackedVarint(3, [2, 4]);
    pbf.writePackedSVarint(8, [7, 2, 1]);
  });
  const block = (part: Uint8Array, tag: number) =>
    whole((pbf) => {
      pbf.writeBytesField(
        1,
        whole((table) => {
          for (const text of strings) table.writeBytesField(1, text);
        }),
      );
      pbf.writeBytesField(
        2,
        whole((group) => group.writeBytesField(tag, part)),
      );
    });
  const blob = (type: string, data: Uint8Array) => {
    const body = whole((pbf) => {
      pbf.writeVarintField(2, data.length);
      pbf.writeBytesField(3, zlibSync(data));
    });
    const head = whole((pbf) => {
      pbf.writeStringField(1, type);
      pbf.writeVarintField(3, body.length);
    });
    return [0, 0, 0, head.length, ...head, ...body];
  };
  const bytes = Uint8Array.from([
    ...blob('OSMHeader', new Uint8Array()),
    ...blob('OSMData', block(dense, 2)),
    ...blob('OSMData', block(way, 3)),
  ]);
  const [river, ...more] = await readRiverLines(bytes, 'w.osm.pbf');
  assert.deepEqual([river?.class, river?.name, more.length], ['river', '永定河', 0]);
  assert.deepEqual(
    river?.line.map((at) => at.map((degrees) => Number(degrees.toFixed(7)))),
    [
      [116.2, 39.9],
      [116.3, 39.8],
      [116.4, 39.7],
    ],
  );
  await assert.rejects(readRiverLines(bytes.slice(0, -5), 'w.osm.pbf'), /w\.osm\.pbf, byte \d+: expected \d+ bytes, found \d+ bytes/);
});

test('a bridge of two cells is lowered to the bed on both sides, a weir below the limit is left', () => {
  const heights = [5, 5, 9, 9, 4, 4, 5, 3, 3];
  const grid = { columns: 9, rows: 1, cell: 10, west: 0, south: 0, values: Float64Array.from(heights) };
  const { grid: open, change } = breachBridges(
    grid,
    [
      [
        [5, 5],
        [85, 5],
      ],
    ],
    2,
  );
  assert.ok(
    open.values.every(
      (height, cell) => height <= (heights[cell] ?? 0) && (cell === 2 || cell === 3 ? height < 5 : height === heights[cell]),
    ),
    String(open.values),
  );
  assert.equal(change.cells, 2);
});

test('a wall says its height above the ground, and roughness follows what covers the land', () => {
  const grid = slope();
  const pieces = crestsAbove(
    grid,
    [
      [500_030, 4_400_090],
      [500_150, 4_400_090],
    ],
    2,
  );
  assert.equal(pieces.length, 4);
  assert.deepEqual(
    pieces.map(({ height }) => height),
    [133, 134, 135, 136],
  );
  const { forward, inverse } = toCrs('EPSG:32650');
  const ring = [
    [0, 0],
    [120, 0],
    [120, 270],
    [0, 270],
    [0, 0],
  ].map(([x = 0, y = 0]) => inverse([500_000 + x, 4_400_000 + y]));
  const area = (properties: object) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } });
  const { areas, unknown } = readRoughAreas(
    JSON.stringify({ features: [area({ landuse: 'forest' }), area({ landuse: 'moon' })] }),
    'land.geojson',
    'EPSG:32650',
  );
  assert.deepEqual(unknown, ['moon']);
  const rough = roughnessGrid(grid, areas, 0.035);
  assert.deepEqual([...rough.values.slice(0, 6)], [0.12, 0.12, 0.12, 0.12, 0.035, 0.035]);
  assert.ok(forward(ring[0] ?? [0, 0])[0] > 0);
  assert.throws(
    () => readRoughAreas(JSON.stringify({ features: [area({ manning: 3 })] }), 'land.geojson', 'EPSG:32650'),
    /features\.0\.properties\.manning: expected a roughness/,
  );
});

test('areas under water have the size of their cells, islands are holes, and each says what it is', () => {
  const rows = [
    [1, 1, 1, 0, 0.2],
    [1, 0, 1, 3, 0],
    [1, 1, 1, 0, 0.2],
  ];
  const values = Float64Array.from(rows.toReversed().flat());
  const { features } = JSON.parse(
    extentsOf({ columns: 5, rows: 3, cell: 100, west: 500_000, south: 4_400_000, values }, 'EPSG:32650', 'computed'),
  );
  const [shallow, middle, deep] = features;
  assert.deepEqual(
    features.map(({ properties }: { properties: object }) => properties),
    [
      { depth_at_least_m: 0.1, area_m2: 110_000, notice: 'computed' },
      { depth_at_least_m: 0.5, area_m2: 90_000, notice: 'computed' },
      { depth_at_least_m: 2, area_m2: 10_000, notice: 'computed' },
    ],
  );
  assert.deepEqual(shallow.geometry.coordinates.map((rings: unknown[]) => rings.length).sort(), [1, 1, 2]);
  assert.deepEqual(
    middle.geometry.coordinates.map((rings: unknown[][]) => rings.map((ring) => ring.length)),
    [[9, 5]],
  );
  assert.equal(deep.geometry.coordinates.length, 1);
});

test('a recipe gives the same heights again, from two tiles and a river', async () => {
  const whole = slope(20, 9);
  const part = (from: number, to: number) => {
    const columns = to - from;
    const values = Float64Array.from(
      { length: columns * 9 },
      (_, cell) => whole.values[Math.floor(cell / columns) * 20 + from + (cell % columns)] ?? 0,
    );
    return writeGeoTiff({ ...whole, columns, west: whole.west + from * 30, values }, 'EPSG:32650');
  };
  const { inverse } = toCrs('EPSG:32650');
  const coordinates = [inverse([500_590, 4_400_135]), inverse([500_010, 4_400_135])];
  const river = JSON.stringify({
    features: [{ type: 'Feature', properties: { waterway: 'river' }, geometry: { type: 'LineString', coordinates } }],
  });
  const files = new Map([
    ['a.tif', part(0, 11)],
    ['b.tif', part(9, 20)],
    ['w.geojson', new TextEncoder().encode(river)],
  ]);
  const of = (name: string) => ({ name, sha256: '0'.repeat(64) });
  const recipe = {
    ...{ format: 'westgate-ground/1' as const, files: [of('a.tif'), of('b.tif')], vertical_unit: 'm' as const },
    steps: [{ kind: 'burn-river' as const, lines: of('w.geojson'), classes: ['river'], depth_m: 2 }],
  };
  const bytesOf = (name: string) => files.get(name) ?? new Uint8Array();
  const [one, two] = [await prepareGround(recipe, bytesOf), await prepareGround(recipe, bytesOf)];
  assert.deepEqual(one.grid, two.grid);
  assert.deepEqual([one.grid.columns, one.grid.rows, one.done], [20, 9, [{ kind: 'burn-river', cells: 20, lowered: 2, raised: 0 }]]);
});

test('tiles of a degree and a town from OpenStreetMap are read as they come', {
  skip: !existsSync(new URL('bayreuth-dem-osm', SHARED)),
}, async () => {
  const bytes = (name: string) => new Uint8Array(readFileSync(new URL(`bayreuth-dem-osm/${name}`, SHARED)));
  const { crs, grid, verticalUnit, range } = await readGround(bytes('N49E011.hgt.zip'), 'N49E011.hgt.zip');
  assert.deepEqual([crs, grid.cell, verticalUnit], ['EPSG:32632', 93, 'm']);
  assert.ok(range[0] > 234 && range[1] < 920 && range[1] > 900, String(range));
  const rivers = await readRiverLines(bytes('north-bayreuth.osm.gz'), 'north-bayreuth.osm.gz');
  assert.equal(rivers.find(({ class: kind }) => kind === 'river')?.name, 'Roter Main');
});
