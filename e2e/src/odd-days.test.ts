import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './westgate.ts';

test('no screen fails in a district whose journal holds every odd day', async () => {
  // The rows are written past the checks, which only the trial may.
  const child = spawn(process.execPath, ['--liftoff-only', join(ROOT, 'trials/odd-days.mjs'), '--together'], { cwd: ROOT });
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  assert.equal(code, 0, told);
  assert.ok(Number(/(\d+) screens, 0 failed/.exec(told)?.[1]) > 45, told);
});
