import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameRound, readOutline } from '../../src/start/outline.ts';

const ring = [
  [9.92, 53.51],
  [10, 53.51],
  [10, 53.56],
  [9.92, 53.51],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const read = (json: unknown, name = 'o.geojson') => readOutline(name, typeof json === 'string' ? json : JSON.stringify(json));
const why = (json: unknown, name?: string): string => {
  const reading = read(json, name);
  return reading.status === 'refused' ? reading.word : reading.status;
};

test('an outline is read from a shape, a feature or a collection, without heights, with its bounds', () => {
  const high = { type: 'Polygon', coordinates: [ring.map((position) => [...position, 12])] };
  for (const json of [
    polygon,
    high,
    { type: 'Feature', geometry: polygon },
    { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: high }] },
  ]) {
    const reading = read(json);
    assert.deepEqual(reading.status === 'read' && [reading.geometry, reading.bounds, reading.isInChina], [
      polygon,
      [9.92, 53.51, 10, 53.56],
      false,
    ]);
  }
  const two = read({ type: 'GeometryCollection', geometries: [polygon, { type: 'MultiPolygon', coordinates: [[ring]] }] });
  assert.equal(two.status === 'read' && two.geometry.type, 'MultiPolygon');
});

test('it is said that heights are left out, and that coordinates look swapped', () => {
  const high = { type: 'Polygon', coordinates: [ring.map((position) => [...position, 12])] };
  for (const [json, isHigh] of [
    [polygon, false],
    [{ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: high }] }, true],
  ] as const) {
    const reading = read(json);
    assert.equal(reading.status === 'read' && reading.hasHeights, isHigh);
  }
  const swapped = ring.map(([lng = 0, lat = 0]) => [lat - 20, lng + 106]);
  assert.equal(why({ type: 'Polygon', coordinates: [swapped] }), 'start.outline.swapped');
});

test('what is no outline in degrees is refused with its reason', () => {
  assert.equal(why('x', 'a.SHP'), 'start.outline.shapefile');
  assert.equal(why('<kml/>', 'a.kml'), 'start.outline.otherFormat');
  assert.equal(why('{'), 'start.outline.notGeoJson');
  assert.equal(why('[1]'), 'start.outline.noPolygon');
  assert.equal(why({ type: 'Point', coordinates: [1, 2] }), 'start.outline.noPolygon');
  assert.equal(
    why({
      type: 'Polygon',
      coordinates: [
        [
          [437_000, 4_418_000],
          [1, 1],
          [2, 2],
          [437_000, 4_418_000],
        ],
      ],
    }),
    'start.outline.notDegrees',
  );
  assert.equal(
    why({
      type: 'Polygon',
      coordinates: [
        [
          ['a', 2],
          [1, 1],
          [2, 2],
          ['a', 2],
        ],
      ],
    }),
    'start.outline.notDegrees',
  );
  assert.equal(why({ type: 'Polygon', coordinates: [ring.slice(0, 3)] }), 'start.outline.openRing');
  assert.equal(why({ ...polygon, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4548' } } }), 'start.outline.crs');
  assert.equal(why({ ...polygon, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } }), 'read');
});

test('the frame lies outside the bounds on all sides, and in China it is asked what the file holds', () => {
  const [west, south, east, north] = frameRound([9.92, 53.51, 10, 53.56]);
  assert.ok(west < 9.92 && south < 53.51 && east > 10 && north > 53.56);
  const moved = { type: 'Polygon', coordinates: [ring.map(([lng = 0, lat = 0]) => [lng + 103, lat - 30])] };
  const reading = read(moved);
  assert.equal(reading.status === 'read' && reading.isInChina, true);
});
