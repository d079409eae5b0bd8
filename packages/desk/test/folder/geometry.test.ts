import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FolderFiles, metreCrs, parseFolder, readFolder } from '@westgate/desk';
import { edit, HARBOUR } from '../folders.ts';

const SQUARE = [
  [9.95, 53.55],
  [9.96, 53.55],
  [9.96, 53.56],
  [9.95, 53.56],
  [9.95, 53.55],
];

async function faultOf(geometry: unknown): Promise<string> {
  const from = '{"type":"Polygon","coordinates":[[[9.9684,53.5366],[9.9719,53.5368],[9.9716,53.5379],[9.9681,53.5377],[9.9684,53.5366]]]}';
  const files: FolderFiles = edit(await readFolder(HARBOUR), 'places/features.geojson', from, JSON.stringify(geometry));
  const parsed = parseFolder(files);
  return parsed.status === 'valid' ? 'valid' : parsed.faults.map(({ code, found }) => `${code}: ${found}`).join('; ');
}

test('shapes of every kind are taken', async () => {
  const hole = [
    [9.952, 53.552],
    [9.954, 53.556],
    [9.956, 53.552],
    [9.952, 53.552],
  ];
  const shapes = [
    { type: 'Point', coordinates: [9.95, 53.55] },
    { type: 'MultiPoint', coordinates: [[9.95, 53.55]] },
    {
      type: 'LineString',
      coordinates: [
        [9.95, 53.55],
        [9.96, 53.56],
        [9.95, 53.56],
        [9.96, 53.55],
      ],
    },
    { type: 'MultiLineString', coordinates: [SQUARE] },
    { type: 'Polygon', coordinates: [SQUARE, hole] },
    {
      type: 'MultiPolygon',
      coordinates: [
        [SQUARE],
        [
          [
            [9.96, 53.56],
            [9.97, 53.56],
            [9.97, 53.57],
            [9.96, 53.56],
          ],
        ],
      ],
    },
  ];
  for (const shape of shapes) assert.equal(await faultOf(shape), 'valid', shape.type);
});

test('a ring drawn the other way round is taken as well', async () => {
  assert.equal(await faultOf({ type: 'Polygon', coordinates: [[...SQUARE].reverse()] }), 'valid');
});

test('shapes that are none are refused', async () => {
  const bowTie = [
    [9.95, 53.55],
    [9.96, 53.56],
    [9.96, 53.55],
    [9.95, 53.56],
    [9.95, 53.55],
  ];
  const spike = [
    [9.95, 53.55],
    [9.96, 53.55],
    [9.97, 53.55],
    [9.96, 53.55],
    [9.96, 53.56],
    [9.95, 53.55],
  ];
  const touching = [
    [9.95, 53.55],
    [9.96, 53.55],
    [9.955, 53.555],
    [9.96, 53.56],
    [9.95, 53.56],
    [9.955, 53.555],
    [9.95, 53.55],
  ];
  const flat = [
    [9.95, 53.55],
    [9.96, 53.55],
    [9.97, 53.55],
    [9.95, 53.55],
  ];
  const outside = [
    [9.98, 53.552],
    [9.984, 53.556],
    [9.986, 53.552],
    [9.98, 53.552],
  ];
  const crossing = [
    [9.952, 53.552],
    [9.97, 53.556],
    [9.956, 53.552],
    [9.952, 53.552],
  ];
  const refused = [
    { type: 'GeometryCollection', geometries: [] },
    { type: 'Point', coordinates: [9.95, 53.55, 4] },
    { type: 'Point', coordinates: ['9.95', 53.55] },
    { type: 'Point', coordinates: [999, 53.55] },
    { type: 'LineString', coordinates: [[9.95, 53.55]] },
    { type: 'Polygon', coordinates: [] },
    { type: 'Polygon', coordinates: [SQUARE.slice(0, 3)] },
    { type: 'Polygon', coordinates: [SQUARE.slice(0, 4)] },
    { type: 'Polygon', coordinates: [bowTie] },
    { type: 'Polygon', coordinates: [spike] },
    { type: 'Polygon', coordinates: [touching] },
    { type: 'Polygon', coordinates: [flat] },
    { type: 'Polygon', coordinates: [SQUARE, outside] },
    { type: 'Polygon', coordinates: [SQUARE, crossing] },
    {
      type: 'MultiPolygon',
      coordinates: [
        [SQUARE],
        [
          [
            [9.955, 53.555],
            [9.97, 53.555],
            [9.97, 53.57],
            [9.955, 53.555],
          ],
        ],
      ],
    },
  ];
  for (const shape of refused) assert.match(await faultOf(shape), /bad-geometry/, JSON.stringify(shape));
});

test('the metre systems measure as their definitions say', () => {
  const beijing = metreCrs('EPSG:4548');
  assert.ok(beijing);
  assert.equal(beijing.centralMeridian, 117);
  const [xM, yM] = beijing.toMetres([117, 40]);
  assert.ok(Math.abs(xM - 500_000) < 1e-6, `${xM}`);
  // Length of the GRS 80 meridian from the equator to 40° N.
  assert.ok(Math.abs(yM - 4_429_529.03) < 0.05, `${yM}`);
  assert.equal(metreCrs('EPSG:4534')?.centralMeridian, 75);
  assert.equal(metreCrs('EPSG:4554')?.centralMeridian, 135);
  const hamburg = metreCrs('EPSG:32632');
  assert.equal(hamburg?.centralMeridian, 9);
  const [lng, lat] = hamburg?.toLngLat(hamburg.toMetres([9.96, 53.54])) ?? [0, 0];
  assert.ok(Math.abs(lng - 9.96) < 1e-9 && Math.abs(lat - 53.54) < 1e-9);
  assert.ok((metreCrs('EPSG:32732')?.toMetres([9, -30])[1] ?? 0) > 6_000_000);
  for (const code of ['EPSG:4533', 'EPSG:4555', 'EPSG:3857', 'EPSG:32600', 'EPSG:32661', '4548', 'EPSG:04548', ''])
    assert.equal(metreCrs(code), null, code);
});
