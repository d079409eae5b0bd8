// The real program under the trial: `westgate serve` with its supervisor, its words, and the memory of the process that serves.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'apps/cli/bin/westgate.mjs');
const HOOK = fileURLToPath(new URL('./heap-on-signal.cjs', import.meta.url));
const READY = /Westgate ready at (http:\/\/127\.0\.0\.1:(\d+))/;

/** Starts `westgate serve` with `args` and waits until it is ready. `heapFile`: where the sizes of the heap are written. */
export async function startServing(args, env, heapFile) {
  const child = spawn(process.execPath, ['--expose-gc', '--require', HOOK, PROGRAM, 'serve', '--no-screens', '--port', '0', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env, WESTGATE_SOAK_HEAP: heapFile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, log] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text) => {
    log += text;
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const [, address, port] = await new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
      const match = READY.exec(out);
      if (match) resolve(match);
    });
    child.on('close', (code) => reject(new Error(`serve ended with ${code}:\n${log}`)));
  });
  const served = () => Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ')[0]);
  const pid = served();
  return {
    address,
    port,
    pid,
    log: () => log,
    isSame: () => child.exitCode === null && served() === pid,
    /** Resident bytes now, and the bytes of the heap as they were after the last collection; asks for the next. */
    memory() {
      const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
      const file = `${heapFile}.${pid}`;
      const heap = existsSync(file) ? Number(readFileSync(file, 'utf8').trim().split('\n').at(-1)) : null;
      process.kill(pid, 'SIGUSR2');
      return { rss, heap };
    },
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Runs a westgate command to its end; gives what it printed. */
export function westgate(args, env) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  return new Promise((resolve, reject) =>
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`${args.join(' ')}: ${code}`)))),
  );
}
