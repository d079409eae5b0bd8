import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { WestgateError } from '@westgate/base';
import {
  type CaseResult,
  EXTENTS_FILE,
  type FloodCase,
  type Grid,
  type ReadText,
  readAsciiGrid,
  readCase,
  resultExtents,
  resultMaps,
  resultTables,
  runCase,
  type Scheme,
  type Summary,
} from '@westgate/flood';
import { type Command, EXIT, type Input, onlyWord, textOption, UsageError } from '../terminal/command.ts';
import { aligned, counted, note, say, sayJson } from '../terminal/print.ts';

/** A file of a case that is read at all, unpacked or not: a grid of 40 million cells. */
const MOST_BYTES = 512 * 1024 * 1024;
const SUMMARY = 'summary.json';

export const flood: Command = {
  name: 'flood',
  usage: 'check CASE | run CASE -o OUT [--threads N] [--scheme SCHEME] | compare OUT1 OUT2 [--json]',
  help: `Works out where water goes over ground, from the folder of a case to a folder of results. Planning evidence, not a warning service.

check CASE reads the folder and says what stands in it, or what is wrong with it and where; nothing is run.

run CASE -o OUT runs it and writes the results into the new folder OUT: summary.json with the exact account of all water, gauges.csv, structures.csv,
rules.log.jsonl, and the maps max_depth, max_speed, hazard, arrival_s and duration_s as ESRI ASCII grids, gzipped, and as GeoTIFF, and
extents.geojson with the areas that are 0.1, 0.5 and 2 m deep at some time, in degrees of WGS 84. Steps spread over the run are worked
out anew by a checker of its own; the exit code is 1 where it finds a fault. The results do not depend on the number of threads.

compare OUT1 OUT2 sets two results side by side: peaks at the gauges, volumes, area under water.`,
  options: { output: { type: 'string', short: 'o' }, threads: { type: 'string' }, scheme: { type: 'string' }, json: { type: 'boolean' } },
  optionHelp: {
    'output, -o OUT': 'run: the folder of the results, which must not be there yet',
    'threads N': 'run: how many threads work on it, at most the cores there are (default: 1); local inertia takes one',
    'scheme SCHEME': 'run: sd03, or local-inertia for screening, whatever the case says',
    json: 'print JSON',
  },
  async run(input) {
    const [verb, ...words] = input.words;
    const rest = { ...input, words };
    if (verb === 'check') return check(rest);
    if (verb === 'run') return run(rest);
    if (verb === 'compare') return compare(rest);
    throw new UsageError(`expected "check CASE", "run CASE" or "compare OUT1 OUT2"${verb ? `, got "${verb}"` : ''}`);
  },
};

function check(input: Input): number {
  const { said, input: given, grid, gauges, conditioning } = readFolder(onlyWord(input, 'the folder of a case'));
  const ground = grid.values.filter((height) => !Number.isNaN(height));
  const told = {
    case: said.id,
    title: said.title,
    crs: said.crs,
    columns: grid.columns,
    rows: grid.rows,
    cell_m: grid.cell,
    ground_cells: ground.length,
    lowest_m: ground.reduce((least, height) => Math.min(least, height), Number.POSITIVE_INFINITY),
    highest_m: ground.reduce((most, height) => Math.max(most, height), Number.NEGATIVE_INFINITY),
    end_s: said.time.end_s,
    inflows: given.inflows?.length ?? 0,
    outflows: given.edges?.length ?? 0,
    structures: given.structures?.length ?? 0,
    rules: given.operation?.rules.length ?? 0,
    gauges: gauges.length,
  };
  const steps = conditioning.map(({ kind, change }) => ({ kind, ...change }));
  if (input.options.json) sayJson({ ...told, conditioning: steps });
  else say(aligned(Object.entries(told).map(([name, value]) => [name, String(value)])));
  for (const { kind, cells, lowered, raised } of input.options.json ? [] : steps)
    say(cells === undefined ? kind : `${kind}: ${counted(cells, 'cell')}, lowered by at most ${lowered} m, raised by at most ${raised} m`);
  return EXIT.ok;
}

function run(input: Input): number {
  const out = textOption(input, 'output');
  if (out === undefined) throw new UsageError('expected -o OUT, the folder of the results');
  const folder = onlyWord(input, 'the folder of a case');
  const threads = threadsOf(input);
  if (existsSync(out))
    throw new WestgateError('WG_NOT_EMPTY', `expected a folder that is not there yet, found ${resolve(out)}`, { folder: out });
  const scheme = schemeOption(input);
  const read = readFolder(folder);
  const flooded = scheme === undefined ? read : { ...read, input: { ...read.input, scheme } };
  const began = process.cpuUsage();
  let told = 0;
  const progressed = (share: number): void => {
    const tenths = Math.floor(share * 10);
    if (tenths > told) note(`${tenths * 10} %`);
    told = Math.max(told, tenths);
  };
  const result = runCase(flooded, progressed, undefined, { threads });
  const { user, system } = process.cpuUsage(began);
  const summary = { ...result.summary, cpu_s: Number(((user + system) / 1e6).toFixed(1)) };
  const draft = join(dirname(resolve(out)), `.${basename(resolve(out))}.${process.pid}.part`);
  try {
    writeResult(draft, flooded.grid, flooded.said.crs, { ...result, summary });
    renameSync(draft, out);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  if (input.options.json) sayJson(summary);
  else sayResult(summary, out);
  return summary.faults.length === 0 && summary.ledger.difference === '0' ? EXIT.ok : EXIT.failed;
}

function schemeOption(input: Input): Scheme | undefined {
  const said = textOption(input, 'scheme');
  if (said === undefined || said === 'sd03' || said === 'local-inertia') return said;
  throw new UsageError(`expected --scheme sd03 or local-inertia, got "${said}"`);
}

/** How many threads are asked for. More than there are cores would wait for each other. */
function threadsOf(input: Input): number {
  const asked = textOption(input, 'threads') ?? '1';
  const threads = /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
  if (threads < 1) throw new UsageError(`expected --threads with a whole number from 1, got "${asked}"`);
  return Math.min(threads, availableParallelism());
}

function sayResult({ steps, ledger, unit_m3, gauges, faults, notice }: Summary, out: string): void {
  const volume = (units: string) => `${((Number(units) * unit_m3) / 1_000).toFixed(1)} thousand m³`;
  say(`${counted(steps, 'step')}; the account of the water is ${ledger.difference} units off.`);
  for (const [id, units] of Object.entries(ledger.in)) say(`in, ${id}: ${volume(units)}`);
  for (const [id, units] of Object.entries(ledger.out)) say(`out, ${id}: ${volume(units)}`);
  const rows = Object.entries(gauges).map(([id, { peak_level_m, peak_depth_m, peak_s, arrival_s }]) => [
    ...[id, `${peak_level_m.toFixed(2)} m`, `${peak_depth_m.toFixed(2)} m deep`, `at ${peak_s} s`],
    arrival_s === null ? 'the water did not come' : `from ${arrival_s} s`,
  ]);
  if (rows.length > 0) say(aligned(rows));
  for (const fault of faults) note(fault);
  say(`The results are in ${out}. ${notice}`);
}

function compare(input: Input): number {
  const [one, other, ...more] = input.words;
  if (one === undefined || other === undefined || more.length > 0) throw new UsageError('expected the folders of two results');
  const [a, b] = [readResult(one), readResult(other)];
  const ids = [...new Set([...Object.keys(a.summary.gauges), ...Object.keys(b.summary.gauges)])];
  const gauges = ids.map((id) => {
    const [first, second] = [a.summary.gauges[id], b.summary.gauges[id]];
    const [before, after] = [first?.peak_level_m ?? null, second?.peak_level_m ?? null];
    return {
      id,
      before_m: before,
      after_m: after,
      change_m: before === null || after === null ? null : after - before,
      delay_s: first && second ? second.peak_s - first.peak_s : null,
    };
  });
  const areas = [a, b].map(({ depth }) => depth.values.filter((value) => value >= 0.1).length * depth.cell ** 2);
  const told = { gauges, wet_m2: { before: areas[0], after: areas[1] }, same_bits: a.summary.checksum === b.summary.checksum };
  if (input.options.json) {
    sayJson(told);
    return EXIT.ok;
  }
  const metres = (value: number | null) => (value === null ? 'not known' : `${value.toFixed(2)} m`);
  say(
    aligned(
      gauges.map(({ id, before_m, after_m, change_m, delay_s }) => [
        id,
        metres(before_m),
        metres(after_m),
        metres(change_m),
        delay_s === null ? 'not known' : `${delay_s} s later`,
      ]),
    ),
  );
  say(`deeper than 0.1 m at some time: ${areas.map((area) => `${(area / 1e6).toFixed(2)} km²`).join(', ')}`);
  return EXIT.ok;
}

/** Reads the folder of a case. Only files below it are read. */
function readFolder(folder: string): FloodCase {
  if (!existsSync(folder))
    throw new WestgateError('WG_NOT_FOUND', `expected the folder of a case, found none at ${resolve(folder)}`, { folder });
  const root = realpathSync(folder);
  const read: ReadText = (file) => {
    const path = join(root, file);
    if (!existsSync(path) || !realpathSync(path).startsWith(root + sep)) return null;
    return textOf(path);
  };
  return readCase(read);
}

/** The text of a file, unpacked where its name ends so. */
function textOf(path: string): string {
  const bytes = readFileSync(path);
  try {
    return (path.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes).toString('utf8');
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new WestgateError('WG_INPUT_INVALID', `${basename(path)}: expected a gzip file of at most ${MOST_BYTES} bytes, found ${found}.`, {
      file: path,
    });
  }
}

function writeResult(folder: string, grid: Grid, crs: string, result: CaseResult): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of resultTables(result)) writeFileSync(join(folder, name), text);
  for (const [name, content] of resultMaps(result, grid, crs)) {
    const isText = typeof content === 'string';
    writeFileSync(join(folder, isText ? `${name}.gz` : name), isText ? gzipSync(content) : content);
  }
  try {
    writeFileSync(join(folder, EXTENTS_FILE), resultExtents(result, grid, crs));
  } catch (error) {
    // A case may lie in a system that has no degrees here: its other results stand.
    if (!(error instanceof WestgateError)) throw error;
    note(`no extents are written: ${error.message}`);
  }
}

function readResult(folder: string): { readonly summary: Summary; readonly depth: Grid } {
  const file = join(folder, SUMMARY);
  if (!existsSync(file)) {
    const found = existsSync(folder) ? readdirSync(folder).slice(0, 5).join(', ') || 'an empty folder' : 'no folder';
    throw new WestgateError('WG_NOT_FOUND', `expected a folder of results with ${SUMMARY}, found ${found}`, { folder });
  }
  const depth = 'max_depth.asc.gz';
  return { summary: JSON.parse(readFileSync(file, 'utf8')) as Summary, depth: readAsciiGrid(textOf(join(folder, depth)), depth) };
}
