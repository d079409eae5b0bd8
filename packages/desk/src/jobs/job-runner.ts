import { AsyncLocalStorage } from 'node:async_hooks';
import type { JobAnswer, JobInput, JobPiece, Jobs } from './job.ts';
import { JOB_LIMITS, type JobLimits, SEAT_LIMITS } from './job-limits.ts';
import { JobProcess, tooHard } from './job-process.ts';
import { Seats } from './seats.ts';

/** Runs the jobs of one module; see {@link jobRunner}. */
export type RunJob<J extends Jobs> = <N extends keyof J & string>(
  name: N,
  input: JobInput<J, N>,
  limits?: Partial<JobLimits>,
  signal?: AbortSignal,
  onPiece?: (piece: JobPiece<J, N>) => void,
) => Promise<JobAnswer<J, N>>;

/** Whose jobs they are, and what ends them all. */
export interface Asker {
  readonly owner: string;
  readonly signal: AbortSignal | undefined;
}

const askers = new AsyncLocalStorage<Asker>();
/** All runners of this process share the seats. */
const seats = new Seats(SEAT_LIMITS);
/** Workers that wait for a job, the last used at the end. */
const idle: { readonly isLong: boolean; readonly worker: JobProcess; readonly timer: NodeJS.Timeout }[] = [];
let workers = 0;

/** Runs `work`; the jobs that come of it are `asker`'s: the seats are shared out among owners, and they end with its signal. */
export function workingFor<T>(asker: Asker, work: () => T): T {
  return askers.run(asker, work);
}

/** Whose work is being done; undefined for work that nobody asked for. */
export function workOwnerNow(): string | undefined {
  return askers.getStore()?.owner;
}

/** How many jobs run and wait, and how many workers there are, warm ones included. */
export function jobsStanding(): { readonly running: number; readonly waiting: number; readonly workers: number } {
  return { running: seats.running, waiting: seats.waiting, workers };
}

/**
 * The function that does the jobs of `module` (the address of a compiled module that exports them as `jobs`) by their names, so that nothing in a
 * foreign file or a long work holds the office: each in a process of its own, within limits of time, memory, input, depth and count, a few at a time
 * and in turn for all who ask. `onPiece` is told what a job hands over while it works. Throws what the job throws as a `WestgateError`;
 * `WG_TOO_HARD` where it takes more than the limits or breaks its worker, `WG_TOO_MANY` where too many wait; what `signal` was ended with when it
 * ends, and the work is ended then.
 */
export function jobRunner<J extends Jobs>(module: URL): RunJob<J> {
  return async (name, input, given, ending, onPiece) => {
    const limits = { ...JOB_LIMITS, ...given };
    const asker = askers.getStore();
    const signal = either(ending, asker?.signal);
    const size = sizeOf(input);
    if (size > limits.inputBytes) throw tooHard(name, 'input', `at most ${limits.inputBytes} bytes`, `${size}`);
    const leave = await seats.take({ owner: asker?.owner ?? '', isLong: limits.isLong, waitMs: limits.waitMs }, signal);
    try {
      const worker = takeWorker(limits.isLong);
      try {
        // The module says what each of its jobs hands over and answers, and both ends are compiled from it.
        const take = onPiece && ((piece: unknown) => onPiece(piece as JobPiece<J, typeof name>));
        return (await worker.run({ module: module.href, name, input, limits, signal, onPiece: take })) as JobAnswer<J, typeof name>;
      } finally {
        leaveWorker(limits.isLong, worker);
      }
    } finally {
      leave();
    }
  };
}

/** A warm worker or a new one; what long work has made large is kept for long work. */
function takeWorker(isLong: boolean): JobProcess {
  for (let at = idle.length - 1; at >= 0; at -= 1) {
    const found = idle[at];
    if (!found || found.isLong !== isLong) continue;
    idle.splice(at, 1);
    clearTimeout(found.timer);
    if (!found.worker.isGone) return found.worker;
    workers -= 1;
  }
  const made = new JobProcess();
  workers += 1;
  return made;
}

/** Keeps a worker that is well for the next job, as many as there are seats. */
function leaveWorker(isLong: boolean, worker: JobProcess): void {
  if (worker.isGone || worker.done >= SEAT_LIMITS.jobsOfOne) {
    endWorker(worker);
    return;
  }
  const timer = setTimeout(() => dropIdle(worker), SEAT_LIMITS.idleMs).unref();
  idle.push({ isLong, worker, timer });
  if (idle.length > SEAT_LIMITS.seats) dropIdle(idle[0]?.worker ?? worker);
}

function dropIdle(worker: JobProcess): void {
  const at = idle.findIndex((each) => each.worker === worker);
  if (at >= 0) for (const { timer } of idle.splice(at, 1)) clearTimeout(timer);
  endWorker(worker);
}

function endWorker(worker: JobProcess): void {
  workers -= 1;
  worker.end();
}

function either(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one && other ? AbortSignal.any([one, other]) : (one ?? other);
}

/** Bytes of the buffers and texts in a plain value. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length * 2;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Map) return sum([...value.keys(), ...value.values()]);
  if (typeof value === 'object' && value !== null) return sum(Object.values(value));
  return 8;
}

function sum(values: readonly unknown[]): number {
  return values.reduce<number>((total, value) => total + sizeOf(value), 0);
}
