import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cell, type FloodInput, Simulation } from '@westgate/flood';
import { drawn } from './drawn.ts';

/** A wild flow on rough ground with all that can change it: rain and loss, an inflow, two open edges, a gate with a rule, a weir, crests. */
function wild(seed: number): FloodInput {
  const random = drawn(seed);
  const [columns, rows] = [130, 110];
  const cells = columns * rows;
  const bed = Float64Array.from({ length: cells }, () => (random() < 0.03 ? Number.NaN : random() * 12));
  const depth = bed.map((height) => (Number.isNaN(height) || random() < 0.6 ? 0 : random() * 6));
  const crestNorth = bed.map(() => (random() < 0.1 ? random() * 15 : Number.NaN));
  const manning = bed.map(() => 0.01 + random() * 0.1);
  const groundIn = (column: number): readonly Cell[] =>
    Array.from({ length: rows }, (_, row) => [column, row] as const).filter(([, row]) => !Number.isNaN(bed[row * columns + column]));
  const [west, middle, east] = [groundIn(0), groundIn(60), groundIn(columns - 1)];
  return {
    ground: { columns, rows, cell: 6, bed, depth, crestNorth, manning },
    inflows: [{ id: 'in', cells: middle.slice(0, 5), discharge: [[0, 60]] }],
    edges: [
      { id: 'free', kind: 'free', side: 'west', cells: west },
      { id: 'sea', kind: 'level', side: 'east', level: [[0, 3]], cells: east },
    ],
    rain: [[0, 90]],
    infiltration: [[0, 20]],
    structures: [
      { id: 'gate', kind: 'gate', from: middle.slice(20, 24), to: middle.slice(60, 64), crest: 1, width: 8, full: 2, rate: 0.1 },
      { id: 'weir', kind: 'weir', from: middle.slice(30, 34), to: middle.slice(90, 94), crest: 2, width: 20 },
    ],
    operation: {
      rules: [{ id: 'open', priority: 1, when: { value: { of: 'time' }, is: '>=', than: 5 }, acts: [{ gate: 'gate', target: 1 }] }],
      every: 5,
    },
  };
}

function state(simulation: Simulation): unknown {
  const { domain } = simulation;
  const fields = [...simulation.velocities(), ...Object.values(domain.peaks)].map((field) => field.slice());
  return [domain.checksum(), simulation.steps, simulation.limited, simulation.ledger(), simulation.works(), fields];
}

test('one, two and four threads give the same bits, and so does a run that goes on with another number of them', (t) => {
  const input = wild(11);
  const one = new Simulation(input);
  one.runTo(20);
  const half = state(one);
  one.runTo(40);
  const whole = state(one);
  t.diagnostic(`${one.steps} steps, ${one.limited} cells were limited`);
  assert.ok(one.limited > 0 && one.steps > 100, 'it is wild');
  for (const threads of [2, 4]) {
    const several = new Simulation(input, { threads });
    several.runTo(20);
    assert.deepEqual(state(several), half, `${threads} threads`);
    const kept = several.checkpoint();
    const alone = new Simulation(input);
    alone.restore(kept);
    alone.runTo(40);
    assert.deepEqual(state(alone), whole, `on one thread after ${threads}`);
    several.runTo(30);
    several.close();
    several.runTo(40);
    assert.deepEqual(state(several), whole, `${threads} threads, the second half on one`);
  }
  const sweep = new Simulation({ ...input, isSweep: true }, { threads: 2 });
  sweep.runTo(40);
  sweep.close();
  assert.deepEqual(state(sweep), whole, 'over all cells');
});

test('a number of threads that is none is refused', () => {
  const input: FloodInput = { ground: { columns: 2, rows: 2, cell: 10, bed: new Float64Array(4), manning: 0.03 } };
  for (const threads of [0, 1.5, 65, Number.NaN]) assert.throws(() => new Simulation(input, { threads }), /1 to 64 threads/);
});
