// The flood engine beside what it is measured against in the same run: its kernel on a wet square against local inertia in plain JavaScript on typed arrays; a domain of which little is
// wet, the valley of test 5 of the Environment Agency and a reach of the Yongding against a sweep over all cells. CPU seconds of one thread; of the reach on finer cells wall seconds
// of several. The valley and the reach are read from ../shared/data where that is there. `node bench/flood.mjs [--cells 1000] [--threads 2] [--hours 48]`
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { metreCrs } from '../packages/desk/dist/src/folder/metre-crs.js';
import { burnRiver, fillPits, readAsciiGrid, resampleGrid, Simulation, smoothSteps } from '../packages/flood/dist/src/index.js';

const SHARED = fileURLToPath(new URL('../../shared/data', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    cells: { type: 'string', default: '1000' },
    threads: { type: 'string', default: '2' },
    hours: { type: 'string', default: '48' },
  },
});

/** How often the wet square is measured, and steps of the plain code each time. */
const [ROUNDS, PLAIN_STEPS] = [5, 10];

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
wetSquare(Number(asked.cells));
beside('a dam that breaks on 2,000 × 2,000 cells', 60, dryPlain());
const valley = join(SHARED, 'flood-cases/ea-test5');
if (existsSync(valley)) beside('valley, 50 m, 30 h', 108_000, valleyInput(valley));
else console.log('the valley was left out: ../shared/data/flood-cases is not there');
const reach = join(SHARED, 'shijingshan-open');
if (existsSync(reach)) {
  const ground = conditioned(reach);
  beside('reach of the Yongding, 90 m, 24 h, river burnt in', 86_400, reachInput(ground, 8));
  fineReach(resampleGrid(ground, 30), Number(asked.threads), Number(asked.hours) * 3_600);
} else console.log('the reach was left out: ../shared/data/shijingshan-open is not there');

/** All cells wet, a wavy bed, a hump of water in the middle: cells by steps a CPU second of both schemes, against local inertia in plain JavaScript. */
function wetSquare(size) {
  const cell = 10;
  const bed = new Float64Array(size * size);
  const depth = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [x, y] = [(column + 0.5) * cell, (row + 0.5) * cell];
      const at = row * size + column;
      bed[at] = 0.3 * Math.sin(x / 170) * Math.cos(y / 230);
      depth[at] = 2 + Math.exp(-((x - (size * cell) / 2) ** 2 + (y - (size * cell) / 2) ** 2) / (2 * 800 ** 2)) - bed[at];
    }
  const ground = { columns: size, rows: size, cell, bed, depth, manning: 0.03 };
  const plain = localInertia(size, cell, bed, depth, 0.03);
  const [full, screening] = ['sd03', 'local-inertia'].map((scheme) => new Simulation({ ground, scheme }));
  const advanced = (simulation, until) => {
    const before = simulation.steps;
    simulation.runTo(until);
    return simulation.steps - before;
  };
  // In turns, and the best of each: what else the machine does takes from all.
  const best = [0, 0, 0];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, work] of [
      () => plain(PLAIN_STEPS),
      () => advanced(full, (round + 1) * 20),
      () => advanced(screening, (round + 1) * 20),
    ].entries()) {
      let steps = 0;
      const taken = cpuOf(() => {
        steps = work();
      });
      // The first round is for the compilers.
      if (round > 0) best[index] = Math.max(best[index], (size * size * steps) / taken / 1e6);
    }
  }
  const [theirs, ...ours] = best;
  console.log(`${size} × ${size} cells, all wet: local inertia in plain JavaScript ${theirs.toFixed(1)} million cells a CPU second`);
  for (const [index, { ledger, name }] of [full, screening]
    .map((each, at) => ({ ledger: each.ledger(), name: ['sd03', 'local-inertia'][at] }))
    .entries())
    console.log(`  ${name}: ${ours[index].toFixed(1)}, ratio ${(ours[index] / theirs).toFixed(2)}; account off by ${ledger.difference}`);
}

/** The same case on spans and on all cells: on spans the least of three times, as others use the machine too. */
function beside(name, seconds, input) {
  const all = new Simulation({ ...input, isSweep: true });
  const sweep = cpuOf(() => all.runTo(seconds));
  let [few, spans] = [null, Number.POSITIVE_INFINITY];
  for (let again = 0; again < 3; again++) {
    few = new Simulation(input);
    spans = Math.min(
      spans,
      cpuOf(() => few.runTo(seconds)),
    );
  }
  const same = few.domain.checksum() === all.domain.checksum() ? 'the same bits' : 'NOT THE SAME BITS';
  const wet = few.domain.depths().filter((depth) => depth > 1e-3).length / (input.ground.columns * input.ground.rows);
  console.log(
    `${name}: ${spans.toFixed(2)} CPU s in ${few.steps} steps, over all cells ${sweep.toFixed(2)}: ratio ${(sweep / spans).toFixed(1)}; ${(wet * 100).toFixed(1)} % wet in the end, ${same}`,
  );
}

function dryPlain() {
  const size = 2_000;
  const bed = Float64Array.from({ length: size * size }, (_, index) => 0.001 * (index % size));
  const depth = Float64Array.from({ length: size * size }, (_, index) => {
    const [column, row] = [index % size, Math.floor(index / size)];
    return column > 900 && column < 1_100 && row > 900 && row < 1_100 ? 3 : 0;
  });
  return { ground: { columns: size, rows: size, cell: 10, bed, depth, manning: 0.03 } };
}

function valleyInput(folder) {
  const text = (name) => readFileSync(join(folder, name), 'utf8');
  const table = (name) =>
    text(name)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number));
  const { ground, cellAt } = gridOf(text('dem-50m.asc'));
  const { inflows, manning } = JSON.parse(text('case-50m.json'));
  const cells = inflows[0].cells.map(([x, y]) => cellAt(x, y));
  return { ground: { ...ground, manning }, inflows: [{ id: 'breach', cells, discharge: table('inflow.csv') }] };
}

/** The same reach on finer cells and for longer: wall seconds on several threads, the memory, and of a share in the middle the ratio to a sweep. */
function fineReach(ground, threads, seconds) {
  const input = reachInput(ground, 16);
  const few = new Simulation(input, { threads });
  const began = performance.now();
  let [kept, share] = [null, 0];
  const cpu = cpuOf(() => {
    few.runTo(seconds / 2);
    kept = few.checkpoint();
    few.runTo(seconds);
  });
  const wall = (performance.now() - began) / 1_000;
  few.close();
  const [spans, sweep] = [false, true].map((isSweep) => {
    const part = new Simulation({ ...input, isSweep });
    part.restore(kept);
    const taken = cpuOf(() => part.runTo(seconds / 2 + 120));
    share = part.domain.checksum() + (isSweep ? -share : 0);
    return taken;
  });
  const { maxRSS } = process.resourceUsage();
  console.log(
    `reach, 30 m, ${seconds / 3_600} h: ${wall.toFixed(1)} s on ${threads} threads, ${cpu.toFixed(1)} CPU s, ${few.steps} steps; 120 s in the middle over all cells ${sweep.toFixed(2)} CPU s: ratio ${(sweep / spans).toFixed(1)}, ${share === 0 ? 'the same bits' : 'NOT THE SAME BITS'}; ${(maxRSS / 1024).toFixed(0)} MiB resident at most`,
  );
}

/** Heights of the reach with the river, from piece to piece as it runs, 4 m under what the surface model has: it sees the water, bridges and trees. */
function conditioned(folder) {
  const raw = readAsciiGrid(gunzipSync(readFileSync(join(folder, 'dem90-utm50n.asc.gz'))).toString('utf8'), 'dem90-utm50n.asc');
  const { features } = JSON.parse(readFileSync(join(folder, 'osm-water.geojson'), 'utf8'));
  const pieces = features
    .filter(({ geometry, properties }) => geometry.type === 'LineString' && properties.name === '永定河')
    .map(({ geometry }) => geometry.coordinates);
  const isAfter = (before) => (piece) => String(piece[0]) === String(before.at(-1));
  let river = pieces.find((piece) => !pieces.some((other) => isAfter(other)(piece)));
  for (let next = pieces.find(isAfter(river)); next; next = pieces.find(isAfter(river))) river = [...river, ...next.slice(1)];
  const { toMetres } = metreCrs('EPSG:32650');
  const { west, south, cell, columns, rows } = raw;
  const isIn = ([x, y]) => x > west && y > south && x < west + columns * cell && y < south + rows * cell;
  const line = river.map(toMetres).filter(isIn);
  return fillPits(burnRiver(smoothSteps(raw, 0.5).grid, [line], 4).grid, 3).grid;
}

/** An invented flood, 500 to 4,650 m³/s after `hours` and back to 500 after twice as long: for its speed, not for what it says. */
function reachInput({ columns, rows, cell, west, south, values: bed }, hours) {
  const [column, row] = [Math.floor((423_500 - west) / cell), Math.floor((4_424_500 - south) / cell)];
  const around = Math.round(720 / cell);
  const lowest = [];
  for (let dx = -around; dx <= around; dx++)
    for (let dy = -around; dy <= around; dy++) lowest.push([bed[(row + dy) * columns + column + dx], column + dx, row + dy]);
  const cells = lowest
    .sort((a, b) => a[0] - b[0])
    .slice(0, Math.round((180 / cell) ** 2))
    .map(([, x, y]) => [x, y]);
  const edges = [
    { id: 'south', kind: 'free', side: 'south', cells: Array.from({ length: columns }, (_, x) => [x, 0]) },
    { id: 'east', kind: 'free', side: 'east', cells: Array.from({ length: rows }, (_, y) => [columns - 1, y]) },
  ].map((edge) => ({ ...edge, cells: edge.cells.filter(([x, y]) => !Number.isNaN(bed[y * columns + x])) }));
  const discharge = [
    [0, 500],
    [hours * 3_600, 4_650],
    [hours * 7_200, 500],
  ];
  return { ground: { columns, rows, cell, bed, manning: 0.035 }, inflows: [{ id: 'river', cells, discharge }], edges };
}

/** An ESRI ASCII grid: cells from the south-west, and the cell of a point. */
function gridOf(text) {
  const lines = text.trim().split('\n');
  const head = Object.fromEntries(lines.slice(0, 6).map((line) => line.trim().split(/\s+/)));
  const named = Object.fromEntries(Object.entries(head).map(([name, value]) => [name.toLowerCase(), Number(value)]));
  const { ncols: columns, nrows: rows, cellsize: cell, xllcorner: west, yllcorner: south, nodata_value: none } = named;
  const heights = lines
    .slice(6)
    .toReversed()
    .flatMap((line) => line.trim().split(/\s+/).map(Number));
  const bed = Float64Array.from(heights, (height) => (height === none ? Number.NaN : height));
  return { ground: { columns, rows, cell, bed }, cellAt: (x, y) => [Math.floor((x - west) / cell), Math.floor((y - south) / cell)] };
}

function cpuOf(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Local inertia (Bates et al. 2010) on typed arrays, as a careful programmer writes it: steps of a length that holds. Gives what does so many steps. */
function localInertia(size, cell, bed, depth, manning) {
  const stride = size + 2;
  const field = () => new Float32Array(stride * stride);
  const [z, h, qx, qy] = [field().fill(1_000), field(), field(), field()];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      z[(row + 1) * stride + column + 1] = bed[row * size + column];
      h[(row + 1) * stride + column + 1] = depth[row * size + column];
    }
  const g = 9.81;
  const dt = (0.6 * cell) / Math.sqrt(g * 3.3);
  const face = (q, a, b) => {
    const [ea, eb] = [z[a] + h[a], z[b] + h[b]];
    const flow = Math.max(ea, eb) - Math.max(z[a], z[b]);
    if (flow <= 1e-3) return 0;
    return (q - (g * flow * dt * (eb - ea)) / cell) / (1 + (g * dt * manning * manning * Math.abs(q)) / (flow * flow * Math.cbrt(flow)));
  };
  return (steps) => {
    for (let step = 0; step < steps; step++) {
      for (let row = 1; row <= size; row++) {
        const first = row * stride;
        for (let at = first + 1; at <= first + size; at++) {
          qx[at] = face(qx[at], at, at + 1);
          qy[at] = face(qy[at], at, at + stride);
        }
      }
      const share = dt / cell;
      for (let row = 1; row <= size; row++) {
        const first = row * stride;
        for (let at = first + 1; at <= first + size; at++) h[at] += share * (qx[at - 1] - qx[at] + qy[at - stride] - qy[at]);
      }
    }
    return steps;
  };
}
