import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EXIT } from './command.ts';
import { note } from './print.ts';
import { SUPERVISED, type Supervised } from './supervised.ts';

/** More restarts than this within a minute: it does not get better by itself, and whoever started it must know. */
const RESTARTS_A_MINUTE = 5;
const MINUTE_MS = 60_000;
/** From the end to the first restart, doubled by each that follows within a minute. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/**
 * Runs `westgate serve` with `args` in a process of its own and starts it again, on the same port, when it ends unasked. Gives the exit code: of
 * an end that was asked for, of one before it was ever ready, or 1 where it ended too often.
 */
export async function supervise(args: readonly string[]): Promise<number> {
  const since = new Date().toISOString();
  const ends: number[] = [];
  let supervised: Supervised = { port: null, restarts: { count: 0, since, last: null } };
  const asked = new Asked();
  for (;;) {
    const { code, signal, port } = await runOnce(args, supervised, asked);
    if (asked.isAsked || code === EXIT.ok) return code ?? EXIT.failed;
    if (port === null && supervised.port === null) return code ?? EXIT.failed;
    const cause = signal === null ? `exit code ${code}` : signal;
    const nowMs = performance.now();
    ends.push(nowMs);
    const recent = ends.filter((at) => nowMs - at < MINUTE_MS).length;
    if (recent > RESTARTS_A_MINUTE) {
      note(`Westgate ended by ${cause}, for the ${recent}th time within a minute; it is not started again.`);
      return EXIT.failed;
    }
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (recent - 1), LONGEST_WAIT_MS);
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

function runOnce(args: readonly string[], supervised: Supervised, asked: Asked): Promise<Ended> {
  const entry = fileURLToPath(new URL('./served.js', import.meta.url));
  const env = { ...process.env, [SUPERVISED]: JSON.stringify(supervised) };
  const child = spawn(process.execPath, [...process.execArgv, entry, ...args], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
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
