import { Worker } from 'node:worker_threads';
import { inBackground, WestgateError } from '@westgate/base';
import type { FromWorker, Job, JobOrder, Jobs, ToWorker } from './job.ts';
import type { Guarded } from './job-guard.worker.ts';
import { monotonicMs } from './monotonic-ms.ts';

/** Runs jobs one after the other, in a process of its own that its asker may end at any time. */
const until = new Float64Array(new SharedArrayBuffer(16));
const guarded: Guarded = { pid: process.pid, asker: process.ppid, until };
new Worker(new URL('./job-guard.worker.js', import.meta.url), { workerData: guarded, execArgv: [], env: {} }).unref();

let taken: (() => void) | null = null;
process.on('message', (message: ToWorker) => {
  if (message.kind === 'more') taken?.();
  else inBackground(message.name, () => run(message), fail);
});
process.on('disconnect', () => process.exit());

async function run({ module, name, input, limits }: JobOrder): Promise<void> {
  until[0] = monotonicMs() + limits.wallMs;
  until[1] = limits.memoryMb * 1e6;
  try {
    const job = await jobOf(module, name);
    const answer = await job(input, { limits, hand });
    send({ kind: 'done', answer });
  } catch (error) {
    // A parser that calls itself for each level ends so, as does a text longer than any may be.
    if (error instanceof RangeError) send({ kind: 'hard', found: error.message.slice(0, 200) });
    else if (error instanceof WestgateError) send({ kind: 'refused', code: error.code, message: error.message, details: error.details });
    else fail(error instanceof Error ? error : new Error(String(error)));
  } finally {
    until[0] = 0;
  }
}

function fail(error: Error): void {
  send({ kind: 'failed', message: (error.stack ?? error.message).slice(0, 2_000) });
}

function hand(piece: unknown): Promise<void> {
  return new Promise((resolve) => {
    taken = resolve;
    send({ kind: 'piece', piece });
  });
}

function send(message: FromWorker): void {
  process.send?.(message);
}

async function jobOf(module: string, name: string): Promise<Job<unknown, unknown, unknown>> {
  const { jobs }: { readonly jobs: Jobs } = await import(module);
  const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined;
  if (!job) throw new Error(`invariant broken: there is a job ${name}`);
  return job;
}
