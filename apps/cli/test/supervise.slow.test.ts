import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { districtSchema } from '@westgate/contract';
import { readLock } from '@westgate/desk';
import { supervise } from '../src/supervise.ts';
import { HARBOUR, serve, temporaryFolder } from './program.ts';

const DYING = fileURLToPath(new URL('./dying-program.js', import.meta.url));

async function readiness(address: string) {
  return districtSchema.readiness.parse(await (await fetch(`${address}/readyz`)).json());
}

/** Waits until `address` answers that it is ready. */
async function ready(address: string) {
  for (;;) {
    const answer = await readiness(address).catch(() => null);
    if (answer?.ready) return answer;
    await sleep(50);
  }
}

/** Waits until something holds. */
async function once(holds: () => boolean, what: string): Promise<void> {
  const since = performance.now();
  while (!holds()) {
    assert.ok(performance.now() - since < 10_000, what);
    await sleep(10);
  }
}

test('a server that is killed is started again at the same address, says so, and nothing is left of one whose supervisor is killed', async (t) => {
  const data = temporaryFolder(t);
  const first = await serve(t, '--port', '0', '--data', data, '--district', HARBOUR);
  assert.equal((await readiness(first.address)).restarts?.count, 0);
  const pid = readLock(data)?.pid ?? 0;
  process.kill(pid, 'SIGKILL');
  while (readLock(data)?.pid === pid) await sleep(10);
  const { restarts, seq } = await ready(first.address);
  assert.deepEqual([restarts?.count, restarts?.last?.cause, seq], [1, 'SIGKILL', 1]);
  assert.match(first.stderr(), /Westgate ended by SIGKILL; it is started again in 250 ms\./);
  assert.equal(first.stdout(), `Westgate ready at ${first.address}\n`, 'the ready line is said once');
  await first.stop('SIGKILL');
  // Its pipes close a moment before it has ended.
  await once(() => readLock(data) === null, 'whoever killed the one it started has ended both');

  const second = await serve(t, '--port', '0', '--data', data, '--no-supervisor');
  assert.equal((await readiness(second.address)).restarts, null);
  assert.equal(await second.stop('SIGTERM'), 0);
});

test('a server that ends again and again is started again so many times and no more, each time on the port it had', async (t) => {
  const limits = { most: 3, withinMs: 60_000, firstWaitMs: 1, longestWaitMs: 4 };
  const told = join(temporaryFolder(t), 'told');
  assert.equal(await supervise([told, '7'], { entry: DYING, limits }), 1);
  const starts = readFileSync(told, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    starts.map(({ port, restarts }) => [port, restarts.count, restarts.last?.cause ?? null]),
    [
      [null, 0, null],
      [4310, 1, 'exit code 7'],
      [4310, 2, 'exit code 7'],
      [4310, 3, 'exit code 7'],
    ],
  );
  assert.equal(await supervise([told, '0'], { entry: DYING, limits }), 0, 'an end in order is not unasked');
});
