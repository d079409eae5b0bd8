import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareOf } from '../../src/runs/own-run.ts';

test('how far a run is lies between nothing and all, or is not known, whatever its work says', () => {
  const said = [null, 0, 0.5, 1, 1.5, 40, -0.1, Number.NaN, Number.POSITIVE_INFINITY];
  assert.deepEqual(said.map(shareOf), [null, 0, 0.5, 1, 1, 1, 0, null, 1]);
});
