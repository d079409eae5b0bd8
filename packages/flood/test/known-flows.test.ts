import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Edge, type FloodInput, Simulation } from '@westgate/flood';
import { bowl, depthOfEnergy, jumpBetween, l1, macdonaldBed, normalDepth, ritter, runningWave, stoker } from './analytic.ts';

/** Middles of the cells of a channel. */
function along(cells: number, length: number): readonly number[] {
  return Array.from({ length: cells }, (_, index) => ((index + 0.5) * length) / cells);
}

/** A channel of one row. */
function channel(
  xs: readonly number[],
  length: number,
  bed: (x: number) => number,
  depth: (x: number) => number,
  manning = 0,
): FloodInput['ground'] {
  return {
    columns: xs.length,
    rows: 1,
    cell: length / xs.length,
    bed: Float64Array.from(xs, bed),
    depth: Float64Array.from(xs, depth),
    manning,
  };
}

/** The depths in the end. The account of the water is checked by the run. */
function depthsAt(time: number, input: FloodInput): Float64Array {
  const simulation = new Simulation(input);
  simulation.runTo(time);
  assert.equal(simulation.ledger().difference, 0n);
  return simulation.domain.depths();
}

const east = (edge: Partial<Edge>, cells: number): Edge =>
  ({ id: 'out', side: 'east', cells: [[cells - 1, 0]], kind: 'free', ...edge }) as Edge;

test('a dam that breaks onto a dry and onto a wet bed', (t) => {
  const xs = along(400, 2_000);
  const dry = l1(
    depthsAt(50, {
      ground: channel(
        xs,
        2_000,
        () => 0,
        (x) => (x < 1_000 ? 5 : 0),
      ),
    }),
    Float64Array.from(xs, (x) => ritter(5, x - 1_000, 50)),
  );
  const wet = l1(
    depthsAt(50, {
      ground: channel(
        xs,
        2_000,
        () => 0,
        (x) => (x < 1_000 ? 5 : 1),
      ),
    }),
    Float64Array.from(xs, (x) => stoker(5, 1, x - 1_000, 50)),
  );
  t.diagnostic(`dry ${(dry * 100).toFixed(2)} %, wet ${(wet * 100).toFixed(2)} %`);
  assert.ok(dry <= 0.008, `dry: ${dry}`);
  assert.ok(wet <= 0.0045, `wet: ${wet}`);
});

test('a wave that runs over a flat bed with friction', (t) => {
  for (const cell of [50, 25]) {
    const xs = along(5_000 / cell, 5_000);
    const first = xs[0] ?? 0;
    const level = Array.from({ length: 721 }, (_, step) => [step * 5, runningWave(1, 0.03, first, step * 5)] as const);
    const west: Edge = { id: 'in', kind: 'level', level, side: 'west', cells: [[0, 0]] };
    const found = depthsAt(3_600, {
      ground: channel(
        xs,
        5_000,
        () => 0,
        () => 0,
        0.03,
      ),
      edges: [west],
    });
    const error = l1(
      found,
      Float64Array.from(xs, (x) => runningWave(1, 0.03, x, 3_600)),
    );
    t.diagnostic(`${cell} m: ${(error * 100).toFixed(2)} %`);
    assert.ok(error <= 0.017, `${cell} m: ${error}`);
  }
});

test('uniform flow, and the steady flow that a bed was made for', (t) => {
  const [q, n, slope] = [1, 0.03, 0.001];
  const xs = along(200, 2_000);
  const deep = normalDepth(q, n, slope);
  const inflow = (discharge: number, cell: number) => [{ id: 'in', cells: [[0, 0]] as const, discharge: [[0, discharge * cell]] as const }];
  const uniform = depthsAt(8_000, {
    ground: channel(
      xs,
      2_000,
      (x) => slope * (2_000 - x),
      () => 0.5,
      n,
    ),
    inflows: inflow(q, 10),
    edges: [east({ kind: 'normal-depth', slope }, 200)],
  });
  // The first cells take the water in at rest.
  const error = l1(uniform.slice(10), new Float64Array(190).fill(deep));
  t.diagnostic(`uniform flow ${(error * 100).toFixed(3)} %`);
  assert.ok(error <= 0.001, `uniform flow: ${error}`);

  const critical = Math.cbrt(4 / 9.81);
  const depth = (x: number) => critical * (1 + 0.5 * Math.exp(-16 * (x / 1_000 - 0.5) ** 2));
  const channelXs = along(200, 1_000);
  const bed = macdonaldBed(depth, 2, 0.033, 1_000, channelXs);
  const edgeBed = bed[199] ?? 0;
  const made = depthsAt(3_000, {
    ground: channel(
      channelXs,
      1_000,
      (x) => bed[Math.min(199, Math.floor(x / 5))] ?? 0,
      () => 0.6,
      0.033,
    ),
    inflows: inflow(2, 5),
    edges: [east({ kind: 'level', level: [[0, edgeBed + depth(1_000)]] }, 200)],
  });
  const off = l1(made.slice(10), Float64Array.from(channelXs, depth).slice(10));
  t.diagnostic(`MacDonald, subcritical ${(off * 100).toFixed(3)} %`);
  assert.ok(off <= 0.005, `MacDonald: ${off}`);
});

test('flow over a bump: slow all along, fast behind the crest, and with a jump', (t) => {
  const xs = along(250, 25);
  const bump = (x: number) => Math.max(0, 0.2 - 0.05 * (x - 10) ** 2);
  const steady = (q: number, depth: (x: number) => number, edge: Partial<Edge>) =>
    depthsAt(400, {
      ground: channel(xs, 25, bump, depth),
      inflows: [{ id: 'in', cells: [[0, 0]], discharge: [[0, q * 0.1]] }],
      edges: [east(edge, 250)],
    });
  const error = (name: string, found: Float64Array, exact: (x: number) => number, most: number) => {
    // The first cells take the water in at rest.
    const off = l1(found.slice(10), Float64Array.from(xs, exact).slice(10));
    t.diagnostic(`${name} ${(off * 100).toFixed(3)} %`);
    assert.ok(off <= most, `${name}: ${off}`);
  };
  const energyAt = (depth: number, q: number) => depth + q ** 2 / (2 * 9.81 * depth ** 2);
  const slow = (q: number, level: number) => (x: number) => depthOfEnergy(energyAt(level, q) - bump(x), q, 'subcritical');
  error(
    'slow',
    steady(4.42, (x) => 2 - bump(x), { kind: 'level', level: [[0, 2]] }),
    slow(4.42, 2),
    0.001,
  );

  const overCrest = (q: number) => {
    const energy = 0.2 + 1.5 * Math.cbrt(q ** 2 / 9.81);
    return (x: number) => depthOfEnergy(energy - bump(x) + 1e-12, q, x <= 10 ? 'subcritical' : 'supercritical');
  };
  error(
    'fast',
    steady(1.53, (x) => (x < 10 ? 0.66 - bump(x) : 0.1), {}),
    overCrest(1.53),
    0.016,
  );

  const [before, after] = [overCrest(0.18), slow(0.18, 0.33)];
  const jump = jumpBetween(0.18, before, after, 11.4, 11.99);
  assert.ok(Math.abs(jump - 11.666) < 0.01, `the jump is at ${jump} m`);
  error(
    'jump',
    steady(0.18, (x) => 0.33 - bump(x), { kind: 'level', level: [[0, 0.33]] }),
    (x) => (x < jump ? before(x) : after(x)),
    0.009,
  );
});

test('water that rises and sinks in a bowl stands after three periods as at the start', (t) => {
  const [cells, length] = [100, 4];
  const { bed, depth, period } = bowl(1, 0.1, 0.8);
  const field = (value: (r2: number) => number) =>
    Float64Array.from({ length: cells ** 2 }, (_, index) => {
      const middle = (at: number) => ((at + 0.5) * length) / cells - length / 2;
      return value(middle(index % cells) ** 2 + middle(Math.floor(index / cells)) ** 2);
    });
  const start = field(depth);
  const ground = { columns: cells, rows: cells, cell: length / cells, bed: field(bed), depth: start, manning: 0 };
  const off = l1(depthsAt(3 * period, { ground, least: 1e-5 }), start);
  t.diagnostic(`${(off * 100).toFixed(1)} %`);
  assert.ok(off <= 0.12, `${off}`);
});
