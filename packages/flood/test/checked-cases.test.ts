import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cell, type Edge, type FloodCase, type FloodInput, runCase, type Structure } from '@westgate/flood';
import { drawn } from './drawn.ts';

/** Seeded: a small ground with holes, free edges and others on all sides, an inflow, weirs and gates, rain now and then. */
function harbour(seed: number): FloodCase {
  const random = drawn(seed * 131);
  const draw = (least: number, most: number) => least + random() * (most - least);
  const [columns, rows] = [Math.floor(draw(4, 20)), Math.floor(draw(4, 20))];
  const bed = Float64Array.from({ length: columns * rows }, () => (random() < 0.04 ? Number.NaN : draw(0, seed % 3 === 0 ? 8 : 1.5)));
  const depth = bed.map((height) => (Number.isNaN(height) || random() < 0.5 ? 0 : draw(0, 3)));
  const isGround = ([column, row]: Cell) => !Number.isNaN(bed[row * columns + column]);
  const cells = Array.from(bed, (_, index): Cell => [index % columns, Math.floor(index / columns)]).filter(isGround);
  const some = (): Cell => cells[Math.floor(random() * cells.length)] ?? [0, 0];
  const rims = {
    west: cells.filter(([column]) => column === 0),
    east: cells.filter(([column]) => column === columns - 1),
    south: cells.filter(([, row]) => row === 0),
    north: cells.filter(([, row]) => row === rows - 1),
  };
  const edges = (['west', 'east', 'south', 'north'] as const).flatMap((side): Edge[] => {
    const along = rims[side].filter(() => random() < 0.7);
    if (along.length === 0 || random() < 0.3) return [];
    const place = { id: side, side, cells: along };
    const kind = random();
    if (kind < 0.6) return [{ ...place, kind: 'free' }];
    return [kind < 0.8 ? { ...place, kind: 'normal-depth', slope: 0.002 } : { ...place, kind: 'level', level: [[0, draw(0, 3)]] }];
  });
  const structures = Array.from({ length: Math.floor(draw(0, 4)) }, (_, index): Structure => {
    const link = { id: `s${index}`, from: [some()], to: [some()], crest: draw(0, 2), width: draw(1, 10) };
    return random() < 0.5 ? { ...link, kind: 'weir' } : { ...link, kind: 'gate', full: 2, rate: 0.1, opening: draw(0, 2) };
  });
  const input: FloodInput = {
    scheme: seed % 4 === 0 ? 'local-inertia' : 'sd03',
    ground: { columns, rows, cell: draw(2, 30), bed, depth, manning: draw(0.01, 0.1) },
    inflows: [{ id: 'in', cells: [some()], discharge: [[0, draw(0, 5)]] }],
    edges,
    structures,
    ...(random() < 0.3 ? { rain: [[0, draw(0, 100)]] as const } : {}),
  };
  return {
    said: { id: `seed-${seed}`, time: { start_s: 0, end_s: 80 }, output: { gauges_every_s: 7 } } as FloodCase['said'],
    grid: { columns, rows, cell: input.ground.cell, west: 0, south: 0, values: bed },
    ...{ input, gauges: [], sections: [], conditioning: [] },
  };
}

test('the checker finds nothing in 200 small cases with open edges, weirs and gates, and their account is exact', () => {
  let left = 0n;
  for (let seed = 1; seed <= 200; seed++) {
    const { summary } = runCase(harbour(seed));
    assert.deepEqual(summary.faults, [], `seed ${seed}`);
    assert.equal(summary.ledger.difference, '0', `seed ${seed}`);
    for (const out of Object.values(summary.ledger.out)) left += BigInt(out);
  }
  assert.ok(left > 0n, 'water left over the edges');
});
