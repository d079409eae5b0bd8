import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Workers whose asker is the process `asker`, found where the system lists its processes. */
function workersOf(asker: number): readonly number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const ppid = Number(readFileSync(`/proc/${name}/stat`, 'latin1').split(') ')[1]?.split(' ')[1]);
      return ppid === asker && readFileSync(`/proc/${name}/cmdline`, 'latin1').includes('job.worker.js') ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

function isThere(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('job.worker.js');
  } catch {
    return false;
  }
}

test('a worker whose asker was killed ends itself, though it hears nothing', { skip: process.platform !== 'linux' }, async () => {
  const asker = fork(fileURLToPath(new URL('./asker.js', import.meta.url)), { execArgv: [] });
  await new Promise((resolve) => asker.once('message', resolve));
  const pid = asker.pid ?? 0;
  let workers = workersOf(pid);
  for (; workers.length === 0; workers = workersOf(pid)) await sleep(20);
  await sleep(300);
  asker.kill('SIGKILL');
  for (let tries = 0; tries < 3_000 && workers.some(isThere); tries += 1) await sleep(20);
  assert.deepEqual(workers.filter(isThere), []);
});
