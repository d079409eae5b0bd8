// The reach of the example district under an invented flood: when the water comes to its last gauge and how high it stands there, on the heights as they are and made ready, without and with the storage, each
// with a band: roughness ± 20 %, peak ± 10 %, the ground ± the error of its class. Seeded: the same table each time. None of it is a forecast. `npm run trial:reach [-- --seeds 4] [--rmse 3.8]`
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readAsciiGrid, readCase, runCase, writeAsciiGrid } from '../packages/flood/dist/src/index.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { westgate } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const FOLDER = join(ROOT, westgate.district, 'flood');
// Rodríguez et al. (2006), Photogrammetric Engineering & Remote Sensing 72:249-260: 6.2 m at 90 % for SRTM in Eurasia, which is 3.8 m of root mean square. Of this copy nothing is known.
const { values: asked } = parseArgs({ options: { seeds: { type: 'string', default: '4' }, rmse: { type: 'string', default: '3.8' } } });
/** The gate opens so far below the peak that the intake has without it, m. */
const BELOW_PEAK = 0.3;
/** Errors of neighbours hang together over so many cells. */
const PATCH = 5;

const said = JSON.parse(text('case.json'));
const raw = readAsciiGrid(text(said.dem), said.dem);
const [GATE] = text('gauges.csv').split('\n')[1].split(',');
const [LAST] = text('gauges.csv').split('\n')[2].split(',');
const began = process.cpuUsage();
let runs = 0;

for (const isReady of [false, true]) {
  const trigger = run({ isReady, hasStorage: false })[GATE].peak_level_m - BELOW_PEAK;
  let without = [];
  for (const hasStorage of [false, true]) {
    const of = (change) => run({ isReady, hasStorage, trigger, ...change })[LAST];
    const base = of({});
    const bands = {
      'n ± 20 %': [of({ manning: 0.8 }), of({ manning: 1.2 })],
      'peak ± 10 %': [of({ peak: 0.9 }), of({ peak: 1.1 })],
      [`ground ± ${asked.rmse} m`]: Array.from({ length: Number(asked.seeds) }, (_, seed) => of({ seed: seed + 1 })),
    };
    console.log(
      `\nheights ${isReady ? 'made ready' : 'as they are'}, ${hasStorage ? `with storage, gate from ${trigger.toFixed(2)} m` : 'without storage'}`,
    );
    console.log(`  ${LAST}: ${told(base)}`);
    for (const [name, results] of Object.entries(bands)) console.log(`  ${name}: ${spread(results)}`);
    const all = [base, ...Object.values(bands).flat()];
    console.log(`  all: ${spread(all)}`);
    if (hasStorage) console.log(`  the storage changes the peak level by ${changes(without, all)}`);
    without = all;
  }
}
const { user, system } = process.cpuUsage(began);
console.log(
  `\n${runs} runs, ${((user + system) / 1e6).toFixed(0)} CPU s. Computed on an invented flood: planning evidence, not a warning service; no forecast.`,
);

function run({ isReady, hasStorage, trigger, manning = 1, peak = 1, seed = 0 }) {
  const grid = seed === 0 ? raw : { ...raw, values: noise(seed).map((error, cell) => raw.values[cell] + error) };
  const { structures, rules, conditioning, ...rest } = said;
  const changed = {
    ...{ ...rest, manning: rest.manning * manning },
    ...(isReady ? { conditioning } : {}),
    ...(hasStorage ? { structures, rules } : {}),
  };
  const flood = text('inflow.csv')
    .split('\n')
    .map((line) => line.replace(/,(\d+)$/, (_, flow) => `,${Number(flow) > 1_000 ? Number(flow) * peak : flow}`))
    .join('\n');
  const files = { 'case.json': JSON.stringify(changed), [said.dem]: writeAsciiGrid(grid, 3), 'inflow.csv': flood };
  if (trigger !== undefined) files['rules.json'] = rulesAt(trigger);
  const { summary } = runCase(readCase((file) => files[file] ?? text(file)));
  if (summary.ledger.difference !== '0' || summary.faults.length > 0)
    throw new Error(`account off by ${summary.ledger.difference}: ${summary.faults}`);
  runs += 1;
  return summary.gauges;
}

function rulesAt(trigger) {
  const rules = JSON.parse(text('rules.json'));
  for (const rule of rules.rules) if (rule.when.value?.of === 'gauge') rule.when.than = trigger;
  return JSON.stringify(rules);
}

function told({ arrival_s: arrival, peak_level_m: level, peak_depth_m: depth, peak_s: at }) {
  return `${arrival === null ? 'the water does not come' : `arrival ${(arrival / 3_600).toFixed(1)} h`}, peak ${level.toFixed(2)} m (${depth.toFixed(2)} m deep) at ${(at / 3_600).toFixed(1)} h`;
}

function spread(results) {
  const dry = results.filter(({ arrival_s }) => arrival_s === null).length;
  const over = (pick, digits) => {
    const values = results.filter(({ arrival_s }) => arrival_s !== null).map(pick);
    return values.length === 0 ? 'none' : `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
  };
  return `arrival ${over(({ arrival_s }) => arrival_s / 3_600, 1)} h, peak ${over(({ peak_level_m }) => peak_level_m, 2)} m (${over(({ peak_depth_m }) => peak_depth_m, 2)} m deep)${dry > 0 ? `; in ${dry} of ${results.length} the water does not come` : ''}`;
}

/** The same run without and with the storage, side by side. */
function changes(before, after) {
  const metres = after.flatMap(({ arrival_s, peak_level_m }, index) =>
    arrival_s === null ? [] : [peak_level_m - before[index].peak_level_m],
  );
  return `${metres[0].toFixed(2)} m, over all ${Math.min(...metres).toFixed(2)} to ${Math.max(...metres).toFixed(2)} m`;
}

/** Errors of that root mean square, the same for a seed: normal ones at every fifth cell, straight between. */
function noise(seed) {
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 7), 61 | state) ^ state;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const nodes = Math.ceil(raw.columns / PATCH) + 2;
  const high = Math.ceil(raw.rows / PATCH) + 2;
  const at = Float64Array.from({ length: nodes * high }, () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()));
  const field = raw.values.map((_, cell) => {
    const [x, y] = [(cell % raw.columns) / PATCH, Math.floor(cell / raw.columns) / PATCH];
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [right, up] = [x - column, y - row];
    const low = at[row * nodes + column] * (1 - right) + at[row * nodes + column + 1] * right;
    const top = at[(row + 1) * nodes + column] * (1 - right) + at[(row + 1) * nodes + column + 1] * right;
    return low * (1 - up) + top * up;
  });
  const root = Math.sqrt(field.reduce((sum, value) => sum + value * value, 0) / field.length);
  return field.map((value) => (value * Number(asked.rmse)) / root);
}

function text(name) {
  const bytes = readFileSync(join(FOLDER, name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
