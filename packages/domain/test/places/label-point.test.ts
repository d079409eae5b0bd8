import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ring } from '@westgate/base';
import { boundsOf, labelPoint } from '@westgate/domain';

const square: Ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];

test('a point stands for itself, a line by its middle along the way', () => {
  assert.deepEqual(labelPoint({ type: 'Point', coordinates: [1, 2] }), [1, 2]);
  const corner = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [0, 3],
      [1, 3],
    ],
  } as const;
  assert.deepEqual(labelPoint(corner), [0, 2]);
  const short = [
    [9, 9],
    [9, 9.5],
  ] as const;
  assert.deepEqual(labelPoint({ type: 'MultiLineString', coordinates: [short, corner.coordinates] }), [0, 2]);
});

test('the point of a polygon lies inside it, clear of its holes', () => {
  assert.deepEqual(labelPoint({ type: 'Polygon', coordinates: [square] })?.[0], 2);
  const hole: Ring = [
    [0.5, 0.5],
    [3, 0.5],
    [3, 3.9],
    [0.5, 3.9],
    [0.5, 0.5],
  ];
  const [lng = 0, lat = 0] = labelPoint({ type: 'Polygon', coordinates: [square, hole] }) ?? [];
  assert.ok(lng > 0 && lng < 4 && lat > 0 && lat < 4);
  assert.ok(!(lng > 0.5 && lng < 3 && lat > 0.5 && lat < 3.9));
  const horseshoe: Ring = [
    [0, 0],
    [6, 0],
    [6, 6],
    [5, 6],
    [5, 1],
    [1, 1],
    [1, 6],
    [0, 6],
    [0, 0],
  ];
  const point = labelPoint({ type: 'Polygon', coordinates: [horseshoe] });
  assert.ok(point && (point[1] < 1 || point[0] < 1 || point[0] > 5));
});

test('of several polygons the largest is named', () => {
  const small: Ring = [
    [10, 10],
    [11, 10],
    [11, 11],
    [10, 11],
    [10, 10],
  ];
  assert.equal(labelPoint({ type: 'MultiPolygon', coordinates: [[small], [square]] })?.[0], 2);
});

test('the bounds reach around every position, and there are none around nothing', () => {
  const bounds = boundsOf([
    { type: 'Polygon', coordinates: [square] },
    { type: 'Point', coordinates: [-1, 7] },
    { type: 'MultiPoint', coordinates: [[5, 5]] },
  ]);
  assert.deepEqual(bounds, [-1, 0, 4 + 1, 7]);
  assert.equal(boundsOf([]), null);
});
