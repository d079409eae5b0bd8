// How long Westgate takes to be ready: first start on an empty folder, then warm starts of that folder; the same of an invented district of as
// many sites as asked for: `npm run bench:start -- --sites 100000` (its first start takes a minute or two).
// Baseline in the same run: starting Node with nothing to do. Prints medians, minima and ratios.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 5;
const { values: asked } = parseArgs({ options: { sites: { type: 'string', multiple: true, default: [] } } });
const folder = mkdtempSync(join(tmpdir(), 'westgate-bench-'));

const nodeMs = Array.from({ length: RUNS }, () => timed(() => spawnSync(process.execPath, ['-e', '0'])));
const [cpu] = cpus();
console.log(
  `${cpu?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, load ${load()}`,
);
console.log(`bare Node                 median ${seconds(median(nodeMs))}  min ${seconds(Math.min(...nodeMs))}  (${RUNS} runs)`);
await tell('example district', join(folder, 'data'), []);
for (const sites of asked.sites) {
  const district = join(folder, `district-${sites}`);
  spawnSync(process.execPath, [join(ROOT, 'tools/make-district.mjs'), '--sites', sites, '--seed', '1', '--out', district]);
  await tell(`${Number(sites).toLocaleString('en')} sites`, join(folder, `data-${sites}`), ['--district', district]);
}
rmSync(folder, { recursive: true, force: true });

async function tell(what, dataDir, districtArgs) {
  const first = await readyAfter(dataDir, districtArgs);
  const warm = [];
  for (let run = 0; run < RUNS; run += 1) warm.push(await readyAfter(dataDir, []));
  console.log(`npm start, empty folder   ${seconds(first)}  (1 run, ${what} loaded)`);
  console.log(
    `npm start, warm           median ${seconds(median(warm))}  min ${seconds(Math.min(...warm))}  (${RUNS} runs, load ${load()})`,
  );
  console.log(`ratio warm / bare Node    ${(median(warm) / median(nodeMs)).toFixed(1)}`);
}

/** Milliseconds from `npm start` to the ready line and a 200 of /readyz; the server is then stopped as by Ctrl+C. */
async function readyAfter(dataDir, districtArgs) {
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', '--port', '0', '--data', dataDir, ...districtArgs], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const match = /Westgate ready at (\S+)/.exec(printed);
      if (match) resolve(match[1]);
    });
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  const answer = await fetch(`${address}/readyz`);
  const took = performance.now() - began;
  if (!answer.ok) throw new Error(`/readyz answered ${answer.status}`);
  child.kill('SIGINT');
  await new Promise((resolve) => child.on('exit', resolve));
  return took;
}

function timed(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

function load() {
  return loadavg()[0]?.toFixed(1);
}
