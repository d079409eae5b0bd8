import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freshFolder } from './folder.ts';

const OWNER = fileURLToPath(new URL('./owner.js', import.meta.url));
const PATIENCE_MS = 120_000;

/** Why processes cannot be given namespaces of their own here; false where they can. */
export function noSpaces(): string | false {
  if (process.platform !== 'linux') return 'namespaces are of Linux';
  const { status, stderr } = spawnSync('unshare', ['--pid', '--mount', '--mount-proc', '--fork', 'true'], { encoding: 'utf8' });
  return status === 0 ? false : `unshare is not permitted here: ${stderr}`;
}

/** A process that has a folder open, or tries to, as in a container on another machine: with its own numbers, mounts and boot of the machine. */
export class Owner {
  readonly said: string[] = [];
  readonly #child: ChildProcess;

  /** `stays`: it goes no further when it has written its record, and has not yet ended those before it. */
  constructor(t: TestContext, dir: string, leaseMs: number, stays?: 'before-it-ends-others') {
    const bootId = join(freshFolder(t), 'boot_id');
    writeFileSync(bootId, `${randomUUID()}\n`);
    const begin = 'mount --bind "$1" /proc/sys/kernel/random/boot_id && shift && exec "$@"';
    const node = [process.execPath, '--liftoff-only', OWNER, dir, String(leaseMs), ...(stays ? [stays] : [])];
    const args = ['--pid', '--mount', '--mount-proc', '--fork', '--kill-child', 'sh', '-c', begin, 'sh', bootId, ...node];
    this.#child = spawn('unshare', args, { stdio: ['pipe', 'pipe', 'inherit'] });
    assert.ok(this.#child.stdout);
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.said.push(line));
    t.after(() => {
      this.wake();
      this.#child.kill('SIGKILL');
    });
  }

  tell(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** Waits for a line that begins with `start`, beyond the first `after` lines. */
  async hear(start: string, after = 0): Promise<string> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const line = this.said.slice(after).find((each) => each.startsWith(start));
      if (line !== undefined) return line;
      assert.ok(performance.now() < until, `“${start}” is said, after ${JSON.stringify(this.said.slice(-5))}`);
      await sleep(20);
    }
  }

  /** Kills it, and waits until it is gone. */
  async kill(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#signal('SIGKILL');
    await gone;
  }

  stop(): void {
    this.#signal('SIGSTOP');
  }

  wake(): void {
    this.#signal('SIGCONT');
  }

  /** The process itself is a child of the one that made its namespaces. */
  #signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
    const { pid } = this.#child;
    for (const child of childrenOf(pid)) process.kill(child, signal);
  }
}

/** The records that were acknowledged. */
export function acknowledged({ said }: Owner): readonly string[] {
  return said.flatMap((line) => (line.startsWith('done ') ? [line.slice('done '.length)] : []));
}

function childrenOf(pid: number | undefined): readonly number[] {
  if (pid === undefined || !readdirSync('/proc').includes(String(pid))) return [];
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
