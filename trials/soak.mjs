// `npm run trial:soak -- --minutes 60 --seed 1`: a served office under its everyday use and everything that ends a stream. Many windows signed in,
// reads, a deed a second, sign-outs, the end of all sessions, closed and demoted accounts, tokens taken back, windows that hang up, restarts of
// the database (a PostgreSQL of its own where Debian's programs are there, with two processes on it, or so many as `--processes` says; `--embedded` without). It fails where a process
// does not live, where an answer or a line of the log is an error that nothing explains, where a stream tells anything after its right went,
// where a window misses a deed, or where memory grows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeReady } from '../tools/build.mjs';
import { postgresPrograms, startCluster } from './soak/cluster.mjs';
import { randomOf, tableOf } from './soak/figures.mjs';
import { Memory } from './soak/memory.mjs';
import { Office } from './soak/office.mjs';
import { ROOT, startServing } from './soak/serving.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    persons: { type: 'string', default: '40' },
    windows: { type: 'string', default: '5' },
    reads: { type: 'string', default: '20' },
    restarts: { type: 'string', default: '60' },
    processes: { type: 'string', default: '2' },
    embedded: { type: 'boolean' },
  },
});
const [minutes, persons, windowsEach, readsASecond] = [values.minutes, values.persons, values.windows, values.reads].map(Number);
const restartEachMs = Number(values.restarts) * 1_000;
const lasting = minutes * 60_000;
const random = randomOf(Number(values.seed));
const MEMORY_EACH_MS = Math.min(10_000, lasting / 12);
const ACT_EACH_MS = 3_000;
const DISTRICT = join(ROOT, 'packages/desk/test/fixtures/harbour');

makeReady(['code', 'template']);
const folder = mkdtempSync(join(tmpdir(), 'westgate-soak-'));
const programs = values.embedded ? null : postgresPrograms();
const cluster = programs === null ? null : await startCluster(programs);
const servers = [];
let failed = null;
try {
  const args = cluster ? [] : ['--data', join(folder, 'data')];
  const env = cluster ? { DATABASE_URL: cluster.url } : {};
  for (let index = 0; index < (cluster ? Number(values.processes) : 1); index += 1) {
    servers.push(await startServing([...args, '--district', DISTRICT], env, join(folder, `heap-${index}`)));
  }
  const office = new Office(servers, random);
  await office.people(persons, windowsEach, args, env);
  console.log(
    `${office.windows.length} windows of ${persons} persons at ${servers.length} processes, ${cluster ? 'PostgreSQL' : 'embedded'}`,
  );
  await office.allHear();

  const [began, memory] = [performance.now(), new Memory(servers)];
  const isOn = () => performance.now() - began < lasting;
  const each = async (ms, work) => {
    for (let next = performance.now(); isOn(); next += ms) {
      await work();
      await sleep(Math.max(0, next + ms - performance.now()));
    }
  };
  const readers = Array.from({ length: readsASecond }, () => each(1_000, () => office.read()));
  const direct = async () => {
    let nextRestart = performance.now() + restartEachMs / 2;
    await each(ACT_EACH_MS, async () => {
      await office.act();
      if (cluster === null || performance.now() < nextRestart) return;
      nextRestart += restartEachMs;
      await office.outage(async () => {
        cluster.stop(random() < 0.5 ? 'fast' : 'immediate');
        await sleep(random() * 3_000);
        cluster.start();
      });
    });
  };
  await Promise.all([...readers, each(1_000, () => office.deed()), direct(), each(MEMORY_EACH_MS, () => memory.sample())]);
  await office.allHear();
  await memory.sample();
  await office.checkProcesses();
  const { rows, faults } = memory.told();
  office.faults.push(...faults);
  console.log(tableOf([...office.told(), ...rows]));
  for (const fault of office.faults.slice(0, 40)) console.log(`FAULT ${fault}`);
  if (office.faults.length > 0) failed = new Error(`${office.faults.length} faults`);
  office.leave();
} catch (error) {
  failed = error;
} finally {
  for (const server of servers)
    if ((await server.stop()) !== 0) failed ??= new Error(`a server did not stop in order:\n${server.log().slice(-2_000)}`);
  cluster?.remove();
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed === null ? 'ok' : `FAILED ${failed.stack}`);
process.exit(failed === null ? 0 : 1);
