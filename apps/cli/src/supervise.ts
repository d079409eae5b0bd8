import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PERIODS } from './office/periods.ts';
import { MEMORY_ENV } from './serving/memory.ts';
import { SUPERVISED, type Supervised } from './serving/supervised.ts';
import { EXIT } from './terminal/command.ts';
import { note } from './terminal/print.ts';

/** How often what ended is started again. */
export interface RestartLimits {
  /** More ends than this within {@link withinMs}: it does not get better by itself, and whoever started it must know. */
  readonly most: number;
  readonly withinMs: number;
  /** From the end to the first restart, doubled by each that follows within {@link withinMs}. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

const LIMITS: RestartLimits = {
  most: 5,
  withinMs: PERIODS.restartsWithinMs,
  firstWaitMs: PERIODS.restartMs,
  longestWaitMs: PERIODS.longestRestartMs,
};
const ENTRY = fileURLToPath(new URL('./served.js', import.meta.url));

/**
 * Runs `westgate serve` with `args` in a process of its own and starts it again, on the same port, when it ends unasked. Gives the exit code: of
 * an end that was asked for, of one before it was ever ready, or 1 where it ended too often. `entry`: the program that serves.
 */
export async function supervise(
  args: readonly string[],
  { entry, limits }: { readonly entry: string; readonly limits: RestartLimits } = { entry: ENTRY, limits: LIMITS },
): Promise<number> {
  // Whoever read what is said here may go; what serves then goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const since = new Date().toISOString();
  const ends: number[] = [];
  let supervised: Supervised = { port: null, restarts: { count: 0, since, last: null } };
  const asked = new Asked();
  for (;;) {
    const { code, signal, port } = await runOnce([entry, ...args], supervised, asked);
    if (asked.isAsked || code === EXIT.ok) return code ?? EXIT.failed;
    if (port === null && supervised.port === null) return code ?? EXIT.failed;
    const cause = signal === null ? `exit code ${code}` : signal;
    const nowMs = performance.now();
    ends.push(nowMs);
    const recent = ends.filter((at) => nowMs - at < limits.withinMs).length;
    if (recent > limits.most) {
      note(`Westgate ended by ${cause}, ${recent} times within ${limits.withinMs / 1_000} s; it is not started again.`);
      return EXIT.failed;
    }
    const waitMs = Math.min(limits.firstWaitMs * 2 ** (recent - 1), limits.longestWaitMs);
    note(`Westgate ended by ${cause}; it is started again in ${waitMs} ms.`);
    await asked.orAfter(waitMs);
    if (asked.isAsked) return EXIT.failed;
    const last = { at: new Date().toISOString(), cause };
    supervised = { port: port ?? supervised.port, restarts: { count: supervised.restarts.count + 1, since, last } };
  }
}

/** How a process ended, and the port it answered on; null where it never did. */
interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly port: number | null;
}

function runOnce(command: readonly string[], supervised: Supervised, asked: Asked): Promise<Ended> {
  const env = { ...MEMORY_ENV, ...process.env, [SUPERVISED]: JSON.stringify(supervised) };
  const child = spawn(process.execPath, [...process.execArgv, ...command], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  asked.passTo(child);
  let port: number | null = null;
  child.on('message', (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'port' in message && typeof message.port === 'number') port = message.port;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal, port }));
  });
}

/** Hears the signals by which it is asked to end, and hands them on to the process that serves. */
class Asked {
  isAsked = false;
  #child: ChildProcess | null = null;
  readonly #ending = new AbortController();

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        this.isAsked = true;
        this.#child?.kill(signal);
        this.#ending.abort();
      });
    }
  }

  /** `child` is who is told from now on. */
  passTo(child: ChildProcess): void {
    this.#child = child;
  }

  /** Resolves after `ms`, or when it is asked to end. */
  async orAfter(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#ending.signal }).catch((error: unknown) => {
      if (!this.isAsked) throw error;
    });
  }
}
