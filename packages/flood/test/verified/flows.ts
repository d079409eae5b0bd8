// Flows that are known in closed form, or from a fine grid of the second-order reference.
import assert from 'node:assert/strict';
import { type Edge, type FloodInput, type Scheme, Simulation } from '@westgate/flood';
import { bowl, depthOfEnergy, jumpBetween, l1, macdonaldBed, normalDepth, ritter, runningWave, stoker, tiltedBowl } from '../analytic.ts';
import { secondOrder } from '../reference-fv2.ts';
import type { Verified } from './outcome.ts';

/** Middles of the cells of a channel. */
function along(cells: number, length: number): readonly number[] {
  return Array.from({ length: cells }, (_, index) => ((index + 0.5) * length) / cells);
}

type Along = (x: number) => number;

/** A channel of one row. */
function channel(xs: readonly number[], length: number, bed: Along, depth: Along, manning = 0): FloodInput['ground'] {
  const of = (value: Along) => Float64Array.from(xs, value);
  return { columns: xs.length, rows: 1, cell: length / xs.length, bed: of(bed), depth: of(depth), manning };
}

/** The depths in the end. */
function depthsAt(time: number, input: FloodInput): Float64Array {
  const simulation = new Simulation(input);
  simulation.runTo(time);
  assert.equal(simulation.ledger().difference, 0n);
  return simulation.domain.depths();
}

const flat: Along = () => 0;
const east = (edge: Partial<Edge>, cells: number): Edge =>
  ({ id: 'out', side: 'east', cells: [[cells - 1, 0]], kind: 'free', ...edge }) as Edge;

/** A case that starts without an inflow, by three schemes. */
function released(
  row: Pick<Verified, 'name' | 'setup' | 'expected' | 'limit'>,
  input: () => FloodInput,
  seconds: number,
  exact: () => Float64Array,
): Verified {
  const by = (scheme: Scheme) => () =>
    100 * l1(depthsAt(seconds, { ...input(), scheme, courant: scheme === 'sd03' ? input().courant : undefined }), exact());
  const second = () => 100 * l1(secondOrder(input(), seconds), exact());
  return { ...row, unit: '%', run: by('sd03'), screening: by('local-inertia'), second };
}

function dam(cells: number, left: number, right: number, manning: number): FloodInput {
  return { ground: channel(along(cells, 2_000), 2_000, flat, (x) => (x < 1_000 ? left : right), manning) };
}

/** Cells of a square of 4 m around the middle, 100 by 100. */
function inBowl(value: (x: number, y: number) => number): Float64Array {
  const middle = (at: number) => ((at + 0.5) * 4) / 100 - 2;
  return Float64Array.from({ length: 10_000 }, (_, index) => value(middle(index % 100), middle(Math.floor(index / 100))));
}

function basinOf(deep: { bed(r2: number): number }, depth: Float64Array, velocity?: readonly [Float64Array, Float64Array]): FloodInput {
  const bed = inBowl((x, y) => deep.bed(x * x + y * y));
  return { ground: { columns: 100, rows: 100, cell: 0.04, bed, depth, manning: 0, velocity }, least: 1e-5, courant: 0.5 };
}

const rising = bowl(1, 0.1, 0.8);
const risingStart = () => inBowl((x, y) => rising.depth(x * x + y * y));
const tilted = tiltedBowl(1, 0.1, 0.5);
const tiltedStart = () => inBowl(tilted.depth);

/** Depths of the frictional dam break on a grid eight times as fine, as means over the cells of the coarse one. */
let fine: Float64Array | null = null;
function frictional(): Float64Array {
  fine ??= secondOrder(dam(1_600, 3, 0, 0.03), 200);
  const found = fine;
  return Float64Array.from(
    { length: 200 },
    (_, index) => found.subarray(index * 8, index * 8 + 8).reduce((sum, depth) => sum + depth, 0) / 8,
  );
}

const RELEASED: readonly Verified[] = [
  released(
    { name: 'dam break on a dry bed', setup: '5 m, 2 km, 400 cells, 50 s', expected: 'Ritter 1892', limit: 0.8 },
    () => dam(400, 5, 0, 0),
    50,
    () => Float64Array.from(along(400, 2_000), (x) => ritter(5, x - 1_000, 50)),
  ),
  released(
    { name: 'dam break on a wet bed', setup: '5 m and 1 m, 2 km, 400 cells, 50 s', expected: 'Stoker 1957', limit: 0.45 },
    () => dam(400, 5, 1, 0),
    50,
    () => Float64Array.from(along(400, 2_000), (x) => stoker(5, 1, x - 1_000, 50)),
  ),
  released(
    { name: 'dam break with friction', setup: '3 m, n 0.03, 2 km, 200 cells, 200 s', expected: 'second order on 1,600 cells', limit: 0.9 },
    () => dam(200, 3, 0, 0.03),
    200,
    frictional,
  ),
  released(
    {
      name: 'water that rises and sinks in a bowl',
      setup: 'radius 1 m, 0.1 m deep, 100² cells, 3 periods',
      expected: 'the start again (Thacker 1981)',
      limit: 12,
    },
    () => basinOf(rising, risingStart()),
    3 * rising.period,
    risingStart,
  ),
  released(
    {
      name: 'a plane of water that goes round in a bowl',
      setup: 'the same, moving at the start',
      expected: 'the start again (Thacker 1981)',
      limit: 30,
    },
    () => basinOf(tilted, tiltedStart(), [new Float64Array(10_000), inBowl(() => tilted.speed)]),
    3 * tilted.period,
    tiltedStart,
  ),
];

function wave(cell: number): () => number {
  return () => {
    const xs = along(5_000 / cell, 5_000);
    const level = Array.from({ length: 721 }, (_, step) => [step * 5, runningWave(1, 0.03, xs[0] ?? 0, step * 5)] as const);
    const edges: readonly Edge[] = [{ id: 'in', kind: 'level', level, side: 'west', cells: [[0, 0]] }];
    const found = depthsAt(3_600, { ground: channel(xs, 5_000, flat, flat, 0.03), edges });
    return (
      100 *
      l1(
        found,
        Float64Array.from(xs, (x) => runningWave(1, 0.03, x, 3_600)),
      )
    );
  };
}

/** Steady flow of `q` m²/s through a channel; the first cells take the water in at rest and are not compared. */
function steady(ground: FloodInput['ground'], q: number, edge: Partial<Edge>, seconds: number, exact: Along): number {
  const { columns, cell } = ground;
  const found = depthsAt(seconds, {
    ground,
    inflows: [{ id: 'in', cells: [[0, 0]], discharge: [[0, q * cell]] }],
    edges: [east(edge, columns)],
  });
  return 100 * l1(found.slice(10), Float64Array.from(along(columns, columns * cell), exact).slice(10));
}

const bump: Along = (x) => Math.max(0, 0.2 - 0.05 * (x - 10) ** 2);
const overBump = (depth: Along) => channel(along(250, 25), 25, bump, depth);
const energyAt = (depth: number, q: number) => depth + q ** 2 / (2 * 9.81 * depth ** 2);
const slow =
  (q: number, level: number): Along =>
  (x) =>
    depthOfEnergy(energyAt(level, q) - bump(x), q, 'subcritical');
function overCrest(q: number): Along {
  const energy = 0.2 + 1.5 * Math.cbrt(q ** 2 / 9.81);
  return (x) => depthOfEnergy(energy - bump(x) + 1e-12, q, x <= 10 ? 'subcritical' : 'supercritical');
}

function withJump(): number {
  const [before, after] = [overCrest(0.18), slow(0.18, 0.33)];
  const jump = jumpBetween(0.18, before, after, 11.4, 11.99);
  assert.ok(Math.abs(jump - 11.666) < 0.01, `the jump is at ${jump} m`);
  return steady(
    overBump((x) => 0.33 - bump(x)),
    0.18,
    { kind: 'level', level: [[0, 0.33]] },
    400,
    (x) => (x < jump ? before(x) : after(x)),
  );
}

function madeBed(): number {
  const critical = Math.cbrt(4 / 9.81);
  const depth: Along = (x) => critical * (1 + 0.5 * Math.exp(-16 * (x / 1_000 - 0.5) ** 2));
  const xs = along(200, 1_000);
  const bed = macdonaldBed(depth, 2, 0.033, 1_000, xs);
  const ground = { ...channel(xs, 1_000, flat, () => 0.6, 0.033), bed };
  return steady(ground, 2, { kind: 'level', level: [[0, (bed[199] ?? 0) + depth(1_000)]] }, 3_000, depth);
}

const slope: Along = (x) => 0.001 * (2_000 - x);
const uniform = (edge: Partial<Edge>) =>
  steady(
    channel(along(200, 2_000), 2_000, slope, () => 0.5, 0.03),
    1,
    edge,
    8_000,
    () => normalDepth(1, 0.03, 0.001),
  );
/** The rating curve of that slope at the last cell. */
const rated = Array.from(
  { length: 41 },
  (_, step) => [slope(1_995) + step * 0.05, (10 * (step * 0.05) ** (5 / 3) * Math.sqrt(0.001)) / 0.03] as const,
);

export const FLOWS: readonly Verified[] = [
  ...RELEASED,
  {
    name: 'wave over a flat bed, 50 m',
    setup: '1 m/s, n 0.03, 1 h; the level is given',
    expected: 'Hunter et al. 2005',
    unit: '%',
    limit: 1.7,
    run: wave(50),
  },
  { name: 'wave over a flat bed, 25 m', setup: 'the same', expected: 'the same', unit: '%', limit: 1.7, run: wave(25) },
  {
    name: 'uniform flow, normal depth at the edge',
    setup: '1 m²/s, slope 0.001, n 0.03',
    expected: '0.9689 m',
    unit: '%',
    limit: 0.1,
    run: () => uniform({ kind: 'normal-depth', slope: 0.001 }),
  },
  {
    name: 'uniform flow, rating curve at the edge',
    setup: 'the same; curve of 41 points',
    expected: '0.9689 m',
    unit: '%',
    limit: 0.1,
    run: () => uniform({ kind: 'rating', table: rated }),
  },
  {
    name: 'steady flow over a made bed',
    setup: '2 m²/s, n 0.033, 1 km, 200 cells',
    expected: 'MacDonald 1997',
    unit: '%',
    limit: 0.5,
    run: madeBed,
  },
  {
    name: 'bump, slow all along',
    setup: '4.42 m²/s, level 2 m, 250 cells',
    expected: 'energy',
    unit: '%',
    limit: 0.1,
    run: () =>
      steady(
        overBump((x) => 2 - bump(x)),
        4.42,
        { kind: 'level', level: [[0, 2]] },
        400,
        slow(4.42, 2),
      ),
  },
  {
    name: 'bump, fast behind it, begun shallow',
    setup: '1.53 m²/s, free edge, 0.1 m behind the bump at the start',
    expected: 'energy, critical at the crest',
    unit: '%',
    limit: 1.6,
    run: () =>
      steady(
        overBump((x) => (x < 10 ? 0.66 - bump(x) : 0.1)),
        1.53,
        {},
        400,
        overCrest(1.53),
      ),
  },
  {
    name: 'bump, fast behind it, begun deep',
    setup: 'the same, level 0.66 m at the start',
    expected: 'the same',
    unit: '%',
    limit: 1.6,
    run: () =>
      steady(
        overBump((x) => 0.66 - bump(x)),
        1.53,
        {},
        400,
        overCrest(1.53),
      ),
  },
  {
    name: 'bump, with a jump',
    setup: '0.18 m²/s, level 0.33 m',
    expected: 'energy; the jump at 11.666 m',
    unit: '%',
    limit: 0.9,
    run: withJump,
  },
];
