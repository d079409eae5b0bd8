import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultAtOnce, sortedSteps } from '@westgate/base';

test('values put in order step by step stand as those that are put in order at once, those alike as they stood', () => {
  let seed = 7;
  const next = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
  for (const size of [0, 1, 2, 511, 512, 513, 1_024, 1_025, 5_000]) {
    const values = Array.from({ length: size }, (_value, index) => ({ key: next() % 97, index }));
    const compare = (a: { readonly key: number }, b: { readonly key: number }): number => a.key - b.key;
    const [before, steps] = [values.slice(), sortedSteps(values, compare)];
    assert.deepEqual(resultAtOnce(steps), values.toSorted(compare), `${size}`);
    assert.deepEqual(values, before, 'what is put in order stays as it is');
  }
});

test('of many values no step compares more than some thousands', () => {
  const values = Array.from({ length: 30_000 }, (_value, index) => ({ key: (index * 7_919) % 30_011 }));
  let [compared, most] = [0, 0];
  const steps = sortedSteps(values, (a, b) => {
    compared += 1;
    return a.key - b.key;
  });
  for (let step = steps.next(); !step.done; step = steps.next()) {
    most = Math.max(most, compared);
    compared = 0;
  }
  assert.ok(most <= 10_000, `${most} at a step`);
});
