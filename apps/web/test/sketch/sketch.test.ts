import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LngLat } from '@westgate/base';
import {
  begun,
  blank,
  finished,
  geometryOf,
  reshaped,
  type Sketch,
  sketchFault,
  sketchOf,
  stepped,
  turned,
  withCorner,
  withoutLast,
} from '../../src/sketch/sketch.ts';
import { nearestCorner, snapped } from '../../src/sketch/snap.ts';
import { metresBetween, movedBy, readCorners, writeCorners } from '../../src/sketch/typed-corners.ts';

const FRAME = [9.9, 53.5, 10.02, 53.57] as const;
const area = (...corners: readonly LngLat[]): Sketch => ({ shape: 'area', corners, isOpen: false });

test('an area that crosses itself, encloses nothing, lacks corners or leaves the district is refused, with the place', () => {
  const [a, b, c, d]: readonly LngLat[] = [
    [9.95, 53.53],
    [9.97, 53.53],
    [9.97, 53.55],
    [9.95, 53.55],
  ];
  assert.ok(a && b && c && d);
  assert.equal(sketchFault(area(a, b, c, d), FRAME), null);
  const crossing = sketchFault(area(a, c, b, d), FRAME);
  assert.equal(crossing?.kind, 'crossing');
  const [lng = 0, lat = 0] = crossing?.at ?? [];
  assert.ok(Math.abs(lng - 9.96) < 1e-9 && Math.abs(lat - 53.54) < 1e-9, `${lng}, ${lat}`);
  assert.equal(sketchFault(area(a, b), FRAME)?.kind, 'too-few');
  assert.equal(sketchFault(area(a, b, [9.99, 53.53]), FRAME)?.kind, 'flat');
  assert.equal(sketchFault(area(a, b, [12, 53.53]), FRAME)?.kind, 'outside');
  assert.equal(sketchFault({ shape: 'point', corners: [[53.53, 9.95]], isOpen: false }, FRAME)?.kind, 'swapped');
});

test('a sketch becomes a geometry and back; one of several parts or with holes is not edited', () => {
  const drawn = area([9.95, 53.53], [9.97, 53.53], [9.97, 53.55]);
  const geometry = geometryOf(drawn);
  assert.deepEqual(geometry?.coordinates, [[...drawn.corners, drawn.corners[0]]]);
  assert.deepEqual(geometry && sketchOf(geometry), drawn);
  assert.equal(sketchOf({ type: 'MultiPoint', coordinates: [[9.95, 53.53]] }), null);
  assert.equal(geometryOf(blank('area')), null);
});

test('corners are added, taken out and ended step by step, and every step goes back and on again', () => {
  let steps = begun(blank('line'));
  for (const corner of [
    [9.95, 53.53],
    [9.96, 53.53],
    [9.97, 53.54],
  ] as const)
    steps = stepped(steps, withCorner(steps.now, corner));
  steps = stepped(steps, withoutLast(steps.now));
  steps = stepped(steps, finished(steps.now));
  assert.deepEqual([steps.now.corners.length, steps.now.isOpen], [2, false]);
  assert.equal(stepped(steps, steps.now), steps, 'the same again is no step');
  const back = turned(turned(steps, false), false);
  assert.equal(back.now.corners.length, 3);
  assert.deepEqual(turned(turned(back, true), true), steps);
  assert.equal(turned(begun(blank('point')), false).now.corners.length, 0);
  assert.equal(stepped(back, blank('line')).after.length, 0, 'after another step there is nothing to go on to');
});

test('a point moves where it is set anew; another shape keeps the corners it can', () => {
  const point = withCorner(withCorner(blank('point'), [9.95, 53.53]), [9.96, 53.5412345678]);
  assert.deepEqual(point, { shape: 'point', corners: [[9.96, 53.541235]], isOpen: false });
  assert.deepEqual(reshaped(point, 'area'), { shape: 'area', corners: point.corners, isOpen: true });
  assert.equal(finished(reshaped(point, 'area')).isOpen, true, 'an area of one corner is not ended');
});

test('typed positions are read one a line; a line that is none is named; GCJ-02 moves by some 500 metres west', () => {
  assert.deepEqual(readCorners('9.95, 53.53\n\n 9.96；53.54', 'wgs84'), { line: 3, found: '9.96；53.54' });
  assert.deepEqual(readCorners('9.95，53.53\n9.96 53.54', 'wgs84'), {
    corners: [
      [9.95, 53.53],
      [9.96, 53.54],
    ],
    shiftM: null,
  });
  assert.deepEqual(readCorners('', 'wgs84'), { corners: [], shiftM: null });
  const moved = readCorners('116.2, 39.9', 'gcj02');
  assert.ok('corners' in moved && moved.shiftM !== null && moved.shiftM > 500 && moved.shiftM < 600, JSON.stringify(moved));
  const [[lng] = [0]] = moved.corners;
  assert.ok(lng !== undefined && lng < 116.2);
  assert.equal(writeCorners([[9.95, 53.53]]), '9.95, 53.53');
});

test('a step of 100 metres is 100 metres, whatever the direction', () => {
  const from: LngLat = [116.2, 39.9];
  for (const [east, north] of [
    [100, 0],
    [0, -100],
    [60, 80],
  ] as const)
    assert.ok(Math.abs(metresBetween(from, movedBy(from, east, north)) - 100) < 0.01);
});

test('a corner of a neighbour comes before its side; farther off there is nothing to snap to', () => {
  const project = ([x, y]: LngLat) => ({ x: x * 100, y: y * 100 });
  const lines = [
    [
      [0, 0],
      [1, 0],
    ],
  ] as const;
  assert.deepEqual(snapped({ x: 8, y: 4 }, lines, project), [0, 0]);
  assert.deepEqual(snapped({ x: 50, y: 6 }, lines, project), [0.5, 0]);
  assert.equal(snapped({ x: 50, y: 20 }, lines, project), null);
  assert.deepEqual(nearestCorner([0.9, 3], lines), [1, 0]);
  assert.equal(nearestCorner([0, 0], []), null);
});
