import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCrests, burnRiver, cutGrid, fillPits, type Grid, pointsAlong, resampleGrid, Simulation, smoothSteps } from '@westgate/flood';

function gridOf(rows: readonly (readonly number[])[], cell = 10): Grid {
  return { columns: rows[0]?.length ?? 0, rows: rows.length, cell, west: 0, south: 0, values: Float64Array.from(rows.toReversed().flat()) };
}

test('a river that is burnt in falls all along its line, whichever way it was drawn', () => {
  const grid = gridOf([
    [9, 9, 9, 9, 9, 9],
    [5, 4, 8, 3, 6, 2],
    [9, 9, 9, 9, 9, 9],
  ]);
  const line = [
    [5, 15],
    [55, 15],
  ] as const;
  for (const drawn of [line, line.toReversed()]) {
    const { grid: burnt, change } = burnRiver(grid, [drawn]);
    assert.deepEqual([...burnt.values.slice(6, 12)], [5, 4, 4, 3, 3, 2]);
    assert.deepEqual(change, { cells: 2, lowered: 4, raised: 0 });
  }
  assert.deepEqual([...grid.values.slice(6, 12)], [5, 4, 8, 3, 6, 2], 'the heights as they were are kept');
});

test('hollows are filled to where they spill, deep ones are left, and water agrees', () => {
  let state = 3;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const [columns, rows] = [30, 20];
  const values = Float64Array.from({ length: columns * rows }, () => random() * 3);
  const grid: Grid = { columns, rows, cell: 10, west: 0, south: 0, values };
  const { grid: filled, change } = fillPits(grid, 10);
  assert.ok(change.raised > 0.5 && change.lowered === 0);
  assert.equal(fillPits(filled, 10).change.cells, 0, 'nothing is left to fill');
  // Rain and open edges find the same heights: no water stays on what was filled.
  const sides = { west: 0, east: columns - 1, south: 0, north: rows - 1 } as const;
  const edges = Object.entries(sides).map(([side, at]) => ({
    id: side,
    kind: 'normal-depth' as const,
    slope: 0.02,
    side: side as keyof typeof sides,
    cells:
      side === 'west' || side === 'east'
        ? Array.from({ length: rows }, (_, row) => [at, row] as const)
        : Array.from({ length: columns }, (_, column) => [column, at] as const),
  }));
  const deepest = (bed: Float64Array) => {
    const simulation = new Simulation({
      ground: { columns, rows, cell: 10, bed, manning: 0.03 },
      edges,
      rain: [
        [0, 2_000],
        [7_200, 2_000],
        [7_300, 0],
      ],
    });
    simulation.runTo(27_000);
    return simulation.domain.depths();
  };
  const [rough, smooth] = [deepest(grid.values), deepest(filled.values)];
  assert.ok(Math.max(...smooth) < 0.05, `${Math.max(...smooth)} m stay on filled ground`);
  const off = rough.map((depth, cell) =>
    Math.abs(depth + (grid.values[cell] ?? 0) - Math.max(filled.values[cell] ?? 0, grid.values[cell] ?? 0)),
  );
  assert.ok(Math.max(...off) < 0.1, `water stands ${Math.max(...off)} m off the height at which a hollow spills`);
  const shallow = fillPits(grid, 0.2);
  assert.ok(shallow.change.raised <= 0.2 && shallow.change.cells < change.cells);
});

test('whole metres become a slope, and no height moves further than it may', () => {
  const grid = gridOf(Array.from({ length: 5 }, () => Array.from({ length: 12 }, (_, column) => Math.floor(column / 4))));
  const { grid: smooth, change } = smoothSteps(grid, 0.5);
  assert.ok(change.lowered <= 0.5 && change.raised <= 0.5 && change.cells > 0);
  const row = smooth.values.slice(24, 36);
  assert.ok(row.every((height, index) => index === 0 || height >= (row[index - 1] ?? 0)));
  assert.ok(new Set(row).size > 3);
});

test('a crest holds the water on one side until it stands over it', () => {
  const ground = { columns: 20, rows: 10, cell: 10, bed: new Float64Array(200), manning: 0.03 };
  const grid: Grid = { columns: 20, rows: 10, cell: 10, west: 0, south: 0, values: ground.bed };
  const slanted = [
    {
      line: [
        [100, -5],
        [130, 105],
      ] as const,
      height: 1,
    },
  ];
  const { east, north, faces } = addCrests(grid, slanted);
  assert.ok(faces >= 10);
  const poured = (discharge: number) => {
    const simulation = new Simulation({
      ground: { ...ground, crestEast: east, crestNorth: north },
      inflows: [{ id: 'in', cells: [[2, 5]], discharge: [[0, discharge]] }],
    });
    simulation.runTo(3_600);
    return simulation.domain.depths()[5 * 20 + 18] ?? 0;
  };
  assert.equal(poured(1), 0);
  assert.ok(poured(6) > 0.1);
});

test('a grid is cut to a box, and resampled between its middles', () => {
  const grid = gridOf([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, Number.NaN],
  ]);
  const cut = cutGrid(grid, [10, 10, 30, 30]);
  assert.deepEqual([cut.columns, cut.rows, cut.west, cut.south, [...cut.values]], [2, 2, 10, 10, [5, 6, 2, 3]]);
  const plane: Grid = {
    columns: 8,
    rows: 6,
    cell: 30,
    west: 0,
    south: 0,
    values: Float64Array.from({ length: 48 }, (_, cell) => (cell % 8) * 3 + Math.floor(cell / 8) * 2),
  };
  const fine = resampleGrid(plane, 10);
  assert.deepEqual([fine.columns, fine.rows], [24, 18]);
  for (const [cell, height] of fine.values.entries()) {
    const [column, row] = [cell % 24, Math.floor(cell / 24)];
    if (column < 2 || column > 21 || row < 2 || row > 15) continue;
    const exact = ((column + 0.5) / 3 - 0.5) * 3 + ((row + 0.5) / 3 - 0.5) * 2;
    assert.ok(Math.abs(height - exact) < 1e-9);
  }
  const coarse = resampleGrid(grid, 15);
  assert.ok([...coarse.values].some((height) => !Number.isNaN(height)));
});

test('pieces of a river that meet are burnt in as one: the bed does not rise over the joint, whichever way a piece was drawn', () => {
  // A step of whole metres stands where the first piece ends; each piece alone falls.
  const grid = { columns: 6, rows: 1, cell: 10, west: 0, south: 0, values: Float64Array.of(9, 8, 4, 7, 6, 5) };
  const at = (column: number) => [10 * column + 5, 5] as const;
  const [upper, lower] = [
    [at(0), at(1), at(2)],
    [at(2), at(3), at(4), at(5)],
  ];
  for (const lines of [
    [upper, lower],
    [lower, upper],
    [upper, lower.toReversed()],
    [lower.toReversed(), upper.toReversed()],
  ])
    assert.deepEqual([...burnRiver(grid, lines).grid.values], [9, 8, 4, 4, 4, 4]);
});

test('a line is followed over the ground alone, and is there what it would be if it were followed whole', () => {
  let state = 11;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const grid = gridOf(Array.from({ length: 12 }, () => Array.from({ length: 17 }, () => 1)));
  const isOver = ([x, y]: readonly [number, number]) => x >= 0 && y >= 0 && x < 170 && y < 120;
  for (let lines = 0; lines < 200; lines++) {
    const far = random() < 0.5 ? 200 : 5_000;
    const line = Array.from({ length: 2 + Math.floor(random() * 4) }, () => [(random() - 0.4) * far, (random() - 0.4) * far] as const);
    const whole = line.flatMap((to, index) => {
      const from = line[index - 1] ?? to;
      const parts = Math.max(1, Math.ceil((4 * Math.hypot(to[0] - from[0], to[1] - from[1])) / 10));
      return Array.from({ length: parts + 1 }, (_, part) => {
        const along = (axis: 0 | 1) => from[axis] + ((to[axis] - from[axis]) * part) / parts;
        return [along(0), along(1)] as const;
      });
    });
    const followed = [...pointsAlong(grid, line, 4)];
    assert.deepEqual(
      followed.filter((point) => point !== null && isOver(point)),
      whole.filter(isOver),
    );
    // Between what was left out the points go on as in the whole line.
    for (const [index, point] of followed.entries()) {
      const next = followed[index + 1];
      if (point && next) assert.ok(Math.hypot(next[0] - point[0], next[1] - point[1]) <= 2.5 + 1e-9);
    }
  }
  const began = performance.now();
  const long = Array.from({ length: 2_000 }, (_, index) => [index % 2 ? 2e7 : -2e7, index] as const);
  let points = 0;
  for (const _ of pointsAlong(grid, long, 4)) points += 1;
  assert.ok(points < 400_000 && performance.now() - began < 2_000);
});
