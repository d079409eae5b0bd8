import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dischargeThrough, Simulation, sectionOf } from '@westgate/flood';

/** A channel to the north-east over a plain that falls that way, in steady flow. */
function steady(): Simulation {
  const [columns, rows] = [40, 40];
  const bed = Float64Array.from({ length: columns * rows }, (_, index) => 20 - ((index % columns) + Math.floor(index / columns)) * 0.02);
  const edge = Array.from({ length: 40 }, (_, at) => at);
  const simulation = new Simulation({
    ground: { columns, rows, cell: 10, bed, manning: 0.03 },
    inflows: [{ id: 'river', cells: [[0, 0]], discharge: [[0, 8]] }],
    edges: [
      { id: 'east', side: 'east', kind: 'normal-depth', slope: 0.002, cells: edge.map((row) => [columns - 1, row] as const) },
      { id: 'north', side: 'north', kind: 'normal-depth', slope: 0.002, cells: edge.map((column) => [column, rows - 1] as const) },
    ],
  });
  simulation.runTo(7_200);
  return simulation;
}

test('in steady flow the same discharge goes through every section that cuts the ground in two, however it lies', () => {
  const { domain } = steady();
  for (const line of [
    [
      [0, 25],
      [25, 0],
    ],
    [
      [0, 12.3],
      [12.3, 0],
    ],
    [
      [0, 30],
      [18, 0],
    ],
  ] as const) {
    const through = dischargeThrough(sectionOf(line, domain), domain);
    assert.ok(Math.abs(through + 8) < 0.08, `${JSON.stringify(line)}: ${through}`);
  }
  const back = dischargeThrough(
    sectionOf(
      [
        [25, 0],
        [0, 25],
      ],
      domain,
    ),
    domain,
  );
  assert.ok(Math.abs(back - 8) < 0.08, String(back));
});

test('a section beside the ground, or of no length in a cell, measures nothing', () => {
  const { domain } = steady();
  assert.equal(
    dischargeThrough(
      sectionOf(
        [
          [-9, -9],
          [-4, -9],
        ],
        domain,
      ),
      domain,
    ),
    0,
  );
});
