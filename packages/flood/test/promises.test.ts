// What people who use other engines complain of, each as a test by its name: water that is lost or made, a restart that goes on with another answer, a change of a gate that is
// ignored without a word.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FloodInput, type Scheme, Simulation } from '@westgate/flood';

const COLUMNS = 40;
const ROWS = 20;

/** A river with everything that brings water, takes it or moves it; a gate and a pump between the river and a park behind a dike, in grounds with holes. */
function everything(scheme: Scheme): FloodInput {
  const bed = Float64Array.from({ length: COLUMNS * ROWS }, (_, index) => {
    const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
    if (column === 39 && row === 2) return Number.NaN;
    return row === 8 && column < 36 ? 8 : row > 8 ? 1 + (row % 3) * 0.1 : 2 - column * 0.02;
  });
  const side = (column: number, rows: readonly number[]) => rows.map((row) => [column, row] as const);
  return {
    scheme,
    ground: {
      ...{ columns: COLUMNS, rows: ROWS, cell: 20, bed, manning: bed.map((_, index) => 0.02 + (index % 7) * 0.005) },
      crestNorth: bed.map((_, index) => (Math.floor(index / COLUMNS) === 5 && index % 3 === 0 ? 2.2 : Number.NaN)),
      velocity: [bed.map(() => 0.5), bed.map(() => -0.1)],
      depth: bed.map((_, index) => (Math.floor(index / COLUMNS) < 6 ? 0.3 : 0)),
    },
    inflows: [
      {
        id: 'river',
        cells: side(0, [3, 4]),
        discharge: [
          [0, 5],
          [1_800, 80],
          [5_400, 5],
        ],
        through: scheme === 'sd03' ? 'west' : undefined,
      },
    ],
    edges: [
      { id: 'falls', kind: 'free', side: 'east', cells: side(39, [0, 1]) },
      {
        id: 'tide',
        kind: 'level',
        side: 'east',
        cells: side(38, [2]),
        level: [
          [0, 1.5],
          [3_000, 2.4],
        ],
      },
      { id: 'reach', kind: 'normal-depth', slope: 0.001, side: 'east', cells: side(39, [3, 4]) },
      {
        id: 'sluice',
        kind: 'rating',
        side: 'east',
        cells: side(39, [5, 6]),
        table: [
          [1.2, 0],
          [2, 8],
          [3, 30],
        ],
      },
    ],
    rain: bed.map((_, index) => 20 + (index % 5) * 10),
    infiltration: [[0, 5]],
    structures: [
      { id: 'inlet', kind: 'gate', from: [[20, 7]], to: [[20, 10]], crest: 1.7, width: 30, full: 2, rate: 0.005 },
      {
        id: 'drain',
        kind: 'pump',
        from: [[30, 10]],
        to: [[30, 7]],
        curve: [
          [-9, 1],
          [9, 1],
        ],
        on: 2,
        off: 1.2,
      },
    ],
    gauges: [{ id: 'stage', at: [20, 4] }],
    operation: {
      rules: [
        {
          id: 'open',
          priority: 1,
          dwell: 600,
          when: { value: { of: 'gauge', id: 'stage', what: 'level' }, is: '>', than: 2.1 },
          acts: [{ gate: 'inlet', target: 2 }],
        },
      ],
    },
  };
}

for (const scheme of ['sd03', 'local-inertia'] as const) {
  test(`mass (${scheme}): with every kind of boundary, rain, loss, a gate and a pump no unit of water is lost or made`, () => {
    const simulation = new Simulation(everything(scheme));
    for (const time of [1_000, 2_345.6, 5_000]) {
      simulation.runTo(time);
      assert.equal(simulation.ledger().difference, 0n);
    }
    const { in: into, out, moved } = simulation.ledger();
    for (const id of ['river', 'rain']) assert.ok((into[id] ?? 0n) > 0n, id);
    for (const id of ['falls', 'tide', 'reach', 'sluice', 'infiltration']) assert.ok((out[id] ?? 0n) !== 0n, id);
    for (const id of ['inlet', 'drain']) assert.ok((moved[id] ?? 0n) > 0n, id);
  });

  test(`restart (${scheme}): a run that goes on from a checkpoint gives the same bits and the same log as one that never stopped`, () => {
    const whole = new Simulation(everything(scheme));
    whole.runTo(2_222);
    whole.operate({ gate: 'inlet', target: 0.7 }, 300);
    const kept = structuredClone(whole.checkpoint());
    whole.runTo(4_000);
    const second = new Simulation(everything(scheme));
    second.restore(kept);
    second.runTo(4_000);
    assert.equal(second.domain.checksum(), whole.domain.checksum());
    assert.deepEqual(second.velocities(), whole.velocities());
    assert.deepEqual(second.domain.peaks, whole.domain.peaks);
    assert.deepEqual(second.ledger(), whole.ledger());
    assert.deepEqual(second.operation(), whole.operation());
  });
}

/** The same, so many metres higher: ground, crests, levels, sills, what pumps and rules look at. */
function lifted(input: FloodInput, by: number): FloodInput {
  const up = (values: Float64Array | undefined) => values?.map((value) => value + by);
  const { ground, edges = [], structures = [] } = input;
  return {
    ...input,
    ground: { ...ground, bed: ground.bed.map((height) => height + by), crestNorth: up(ground.crestNorth as Float64Array) },
    edges: edges.map((edge) => {
      if (edge.kind === 'level') return { ...edge, level: edge.level.map(([time, level]) => [time, level + by] as const) };
      return edge.kind === 'rating' ? { ...edge, table: edge.table.map(([level, flow]) => [level + by, flow] as const) } : edge;
    }),
    structures: structures.map((each) => {
      if (each.kind === 'pump') return { ...each, on: (each.on ?? 0) + by, off: (each.off ?? 0) + by };
      return each.kind === 'gate' ? { ...each, crest: each.crest + by } : each;
    }),
    operation: {
      rules: [
        {
          ...{ id: 'open', priority: 1, dwell: 600, acts: [{ gate: 'inlet', target: 2 }] },
          when: { value: { of: 'gauge', id: 'stage', what: 'level' }, is: '>', than: 2.1 + by },
        },
      ],
    },
  } as FloodInput;
}

for (const scheme of ['sd03', 'local-inertia'] as const)
  test(`height (${scheme}): a valley of 1,900 or 3,650 m floods as one at the sea, and tells its own levels`, () => {
    const low = new Simulation(everything(scheme));
    low.runTo(3_000);
    for (const by of [1_900, 3_650, -450]) {
      const high = new Simulation(lifted(everything(scheme), by));
      high.runTo(3_000);
      assert.equal(high.ledger().difference, 0n);
      const depths = low.domain.depths();
      const off = Math.max(...high.domain.depths().map((depth, index) => Math.abs(depth - (depths[index] ?? 0))));
      assert.ok(off < 1e-3, `${by} m: depths differ by ${off} m`);
      const [[first], [second]] = [low.operation().log, high.operation().log];
      assert.ok(first && second && first.time === second.time, 'the gate opens at the same time');
      assert.ok(Math.abs((second.seen[0]?.was ?? 0) - (first.seen[0]?.was ?? 0) - by) < 1e-3);
    }
  });

test('gate change: a gate that is moved in the middle of a run changes the answer and stands in the log', () => {
  const input = { ...everything('sd03'), operation: undefined };
  const left = new Simulation(input);
  left.runTo(1_800);
  const kept = left.checkpoint();
  left.runTo(3_600);
  const changed = new Simulation(input);
  changed.restore(kept);
  changed.operate({ gate: 'inlet', target: 1.5 });
  changed.runTo(3_600);
  assert.deepEqual(changed.operation().log, [{ time: 1_800, rule: 'by hand', seen: [], act: { gate: 'inlet', target: 1.5 }, before: 0 }]);
  assert.equal(changed.works().inlet?.opening, 1.5);
  assert.ok((changed.ledger().moved.inlet ?? 0n) > 0n && left.ledger().moved.inlet === 0n);
  assert.notEqual(changed.domain.checksum(), left.domain.checksum());
});

test('gate change: one that cannot be made is refused and never left out without a word', () => {
  const simulation = new Simulation(everything('sd03'));
  assert.throws(() => simulation.operate({ gate: 'outlet', target: 1 }), /by hand: expected a gate of the case, found outlet/);
  assert.throws(() => simulation.operate({ gate: 'drain', target: 1 }), /expected a gate of the case, found drain/);
  assert.throws(() => simulation.operate({ gate: 'inlet', target: 3 }), /expected gate inlet to be opened by 0 to 2 m, found 3/);
  assert.throws(() => simulation.operate({ gate: 'inlet', target: Number.NaN }), /found NaN/);
  const rules = [{ id: 'wide', priority: 1, when: { mode: 'normal' }, acts: [{ gate: 'inlet', target: 9 }] }];
  assert.throws(
    () => new Simulation({ ...everything('sd03'), operation: { rules } }),
    /Rule wide: expected gate inlet to be opened by 0 to 2 m/,
  );
});
