import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Geometry } from '@westgate/base';
import { exposures, type RunMaps } from '@westgate/desk';

/** Cells of one unit of Web Mercator at the equator: degrees go over into them by one factor. */
const METRES = (Math.PI * 6_378_137) / 180;
const at = (x: number, y: number): [number, number] => {
  const lat = (Math.atan(Math.sinh(y / 6_378_137)) * 180) / Math.PI;
  return [x / METRES, lat];
};
const area = (...points: readonly (readonly [number, number])[]): Geometry => ({
  type: 'Polygon',
  coordinates: [points.map(([x, y]) => at(x, y))],
});
const box = (west: number, south: number, east: number, north: number): Geometry =>
  area([west, south], [east, south], [east, north], [west, north], [west, south]);

/** Four columns and three rows of 10 m from (0, 0): water in the two western columns, no ground in the cell of the north-east. */
const NONE = Number.NaN;
const MAPS: RunMaps = {
  ...{ crs: 'EPSG:3857', west: 0, south: 0, cell: 10, columns: 4, rows: 3 },
  depth: Float32Array.from([2, 0.5, 0.05, 0, 1, 0.1, 0, 0, 0.3, 0, 0, NONE]),
  speed: Float32Array.from([1, 0.2, 3, 0, 2, 0, 0, 0, 0, 0, 0, NONE]),
  hazard: Float32Array.from([4, 0.8, 0.2, 0, 3.5, 0.05, 0, 0, 1.3, 0, 0, NONE]),
  arrival: Float32Array.from([600, 1200, NONE, NONE, 900, 3600, NONE, NONE, 7200, NONE, NONE, NONE]),
};
const look = exposures(MAPS);

test('a point is what its cell is, a line all cells it passes, an area those whose middle lies in it', () => {
  const point = look([{ type: 'Point', coordinates: at(15, 5) }]);
  assert.deepEqual([point.is, point.depth, point.hazardClass, point.arrival, point.share], ['wet', 0.5, 'moderate', 1200, 1]);
  const line = look([{ type: 'LineString', coordinates: [at(5, 25), at(35, 25.001)] }]);
  // Of its four cells one is wet and one holds no ground.
  assert.deepEqual([line.is, line.share, line.known, line.hazardClass, line.arrival], ['wet', 0.25, 0.75, 'significant', 7200]);
  const whole = look([box(0, 0, 40, 20)]);
  assert.deepEqual([whole.depth, whole.speed, whole.hazardClass, whole.arrival, whole.share, whole.known], [2, 3, 'extreme', 600, 0.5, 1]);
  const small = look([box(11, 12, 12, 13)]);
  assert.deepEqual([small.is, Math.fround(0.1) === small.depth, small.hazardClass, small.share], ['wet', true, 'low', 1]);
  assert.equal(look([box(31, 11, 33, 13)]).is, 'dry');
  assert.equal(look([{ type: 'Point', coordinates: at(25, 5) }]).is, 'dry', 'less than 0.1 m is dry');
});

test('a hole is left out, parts that lie one over the other count once, and the outline goes before the point', () => {
  const [ring, hole] = [box(0, 0, 40, 20), box(0, 0, 20, 20)] as readonly Extract<Geometry, { type: 'Polygon' }>[];
  assert.ok(ring && hole);
  assert.equal(look([{ type: 'Polygon', coordinates: [...ring.coordinates, ...hole.coordinates] }]).is, 'dry');
  assert.equal(look([box(0, 0, 20, 10), box(0, 0, 20, 10)]).share, 1);
  assert.equal(look([{ type: 'Point', coordinates: at(5, 5) }, box(20, 0, 40, 20)]).is, 'dry');
});

test('what lies beside the ground is not known, never dry; a wet part of it is told with how much is known', () => {
  for (const shape of [box(100, 0, 200, 20), { type: 'Point', coordinates: at(38, 28) } as const, box(30, 0, 60, 20)])
    assert.deepEqual([look([shape]).is, look([shape]).share], ['beside', null]);
  const half = look([box(-40, 0, 40, 10)]);
  assert.deepEqual([half.is, half.share, half.known], ['wet', 0.25, 0.5]);
});

test('maps that do not fill the grid are refused with what was expected', () => {
  assert.throws(() => exposures({ ...MAPS, speed: new Float32Array(3) }), /speed.*expected 12 cells, found 3/);
});
