// How long readers stand still while a large district is loaded into a running server over HTTP: a reader asks small things every 50 ms, and what it waits for the longest is told,
// with how long the load took. With --against FOLDER, another built checkout of Westgate is measured in the same run, and the ratio is told.
// `node bench/load-beside.mjs [--against FOLDER] [--sites 30000] [--rounds 1] [--district FOLDER]`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    against: { type: 'string' },
    sites: { type: 'string', default: '30000' },
    rounds: { type: 'string', default: '1' },
    district: { type: 'string' },
  },
});
/** What a reader asks for in turn: who is signed in, the district, a page of a list. */
const READ = ['/api/v1/session', '/api/v1/district', '/api/v1/places?limit=20'];
const EVERY_MS = 50;
if (!isMainThread) {
  parentPort?.postMessage(await load(workerData));
  process.exit();
}
const work = mkdtempSync(join(tmpdir(), 'westgate-bench-load-'));
const folder = asked.district ?? madeDistrict();

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
const builds = { this: ROOT, ...(asked.against ? { other: resolve(asked.against) } : {}) };
const looks = Object.fromEntries(Object.keys(builds).map((name) => [name, []]));
for (let round = 0; round < Number(asked.rounds); round += 1)
  for (const [name, root] of Object.entries(builds)) {
    const look = await loaded(root);
    looks[name].push(look);
    console.log(
      `${name.padEnd(6)} longest wait ${look.longest} ms, p99 ${look.p99} ms, p50 ${look.p50} ms of ${look.asked} questions; loaded after ${(look.ms / 1000).toFixed(1)} s (load ${loadavg()[0].toFixed(1)})`,
    );
  }
if (asked.against)
  console.log(
    `ratio  longest wait ${(median(looks.this, 'longest') / median(looks.other, 'longest')).toFixed(2)}, time of the load ${(median(looks.this, 'ms') / median(looks.other, 'ms')).toFixed(2)}`,
  );
rmSync(work, { recursive: true, force: true });

function madeDistrict() {
  const made = join(work, 'district');
  spawnSync(process.execPath, ['tools/make-district.mjs', '--sites', asked.sites, '--seed', '1', '--out', made], { cwd: ROOT });
  return made;
}

/** Starts the Westgate of a built checkout with its example, loads the district in its place, and gives what a reader waited meanwhile. */
async function loaded(root) {
  const data = mkdtempSync(join(work, 'data-'));
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const child = spawn(process.execPath, [join(root, 'apps/cli/bin/westgate.mjs'), 'serve', '--port', String(port), '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  process.on('exit', () => child.kill());
  await new Promise((ready, failed) => {
    child.stdout.on('data', (text) => String(text).includes('Westgate ready') && ready());
    child.on('exit', (code) => failed(new Error(`${root} ended with ${code} before it was ready`)));
  });
  child.removeAllListeners('exit');
  const address = `http://127.0.0.1:${port}`;
  const waits = [];
  let isLoading = true;
  const reader = (async () => {
    for (let count = 0; isLoading; count += 1) {
      const began = performance.now();
      const answer = await fetch(address + READ[count % READ.length]);
      if (!answer.ok) throw new Error(`${READ[count % READ.length]}: ${answer.status}`);
      await answer.arrayBuffer();
      waits.push(performance.now() - began);
      await sleep(Math.max(0, EVERY_MS - (performance.now() - began)));
    }
  })();
  await sleep(2000);
  const before = waits.splice(0);
  const ms = await inThread({ address, folder });
  // What a load leaves to be done after it is acknowledged holds readers as well.
  await sleep(5000);
  isLoading = false;
  await reader;
  child.kill();
  await new Promise((ended) => child.on('exit', ended));
  rmSync(data, { recursive: true, force: true });
  if (before.length === 0) throw new Error('expected a reader to be answered before the load');
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return { longest: Math.round(sorted.at(-1)), p99: at(0.99), p50: at(0.5), asked: waits.length, ms };
}

/** Loads in a thread of its own, so that the reader waits for the server alone and not for the packing of what is sent. */
function inThread(given) {
  const thread = new Worker(new URL(import.meta.url), { workerData: given });
  return new Promise((loaded, failed) => {
    thread.on('message', loaded);
    thread.on('error', failed);
  });
}

/** Loads the folder, and gives how long that took. */
async function load({ address, folder }) {
  const form = new FormData();
  form.append('otherDistrict', 'true');
  for (const path of filesIn(folder)) form.append('file', new Blob([readFileSync(join(folder, path))]), path);
  const began = performance.now();
  const answer = await fetch(`${address}/api/v1/district/import`, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${(await answer.text()).slice(0, 2000)}`);
  await answer.arrayBuffer();
  return performance.now() - began;
}

function filesIn(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => relative(root, join(each.parentPath ?? each.path, each.name)));
}

function median(all, name) {
  const sorted = all.map((each) => each[name]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
