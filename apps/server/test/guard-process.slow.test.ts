import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

test('work of a request that fails outside of it ends that request, is logged with its id and counted, and the process lives', async (t) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./guarded-program.js', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const [printed] = await once(child.stdout, 'data');
  const address = String(printed).trim();
  const counts = async (): Promise<unknown> => (await fetch(`${address}/counts`)).json();

  assert.equal((await fetch(`${address}/throws`)).status, 500);
  assert.equal((await fetch(`${address}/rejects`)).status, 500);
  assert.equal((await fetch(`${address}/handler-rejects`)).status, 500, 'what the framework hears of is no fault beside it');
  const body = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  assert.equal((await fetch(`${address}/body`, body)).status, 500, 'after a body was read');
  const stream = await fetch(`${address}/streams`);
  await assert.rejects(stream.text(), 'an answer that had begun is broken off');
  assert.deepEqual(await counts(), { requests: 4, background: 0 });
  assert.equal(log.match(/"requestId":"req-/g)?.length, 4, log);

  assert.equal(await (await fetch(`${address}/answered-then-rejects`)).text(), 'answered');
  await fetch(`${address}/gone`);
  for (let wait = 0; wait < 1_000 && !log.includes('reset') && log.split('\n').length < 7; wait += 1) await sleep(5);
  assert.deepEqual(await counts(), { requests: 4, background: 2 });
  assert.equal(child.exitCode, null);

  await fetch(`${address}/answered-then-throws`);
  assert.deepEqual(await ended, [3, null], 'an exception of no request that is open: the process ends in order');
});

test('a log that nobody reads any more neither ends the process nor keeps it from answering', async (t) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./guarded-program.js', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [printed] = await once(child.stdout, 'data');
  const address = String(printed).trim();
  child.stderr.destroy();
  child.stdout.destroy();
  for (let round = 1; round <= 3; round += 1) {
    assert.equal((await fetch(`${address}/throws`)).status, 500);
    assert.deepEqual(await (await fetch(`${address}/counts`)).json(), { requests: round, background: 0 });
  }
  assert.equal(child.exitCode, null);
});
