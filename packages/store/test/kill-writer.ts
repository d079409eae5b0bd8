import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A program that writes into the folder it is given until it is killed. */
export const WRITER = fileURLToPath(new URL('./writer.js', import.meta.url));

/** Lets a process write into `dir`, kills it `delayMs` after it had `deeds` deeds acknowledged, and returns the ids that were. */
export async function killWriter(dir: string, deeds: number, delayMs: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--liftoff-only', WRITER, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  while (said.split('\n').length < deeds + 2) {
    assert.equal(child.exitCode, null, 'the writer goes on');
    await sleep(1);
  }
  await sleep(delayMs);
  child.kill('SIGKILL');
  await once(child, 'close');
  return said.split('\n').filter((line) => line.startsWith('s'));
}
