// How long Westgate takes to be ready: first start on an empty folder, then warm starts of that folder.
// Baseline in the same run: starting Node with nothing to do. Prints medians, minima and ratios.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 5;
const dataDir = mkdtempSync(join(tmpdir(), 'westgate-bench-'));

const nodeMs = Array.from({ length: RUNS }, () => timed(() => spawnSync(process.execPath, ['-e', '0'])));
const first = await readyAfter();
const warm = [];
for (let run = 0; run < RUNS; run += 1) warm.push(await readyAfter());
rmSync(dataDir, { recursive: true, force: true });

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
console.log(`bare Node                 median ${seconds(median(nodeMs))}  min ${seconds(Math.min(...nodeMs))}  (${RUNS} runs)`);
console.log(`npm start, empty folder   ${seconds(first)}  (1 run, example district loaded)`);
console.log(`npm start, warm           median ${seconds(median(warm))}  min ${seconds(Math.min(...warm))}  (${RUNS} runs)`);
console.log(`ratio warm / bare Node    ${(median(warm) / median(nodeMs)).toFixed(1)}`);

/** Milliseconds from `npm start` to the ready line and a 200 of /readyz; the server is then stopped as by Ctrl+C. */
async function readyAfter() {
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', '--port', '0', '--data', dataDir], {
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
