import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LngLat } from '@westgate/base';
import { findOutside, findRingFault } from '@westgate/domain';

const ring = (...corners: readonly LngLat[]): readonly LngLat[] => [...corners, ...corners.slice(0, 1)];
const near = (a: readonly number[] | undefined, b: readonly number[]): boolean =>
  a !== undefined && b.every((value, index) => Math.abs(value - (a[index] ?? Number.NaN)) < 1e-9);

test('the place where a ring crosses itself is where its lines meet, also where its halves are of one size', () => {
  const bowTie = findRingFault([[ring([0, 0], [2, 2], [2, 0], [0, 2])]]);
  assert.equal(bowTie?.kind, 'crossing');
  assert.ok(near(bowTie?.at, [1, 1]), String(bowTie?.at));
  const spike = findRingFault([[ring([0, 0], [1, 0], [2, 0], [1, 0], [1, 1])]]);
  assert.equal(spike?.kind, 'crossing');
});

test('a ring on one line is flat; a sound area with a hole has no fault, a hole outside has', () => {
  const shell = ring([0, 0], [4, 0], [4, 4], [0, 4]);
  assert.equal(findRingFault([[ring([0, 0], [1, 0], [2, 0])]])?.kind, 'flat');
  assert.equal(findRingFault([[shell, ring([1, 1], [2, 1], [2, 2])]]), null);
  assert.deepEqual(findRingFault([[shell, ring([5, 5], [6, 5], [6, 6])]]), { kind: 'hole-outside', at: [5, 5] });
});

test('a position beyond the frame and its margin is found, one within is not', () => {
  const frame = [9.9, 53.5, 10.02, 53.57] as const;
  assert.equal(findOutside({ type: 'Point', coordinates: [10.5, 53.5] }, frame), null);
  assert.deepEqual(
    findOutside(
      {
        type: 'LineString',
        coordinates: [
          [9.95, 53.5],
          [12, 53.5],
        ],
      },
      frame,
    ),
    [12, 53.5],
  );
});
