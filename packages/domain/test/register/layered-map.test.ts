import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growingRows } from '../../src/register/layered-map.ts';
import { randomOf } from '../random.ts';

/** The same as a `Map`: what it holds, in which order, by every way of reading it. */
function assertSame(rows: ReadonlyMap<string, number>, model: ReadonlyMap<string, number>): void {
  assert.equal(rows.size, model.size);
  assert.deepEqual([...rows], [...model]);
  assert.deepEqual([...rows.keys()], [...model.keys()]);
  assert.deepEqual([...rows.values()], [...model.values()]);
  const visited: [string, number][] = [];
  rows.forEach((value, key) => {
    visited.push([key, value]);
  });
  assert.deepEqual(visited, [...model]);
}

test('a table that was changed again and again reads as a Map that was, and no state of it changes later', () => {
  for (const seed of [1, 2, 3]) {
    const drawn = randomOf(seed);
    const random = (below: number) => Math.floor(drawn() * below);
    const model = new Map<string, number>(Array.from({ length: 1_200 }, (_, n) => [`k${n}`, n] as const));
    const states: { readonly rows: ReadonlyMap<string, number>; readonly model: ReadonlyMap<string, number> }[] = [];
    let rows: ReadonlyMap<string, number> = new Map(model);
    for (let step = 0; step < 120; step += 1) {
      const next = growingRows(rows);
      for (let change = 0; change < 1 + random(40); change += 1) {
        // Keys of the base, keys that came later, and keys that were taken out and come again.
        const key = `k${random(1_500)}`;
        if (random(3) === 0) assert.equal(next.delete(key), model.delete(key));
        else {
          next.set(key, step * 100 + change);
          model.set(key, step * 100 + change);
        }
        assert.equal(next.has(key), model.has(key));
        assert.equal(next.get(key), model.get(key));
      }
      rows = next;
      if (step % 10 === 0) states.push({ rows, model: new Map(model) });
    }
    assertSame(rows, model);
    for (const state of states) assertSame(state.rows, state.model);
  }
});

test('of a large table that one row of is set, the rest is shared and not copied', () => {
  const base = new Map<string, number>(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, n] as const));
  let rows: ReadonlyMap<string, number> = base;
  const began = process.memoryUsage().heapUsed;
  const kept: ReadonlyMap<string, number>[] = [];
  for (let step = 0; step < 200; step += 1) {
    const next = growingRows(rows);
    next.set(`k${step}`, -1);
    rows = next;
    kept.push(rows);
  }
  assert.equal(kept.length, 200);
  // Two hundred copies of the whole are more than 200 MB.
  assert.ok(process.memoryUsage().heapUsed - began < 50_000_000);
  assert.equal(rows.get('k7'), -1);
  assert.equal(base.get('k7'), 7);
});
