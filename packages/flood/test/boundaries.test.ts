import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Edge, type FloodInput, Simulation } from '@westgate/flood';

const UNIT = 2 ** 20;

function flat(columns: number, rows: number, more: Partial<FloodInput['ground']> = {}): FloodInput['ground'] {
  return { columns, rows, cell: 10, bed: new Float64Array(columns * rows), manning: 0.03, ...more };
}

test('rates of rain and loss that differ from cell to cell are kept to the unit', () => {
  const rates = Float64Array.from({ length: 12 }, (_, index) => index * 7);
  const bed = Float64Array.from({ length: 12 }, (_, index) => (index === 5 ? Number.NaN : index % 2 === 0 ? 0 : Number.NaN));
  const rained = new Simulation({ ground: flat(12, 1, { bed }), rain: rates });
  rained.runTo(3_600);
  const depths = rained.domain.depths();
  // Every other cell is alone: what stands in it fell in it.
  for (let index = 0; index < 12; index += 2)
    assert.ok(Math.abs((depths[index] ?? 0) - (rates[index] ?? 0) / 1_000) <= 1 / UNIT, `${index}`);
  const lost = new Simulation({ ground: flat(12, 1, { bed, level: 0.02 }), infiltration: rates });
  lost.runTo(3_600);
  for (let index = 0; index < 12; index += 2)
    assert.ok(Math.abs((lost.domain.depths()[index] ?? 0) - Math.max(0, 0.02 - (rates[index] ?? 0) / 1_000)) <= 1 / UNIT, `${index}`);
  assert.equal(lost.ledger().difference, 0n);
  assert.throws(
    () => new Simulation({ ground: flat(2, 1), rain: Float64Array.of(1, -1) }),
    /rain, cell 1: expected a rate from 0 to 2000 mm\/h, found -1/,
  );
});

test('an inflow that brings its velocity pushes the water before it on; one at rest piles up', () => {
  const level = (through?: 'west') => {
    const input: FloodInput = {
      ground: flat(60, 1, { depth: new Float64Array(60).fill(1), manning: 0.01 }),
      inflows: [{ id: 'in', cells: [[0, 0]], discharge: [[0, 20]], through }],
      edges: [{ id: 'out', kind: 'level', side: 'east', cells: [[59, 0]], level: [[0, 1]] }],
    };
    const simulation = new Simulation(input);
    simulation.runTo(3_000);
    return simulation.domain.depths()[0] ?? 0;
  };
  const [resting, driven] = [level(), level('west')];
  // What a velocity of 2 m/s is worth is some decimetres.
  assert.ok(resting > driven + 0.1 && driven > 0.8, `${resting} and ${driven} m`);
  assert.throws(
    () =>
      new Simulation({
        ground: flat(2, 1),
        inflows: [{ id: 'in', cells: [[0, 0]], discharge: [[0, 1]], through: 'west' }],
        scheme: 'local-inertia',
      }),
    /Inflow in: expected the scheme sd03 where it brings its velocity/,
  );
});

test('a rating curve lets out what it says at the mean level of its cells, by both schemes', () => {
  for (const scheme of ['sd03', 'local-inertia'] as const) {
    const edges: readonly Edge[] = [
      {
        id: 'out',
        kind: 'rating',
        side: 'east',
        cells: [
          [19, 0],
          [19, 1],
        ],
        table: [
          [0, 0],
          [2, 8],
        ],
      },
    ];
    const simulation = new Simulation({
      ...{ scheme, edges, ground: flat(20, 2) },
      inflows: [
        {
          id: 'in',
          cells: [
            [0, 0],
            [0, 1],
          ],
          discharge: [[0, 4]],
        },
      ],
    });
    simulation.runTo(20_000);
    const before = simulation.ledger().out.out ?? 0n;
    simulation.runTo(20_600);
    const flow = ((Number((simulation.ledger().out.out ?? 0n) - before) / UNIT) * 100) / 600;
    assert.ok(Math.abs(flow - 4) < 0.01, `${flow} m³/s leave`);
    assert.ok(Math.abs((simulation.domain.depths()[19] ?? 0) - 1) < 0.01, 'at the level of the curve');
  }
});

test('edges that cannot be are refused with what was expected', () => {
  const free = (id: string, side: Edge['side'], cells: Edge['cells']): Edge => ({ id, kind: 'free', side, cells });
  const bed = Float64Array.of(0, Number.NaN, 0, 0, 0, 0);
  const ground = flat(3, 2, { bed });
  const wrong: readonly [readonly Edge[], RegExp][] = [
    [
      [free('a', 'east', [[0, 0]]), free('b', 'west', [[2, 0]])],
      /Edge b: expected a place of its own beyond each cell, found one that another edge has/,
    ],
    [[free('a', 'north', [[0, 0]])], /Edge a: expected no ground north of its cells, found ground beyond column 0, row 0/],
    [[free('a', 'south', [[1, 0]])], /Edge a: expected cells of the ground, found none at column 1, row 0/],
    [
      [
        {
          ...free('a', 'west', [[0, 0]]),
          kind: 'rating',
          table: [
            [0, 1],
            [1, 0.5],
          ],
        } as Edge,
      ],
      /a, row 2: expected a discharge of at least 1, found 0.5/,
    ],
  ];
  for (const [edges, message] of wrong) assert.throws(() => new Simulation({ ground, edges }), message);
  assert.throws(
    () =>
      new Simulation({
        ground: flat(2, 1, { manning: 0 }),
        edges: [{ ...free('a', 'west', [[0, 0]]), kind: 'normal-depth', slope: 0.01 } as Edge],
      }),
    /Edge a: expected a Manning's n over 0/,
  );
});
