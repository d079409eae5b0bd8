import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ERRORS, type ErrorCode, never, WestgateError } from '@westgate/base';
import type { FromWorker, JobOrder, ToWorker } from './job.ts';

/** Megabytes of JavaScript values that a worker may ever hold; the limit of the single job is looked at beside it. */
const HEAP_MB = 1_024;

/** How far a worker yields to the office: it gets a third of what the office gets where both want the processor. */
const NICENESS = 5;

/** What a worker has of the environment: nothing that opens anything. */
const KEPT = ['TZ', 'NODE_ICU_DATA', 'NODE_V8_COVERAGE'] as const;

/** A job for a worker, and whoever waits for it. */
export interface JobAsk extends JobOrder {
  readonly signal: AbortSignal | undefined;
  readonly onPiece: ((piece: unknown) => void) | undefined;
}

/**
 * A worker: a process of its own for one job at a time. A thread would share its end with the office where a single value outgrows its memory;
 * a process is simply gone. It has nothing of the environment, and yields to the office.
 */
export class JobProcess {
  readonly #child: ChildProcess;
  /** Jobs done. */
  done = 0;
  #isGone = false;

  constructor() {
    this.#child = fork(fileURLToPath(new URL('./job.worker.js', import.meta.url)), [], {
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      env: keptEnvironment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.once('exit', () => {
      this.#isGone = true;
    });
    this.#child.on('error', () => {
      this.#isGone = true;
    });
    this.#yieldToOffice();
    this.rest();
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Lets this process end although the worker is there. */
  rest(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }

  /** Ends the worker at once, whatever it does. */
  end(): void {
    this.#isGone = true;
    this.#child.kill('SIGKILL');
  }

  /**
   * Does a job. Throws what it throws as a `WestgateError`; `WG_TOO_HARD` where it takes more than its limits or breaks its worker; what the
   * signal was ended with. After any of these but the first the worker is gone.
   */
  run({ module, name, input, limits, signal, onPiece }: JobAsk): Promise<unknown> {
    const child = this.#child;
    child.ref();
    child.channel?.ref();
    return new Promise<unknown>((resolve, reject) => {
      const stop = (error: unknown): void => {
        this.end();
        finish(() => reject(error));
      };
      const timer = setTimeout(() => stop(tooHard(name, 'time', `at most ${limits.wallMs / 1000} s of work`, 'more')), limits.wallMs);
      const abort = (): void => stop(signal?.reason);
      const gone = (): void =>
        stop(tooHard(name, 'memory', `at most ${limits.memoryMb} MB of memory`, 'more, or what no program can read'));
      const hear = (message: FromWorker): void => {
        switch (message.kind) {
          case 'piece':
            take(message.piece);
            break;
          case 'done':
            finish(() => resolve(message.answer));
            break;
          case 'refused':
            finish(() => reject(refusalOf(message)));
            break;
          case 'hard':
            finish(() => reject(tooHard(name, 'memory', 'what is nested less deep, and shorter', message.found)));
            break;
          case 'failed':
            stop(new Error(`the job ${name} failed: ${message.message}`));
            break;
          default:
            never(message);
        }
      };
      const take = (piece: unknown): void => {
        try {
          onPiece?.(piece);
          send({ kind: 'more' });
        } catch (error) {
          stop(error);
        }
      };
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        child.off('message', hear).off('exit', gone).off('error', gone);
        this.done += 1;
        this.rest();
        settle();
      };
      const send = (message: ToWorker): void => {
        child.send(message as Serializable, (error) => {
          if (error) gone();
        });
      };
      child.on('message', hear).on('exit', gone).on('error', gone);
      signal?.addEventListener('abort', abort, { once: true });
      if (this.#isGone) gone();
      else send({ kind: 'run', module, name, input, limits });
    });
  }

  #yieldToOffice(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      setPriority(pid, NICENESS);
    } catch {
      // Where the system does not let it be said, or the process is gone already, it runs as it is.
    }
  }
}

function keptEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

/** The error for a job that takes more than it may. */
export function tooHard(job: string, cause: 'time' | 'memory' | 'input', expected: string, found: string): WestgateError {
  return new WestgateError('WG_TOO_HARD', `expected ${expected}, found ${found}`, { job, cause, expected, found });
}

function refusalOf({ code, message, details }: Extract<FromWorker, { kind: 'refused' }>): Error {
  return isCode(code) ? new WestgateError(code, message, details) : new Error(message);
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
