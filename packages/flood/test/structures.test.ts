import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cell, type FloodInput, type Operation, Simulation, type Structure } from '@westgate/flood';

/** Two basins of ten cells of 100 m with a wall between, the second so deep that nothing comes back. */
function basins(level: number, lower = -20): FloodInput['ground'] {
  const bed = Float64Array.from({ length: 21 }, (_, column) => (column < 10 ? 0 : column === 10 ? Number.NaN : lower));
  return { columns: 21, rows: 1, cell: 100, bed, depth: bed.map((_, column) => (column < 10 ? level : 0)), manning: 0.03 };
}

const from: readonly Cell[] = Array.from({ length: 10 }, (_, column) => [column, 0] as const);
const to: readonly Cell[] = Array.from({ length: 10 }, (_, column) => [column + 11, 0] as const);

function basinAfter(seconds: number, structure: Structure, level = 2): { readonly level: number; readonly simulation: Simulation } {
  const simulation = new Simulation({ ground: basins(level), structures: [structure], longest: 1 });
  simulation.runTo(seconds);
  const { difference, moved } = simulation.ledger();
  assert.equal(difference, 0n);
  assert.ok((moved[structure.id] ?? 0n) >= 0n);
  const depths = simulation.domain.depths().slice(0, 10);
  return { level: depths.reduce((sum, depth) => sum + depth, 0) / 10, simulation };
}

test('a basin that empties over a weir, and under a gate, stands where the law says', () => {
  const weir = basinAfter(7_200, { id: 'weir', kind: 'weir', from, to, crest: 0, width: 20 }).level;
  const exact = (1 / Math.sqrt(2) + (1.7 * 20 * 7_200) / (2 * 1e5)) ** -2;
  assert.ok(Math.abs(weir - exact) <= 1e-3, `weir: ${weir}, by the law ${exact} m`);
  const gate = basinAfter(7_200, { id: 'gate', kind: 'gate', from, to, crest: 0, width: 20, full: 0.1, rate: 1, opening: 0.1 }).level;
  const orifice = (Math.sqrt(2) - (0.6 * 2 * Math.sqrt(2 * 9.81) * 7_200) / (2 * 1e5)) ** 2;
  assert.ok(Math.abs(gate - orifice) <= 1e-3, `gate: ${gate}, by the law ${orifice} m`);
});

test('two basins come to one level and do not rock', () => {
  for (const structure of [
    { id: 's', kind: 'weir', from, to, crest: 0, width: 200 },
    { id: 's', kind: 'gate', from, to, crest: 0, width: 200, full: 3, rate: 1, opening: 3 },
    { id: 's', kind: 'culvert', from, to, invert: 0, width: 50, height: 2, length: 20, manning: 0.015 },
  ] as const satisfies readonly Structure[]) {
    const simulation = new Simulation({ ground: basins(2, 0), structures: [structure], longest: 1 });
    let last = Number.POSITIVE_INFINITY;
    for (let time = 600; time <= 36_000; time += 600) {
      simulation.runTo(time);
      const depths = simulation.domain.depths();
      const mean = (cells: Float64Array) => cells.reduce((sum, depth) => sum + depth, 0) / cells.length;
      const gap = mean(depths.slice(0, 10)) - mean(depths.slice(11));
      assert.ok(gap >= -1e-5 && gap <= last + 1e-5, `${structure.kind}: ${gap} after ${last}`);
      last = gap;
    }
    assert.ok(last < 0.02, `${structure.kind}: ${last}`);
  }
});

test('a gate moves as fast as it can, and fails as it was said to', () => {
  const gate = { id: 'gate', kind: 'gate', from, to, crest: 0, width: 2, full: 1, rate: 0.01 } as const;
  const openings = (failures: Extract<Structure, { kind: 'gate' }>['failures'] = []) => {
    const operation: Operation = {
      rules: [{ id: 'open', priority: 1, when: { value: { of: 'time' }, is: '>=', than: 60 }, acts: [{ gate: 'gate', target: 0.5 }] }],
    };
    const simulation = new Simulation({ ground: basins(2), structures: [{ ...gate, failures }], operation, longest: 1 });
    return [80, 100, 200, 400].map((time) => {
      simulation.runTo(time);
      return Number(simulation.works().gate?.opening.toFixed(3));
    });
  };
  assert.deepEqual(openings(), [0.2, 0.4, 0.5, 0.5]);
  assert.deepEqual(openings([{ kind: 'stuck', start: 80, end: 300 }]), [0.2, 0.2, 0.2, 0.5]);
  assert.deepEqual(openings([{ kind: 'stuck-at', opening: 0.4, start: 0, end: 1_000 }]), [0.4, 0.4, 0.4, 0.4]);
  assert.deepEqual(openings([{ kind: 'slow', by: 4, start: 0, end: 1_000 }]), [0.05, 0.1, 0.35, 0.5]);
  assert.deepEqual(openings([{ kind: 'late', delay: 60, start: 0, end: 1_000 }]), [0, 0, 0.5, 0.5]);
});

test('a pump runs between its levels after its delay and tells how often it started', () => {
  const { simulation, level } = basinAfter(
    20_000,
    {
      id: 'pump',
      kind: 'pump',
      from,
      to,
      curve: [
        [-30, 10],
        [0, 8],
      ],
      on: 1.5,
      off: 1,
      delay: 120,
    },
    2,
  );
  const { starts, opening } = simulation.works().pump ?? {};
  assert.deepEqual([starts, opening], [1, 0]);
  assert.ok(level <= 1 && level > 0.99, `${level}`);
});

test('a breach grows from the moment it begins; a fuse plug goes when the water stood over it long enough', () => {
  const breach: Structure = {
    id: 'b',
    kind: 'breach',
    from,
    to,
    crest: 2,
    lowest: 0.5,
    start: { time: 600 },
    width: 5,
    widest: 40,
    widening: 0.05,
    falling: 600,
  };
  assert.equal(basinAfter(590, breach).level, 2);
  const [early, later, end] = [900, 1_500, 40_000].map((time) => basinAfter(time, breach).level);
  assert.ok(
    early !== undefined &&
      later !== undefined &&
      end !== undefined &&
      early < 2 &&
      later < early &&
      end < later &&
      end >= 0.5 &&
      end < 0.55,
  );
  const plug: Structure = { id: 'p', kind: 'fuse-plug', from, to, crest: 3, lowest: 0.5, width: 20, trigger: 1.9, held: 300 };
  assert.equal(basinAfter(290, plug).level, 2);
  assert.ok(basinAfter(900, plug).level < 2);
  assert.equal(basinAfter(5_000, { ...plug, trigger: 2.5 }).level, 2);
});

test('a flap lets water out and none in', () => {
  const flap = { id: 'flap', kind: 'culvert', invert: 0, width: 2, height: 1, length: 10, manning: 0.015, isFlap: true } as const;
  assert.ok(basinAfter(600, { ...flap, from, to }).level < 2);
  assert.equal(basinAfter(600, { ...flap, from: to, to: from }).level, 2);
});

/** A river beside a storage area: a gate and a flap between, rules, rain. */
function riverside(): FloodInput {
  const [columns, rows] = [40, 20];
  const cells = columns * rows;
  const bed = Float64Array.from({ length: cells }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    if (row === 8 && column < 36) return 8;
    return row > 8 ? 1 + (row % 3) * 0.1 : 2 - column * 0.02;
  });
  return {
    ground: { columns, rows, cell: 20, bed, manning: 0.03 },
    inflows: [
      {
        id: 'river',
        cells: [
          [0, 3],
          [0, 4],
        ],
        discharge: [
          [0, 5],
          [1_800, 80],
          [5_400, 5],
        ],
      },
    ],
    edges: [
      {
        id: 'downstream',
        kind: 'normal-depth',
        slope: 0.001,
        side: 'east',
        cells: Array.from({ length: 8 }, (_, row) => [39, row] as const),
      },
    ],
    rain: [
      [0, 0],
      [600, 40],
      [3_600, 0],
    ],
    infiltration: [[0, 5]],
    structures: [
      { id: 'inlet', kind: 'gate', from: [[20, 7]], to: [[20, 10]], crest: 1.7, width: 30, full: 2, rate: 0.005 },
      {
        id: 'outlet',
        kind: 'culvert',
        from: [[30, 10]],
        to: [[30, 7]],
        invert: 1,
        width: 2,
        height: 1,
        length: 30,
        manning: 0.015,
        isFlap: true,
      },
    ],
    gauges: [{ id: 'stage', at: [20, 4] }],
    storages: [{ id: 'park', cells: Array.from({ length: 40 }, (_, column) => [column, 12] as const), capacity: 20_000 }],
    operation: {
      mode: 'normal',
      allowed: [
        ['normal', 'emergency'],
        ['emergency', 'draining'],
      ],
      rules: [
        {
          id: 'open',
          priority: 2,
          dwell: 600,
          when: { all: [{ mode: 'normal' }, { value: { of: 'gauge', id: 'stage', what: 'level' }, is: '>', than: 2.1 }] },
          acts: [{ gate: 'inlet', target: 2 }, { mode: 'emergency' }],
        },
        {
          id: 'full',
          priority: 3,
          when: { value: { of: 'storage', id: 'park', what: 'share' }, is: '>=', than: 0.5 },
          acts: [{ gate: 'inlet', target: 0 }],
        },
        { id: 'back', priority: 9, when: { mode: 'emergency' }, acts: [{ mode: 'normal' }] },
      ],
    },
  };
}

test('rules operate the gate, and the log says why; forbidden changes of mode are not made', () => {
  const simulation = new Simulation(riverside());
  simulation.runTo(7_200);
  const { log = [], mode } = simulation.operation() ?? {};
  assert.equal(mode, 'emergency');
  const [first] = log;
  assert.equal(first?.rule, 'open');
  assert.deepEqual(first?.act, { gate: 'inlet', target: 2 });
  assert.equal(first?.before, 0);
  assert.ok((first?.seen[0]?.was ?? 0) > 2.1, 'the log holds the level that was seen');
  assert.ok(log.every(({ act }) => !('mode' in act) || act.mode === 'emergency'));
  const opened = log.filter(({ act }) => 'gate' in act);
  assert.ok(
    opened.every(({ time }, index) => index === 0 || time - (opened[index - 1]?.time ?? 0) >= 600),
    'it does not hunt',
  );
  assert.ok((simulation.ledger().moved.inlet ?? 0n) > 0n);
});

test('with rain, loss, works and rules the account is exact, and a run goes on from a checkpoint with the same bits', () => {
  const whole = new Simulation(riverside());
  whole.runTo(2_222);
  const kept = whole.checkpoint();
  whole.runTo(5_000);
  const { difference, in: into, out } = whole.ledger();
  assert.equal(difference, 0n);
  assert.ok((into.rain ?? 0n) > 0n && (out.infiltration ?? 0n) > 0n);
  const second = new Simulation(riverside());
  second.restore(kept);
  second.runTo(5_000);
  assert.equal(second.domain.checksum(), whole.domain.checksum());
  assert.deepEqual(second.operation(), whole.operation());
  assert.deepEqual(second.works(), whole.works());
  const swept = new Simulation({ ...riverside(), isSweep: true });
  swept.runTo(2_222);
  swept.runTo(5_000);
  assert.equal(swept.domain.checksum(), whole.domain.checksum(), 'and so has one over all cells');
});

test('a changed gate changes the answer, and a rule that names nothing of the case is refused', () => {
  const peak = (input: FloodInput) => {
    const simulation = new Simulation(input);
    let highest = 0;
    for (let time = 60; time <= 7_200; time += 60) {
      simulation.runTo(time);
      highest = Math.max(highest, (simulation.domain.h[simulation.domain.indexOf(38, 4)] ?? 0) / 2 ** 20);
    }
    return highest;
  };
  const input = riverside();
  const stuck = {
    ...input,
    structures: (input.structures ?? []).map((each) =>
      each.kind === 'gate' ? { ...each, failures: [{ kind: 'stuck-at' as const, opening: 0, start: 0, end: 1e6 }] } : each,
    ),
  };
  assert.ok(peak(stuck) > peak(input) + 0.01, 'a gate that stays shut lets a higher peak pass');
  const rules = [{ id: 'odd', priority: 1, when: { mode: 'normal' }, acts: [{ gate: 'no-gate', target: 1 }] }];
  assert.throws(() => new Simulation({ ...input, operation: { rules } }), /Rule odd: expected a gate of the case, found no-gate/);
});

test('rain that falls on a closed basin stands in it to the last unit', () => {
  const ground = {
    columns: 30,
    rows: 30,
    cell: 10,
    bed: Float64Array.from({ length: 900 }, (_, index) => (index % 30) * 0.05),
    manning: 0.05,
  };
  const simulation = new Simulation({ ground, rain: [[0, 36]] });
  simulation.runTo(3_600);
  const { now } = simulation.ledger();
  const metres = Number(now) / 2 ** 20 / 900;
  assert.ok(Math.abs(metres - 0.036) < 1e-6, `${metres} m`);
});
