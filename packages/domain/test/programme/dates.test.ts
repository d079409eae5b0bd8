import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { type Edge, findCycle, largestSlip, slipOf } from '@westgate/domain';

const day = (text: string | null) => (text === null ? null : dayOf(text));
const slip = (baseline: string | null, forecast: string | null, actual: string | null) =>
  slipOf({ baseline: day(baseline), forecast: day(forecast), actual: day(actual) });

test('a slip is counted to the day it was, else to the day expected; without a baseline there is none', () => {
  assert.deepEqual(slip('2025-02-01', '2025-02-20', null), { days: 19, by: 'forecast' });
  assert.deepEqual(slip('2025-02-01', '2025-02-20', '2025-01-30'), { days: -2, by: 'actual' });
  assert.equal(slip(null, '2025-02-20', null), null);
  assert.equal(slip('2025-02-01', null, null), null);
});

test('a project is not said to be in time where a promised day has passed of which nothing was said', () => {
  const asOf = dayOf('2025-04-20');
  const days = (baseline: string | null, forecast: string | null, actual: string | null) => ({
    baseline: day(baseline),
    forecast: day(forecast),
    actual: day(actual),
  });
  const punctual = days('2025-02-01', null, '2025-02-01');
  const silent = days('2024-04-20', null, null);
  assert.equal(largestSlip([punctual], asOf), 0);
  assert.equal(largestSlip([punctual, silent], asOf), null);
  assert.equal(largestSlip([punctual, silent, days('2025-03-01', '2025-03-31', null)], asOf), 30, 'so late at least');
  assert.equal(largestSlip([punctual, days('2025-04-20', null, null)], asOf), 0, 'its day has not passed');
  assert.equal(largestSlip([silent], asOf), null);
});

/** Whether some node reaches itself, by walking from each along every edge. */
function hasCycle(edges: readonly Edge[]): boolean {
  return edges.some(({ from }) => {
    const reached = new Set<string>();
    for (let grew = true; grew; ) {
      const before = reached.size;
      for (const edge of edges) if (edge.from === from || reached.has(edge.from)) reached.add(edge.to);
      grew = reached.size > before;
    }
    return reached.has(from);
  });
}

test('a cycle is found where there is one and only there, and its members follow each other, in 3,000 seeded graphs', () => {
  let state = 7;
  const roll = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const found = { rings: 0, none: 0 };
  for (let round = 0; round < 3_000; round += 1) {
    const nodes = 2 + roll(7);
    const edges = Array.from({ length: 1 + roll(9) }, () => ({ from: `n${roll(nodes)}`, to: `n${roll(nodes)}` }));
    const cycle = findCycle(edges);
    assert.equal(cycle !== null, hasCycle(edges), JSON.stringify(edges));
    found[cycle ? 'rings' : 'none'] += 1;
    if (!cycle) continue;
    assert.equal(cycle[0], cycle.at(-1));
    assert.equal(new Set(cycle).size, cycle.length - 1, 'each member once');
    for (const [index, from] of cycle.slice(0, -1).entries()) {
      assert.ok(edges.some((edge) => edge.from === from && edge.to === cycle[index + 1]));
    }
  }
  assert.ok(found.rings > 500 && found.none > 500, JSON.stringify(found));
});

test('a long chain is no cycle, and is walked without deep calls', () => {
  const edges = Array.from({ length: 50_000 }, (_, index) => ({ from: `n${index}`, to: `n${index + 1}` }));
  assert.equal(findCycle(edges), null);
  assert.equal(findCycle([...edges, { from: 'n50000', to: 'n49999' }])?.length, 3);
});
