import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const COPIER = fileURLToPath(new URL('./copier.js', import.meta.url));

/** Starts a backup or a restore and kills it after `delayMs`; false when it was done by then. */
export async function killed(args: readonly string[], delayMs: number): Promise<boolean> {
  const child = spawn(process.execPath, ['--liftoff-only', COPIER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  await sleep(delayMs);
  child.kill('SIGKILL');
  const [code] = await ended;
  return code === null;
}
