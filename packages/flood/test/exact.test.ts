import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FloodInput, type Scheme, Simulation } from '@westgate/flood';
import { drawn } from './drawn.ts';

/** A rough bed with a heap of water in a corner and puddles. */
function rough(columns: number, rows: number, seed: number): FloodInput['ground'] {
  const random = drawn(seed);
  const cells = columns * rows;
  const bed = Float64Array.from({ length: cells }, random);
  const depth = Float64Array.from({ length: cells }, (_, index) => {
    const puddle = random() < 0.1 ? 0.5 : 0;
    return index % columns < columns / 3 && index < cells / 2 ? 4 : puddle;
  });
  return { columns, rows, cell: 5, bed, depth, manning: 0.03 };
}

function run(input: FloodInput, time: number): Simulation {
  const simulation = new Simulation(input);
  simulation.runTo(time);
  return simulation;
}

/** Seeded: the long form of `npm run trial:flood` has more. */
const SEEDS = process.env.WESTGATE_TRIAL === 'all' ? 1_000 : 30;
const SCHEMES: readonly Scheme[] = ['sd03', 'local-inertia'];

for (const scheme of SCHEMES)
  test(`${scheme}: a lake at rest stays as it is to the last bit, islands, walls and crests in it`, () => {
    const random = drawn(1);
    const cells = 60 * 60;
    const bed = Float64Array.from({ length: cells }, () => (random() < 0.02 ? Number.NaN : random() * 2));
    const crestEast = Float64Array.from({ length: cells }, () => (random() < 0.05 ? 1.5 : Number.NaN));
    const simulation = new Simulation({ ground: { columns: 60, rows: 60, cell: 10, bed, level: 1, crestEast, manning: 0.03 }, scheme });
    const before = simulation.domain.checksum();
    simulation.runTo(600);
    assert.equal(simulation.domain.checksum(), before);
    const [u, v] = simulation.velocities();
    assert.ok(u.every((value) => value === 0) && v.every((value) => value === 0), 'nothing moves');
  });

for (const scheme of SCHEMES)
  test(`${scheme}: a mirrored and a transposed domain give the same bits`, () => {
    const [columns, rows] = [83, 59];
    const ground = rough(columns, rows, 7);
    const depths = run({ ground, scheme }, 60).domain.depths();
    const ways: Readonly<
      Record<string, (column: number, row: number) => readonly [column: number, row: number, columns: number, rows: number]>
    > = {
      'west to east': (column, row) => [columns - 1 - column, row, columns, rows],
      'south to north': (column, row) => [column, rows - 1 - row, columns, rows],
      transposed: (column, row) => [row, column, rows, columns],
    };
    for (const [name, way] of Object.entries(ways)) {
      const turned = (field: Float64Array) => {
        const values = new Float64Array(field.length);
        for (const [index, value] of field.entries()) {
          const [column, row, across] = way(index % columns, Math.floor(index / columns));
          values[row * across + column] = value;
        }
        return values;
      };
      const [, , across, up] = way(0, 0);
      const bed = turned(ground.bed);
      const other = run(
        { ground: { ...ground, columns: across, rows: up, bed, depth: turned(ground.depth ?? new Float64Array()) }, scheme },
        60,
      );
      assert.deepEqual(other.domain.depths(), turned(depths), name);
    }
  });

for (const scheme of SCHEMES)
  test(`${scheme}: only cells that can change are worked on, and the result is that of all cells`, () => {
    const ground = rough(90, 70, 3);
    const dry = {
      ...ground,
      depth: ground.depth?.map((depth, index) => (index % 90 < 12 && index < 900 ? depth : 0)),
      bed: ground.bed.map((height, index) => height + (index % 90) / 30),
    };
    const [few, all] = [run({ ground: dry, scheme }, 120), run({ ground: dry, scheme, isSweep: true }, 120)];
    assert.equal(few.domain.checksum(), all.domain.checksum());
    assert.equal(few.steps, all.steps);
    assert.ok(few.active < all.active / 2, `${few.active} of ${all.active} cells are worked on`);
  });

for (const scheme of SCHEMES)
  test(`${scheme}: a run that goes on from a checkpoint has the same bits as one that never stopped, over all cells too`, () => {
    const input: FloodInput = {
      scheme,
      ground: rough(50, 40, 5),
      inflows: [
        {
          id: 'in',
          cells: [
            [1, 1],
            [2, 1],
          ],
          discharge: [
            [0, 3],
            [30, 12],
            [90, 0],
          ],
        },
      ],
      edges: [{ id: 'out', kind: 'free', side: 'east', cells: Array.from({ length: 40 }, (_, row) => [49, row] as const) }],
    };
    const whole = new Simulation(input);
    whole.runTo(40);
    const kept = whole.checkpoint();
    whole.runTo(100);
    const swept = new Simulation({ ...input, isSweep: true });
    swept.restore(kept);
    const back = swept.checkpoint();
    for (const [state, isSweep] of [
      [kept, false],
      [kept, true],
      [back, false],
    ] as const) {
      const second = new Simulation({ ...input, isSweep });
      second.restore(state);
      second.runTo(100);
      assert.deepEqual(second.ledger(), whole.ledger());
      assert.equal(second.domain.checksum(), whole.domain.checksum());
      assert.deepEqual(second.velocities(), whole.velocities());
      assert.deepEqual(second.domain.peaks, whole.domain.peaks);
    }
    const after = whole.domain.checksum();
    whole.restore(kept);
    whole.runTo(100);
    assert.equal(whole.domain.checksum(), after, 'a run that goes back and on again');
  });

for (const scheme of SCHEMES)
  test(`${scheme}: the account of the water is exact, and no depth is negative, however wild the flow`, (t) => {
    let limited = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = drawn(seed * 97);
      const [columns, rows] = [9 + Math.floor(random() * 40), 5 + Math.floor(random() * 40)];
      const cells = columns * rows;
      const bed = Float64Array.from({ length: cells }, () => (random() < 0.05 ? Number.NaN : random() * 20));
      const depth = Float64Array.from({ length: cells }, (_, index) => (Number.isNaN(bed[index]) || random() < 0.6 ? 0 : random() * 6));
      const crestNorth = Float64Array.from({ length: cells }, () => (random() < 0.1 ? random() * 25 : Number.NaN));
      const manning = Float64Array.from({ length: cells }, () => 0.01 + random() * 0.1);
      const ground = { columns, rows, cell: 1 + random() * 20, bed, depth, crestNorth, manning };
      const [column, row] = [Math.floor(random() * columns), Math.floor(random() * rows)];
      const simulation = new Simulation({
        scheme,
        ground: { ...ground, bed: bed.map((height, index) => (index === row * columns + column ? 3 : height)) },
        inflows: [
          {
            id: 'in',
            cells: [[column, row]],
            discharge: [
              [0, 0],
              [20, random() * 40],
            ],
          },
        ],
        edges: [
          { id: 'free', kind: 'free', side: 'west', cells: rowsOf(bed, columns, rows, 0) },
          {
            id: 'sea',
            kind: 'level',
            side: 'east',
            level: [
              [0, 1],
              [30, 9],
            ],
            cells: rowsOf(bed, columns, rows, columns - 1),
          },
        ],
      });
      simulation.runTo(60);
      const { difference, in: into } = simulation.ledger();
      assert.equal(difference, 0n, `seed ${seed}`);
      assert.ok((into.in ?? 0n) > 0n);
      assert.ok(
        simulation.domain.depths().every((each) => each >= 0),
        `seed ${seed}`,
      );
      limited += simulation.limited;
    }
    t.diagnostic(`${limited} cells were limited`);
    assert.ok(limited > 0, 'some cell was to lose more than it held');
  });

function rowsOf(bed: Float64Array, columns: number, rows: number, column: number): readonly (readonly [number, number])[] {
  return Array.from({ length: rows }, (_, row) => [column, row] as const).filter(([, row]) => !Number.isNaN(bed[row * columns + column]));
}

test('no water leaves a closed basin, however narrow it is', () => {
  for (let columns = 1; columns <= 20; columns++) {
    const ground = {
      columns,
      rows: 5,
      cell: 10,
      bed: new Float64Array(columns * 5),
      depth: new Float64Array(columns * 5).fill(1),
      manning: 0.03,
    };
    const { domain } = run({ ground }, 10);
    assert.ok(
      domain.depths().every((depth) => depth === 1),
      `${columns} columns`,
    );
  }
});

test('water that moves at the start keeps to the Courant number from the first step on', () => {
  const cells = 200 * 3;
  const still = new Float64Array(cells);
  const velocity = [still.map((_, index) => (index % 200 > 40 && index % 200 < 160 ? 8 : 0)), still] as const;
  const simulation = new Simulation({
    ground: { columns: 200, rows: 3, cell: 10, bed: still, depth: still.map(() => 0.2), manning: 0.01, velocity },
  });
  const { sample } = simulation.sampleStep();
  assert.ok(sample.dt <= (0.7 * 10) / 8, `${sample.dt} s`);
  simulation.runTo(10);
  assert.equal(simulation.limited, 0);
});

test('what is no ground, no series and no step is refused with what was expected', () => {
  const ground = { columns: 2, rows: 2, cell: 10, bed: new Float64Array(4), manning: 0.03 };
  const wrong: readonly [FloodInput, RegExp][] = [
    [{ ground: { ...ground, columns: 1e4, rows: 1e4 } }, /1 GiB/],
    [{ ground: { ...ground, bed: new Float64Array(3) } }, /4 heights, found 3/],
    [{ ground: { ...ground, bed: Float64Array.of(0, 5_000, 0, 0) } }, /spans at most 1800 m of height, found 0.0 – 5000.0 m/],
    [{ ground: { ...ground, cell: 0 } }, /cell size over 0 m/],
    [{ ground: { ...ground, manning: Number.NaN } }, /Manning's n from 0 to 1, found NaN/],
    [{ ground: { ...ground, depth: Float64Array.of(0, -1, 0, 0) } }, /depths from 0/],
    [
      {
        ground,
        inflows: [
          {
            id: 'river',
            cells: [[0, 0]],
            discharge: [
              [0, 1],
              [60, 2],
              [30, 3],
            ],
          },
        ],
      },
      /river, row 3: expected a time after 60 s, found 30/,
    ],
    [{ ground, courant: 1 }, /Courant number over 0 and at most 0.7, found 1/],
  ];
  for (const [input, message] of wrong) assert.throws(() => new Simulation(input), message);
});
