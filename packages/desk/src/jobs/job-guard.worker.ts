import { workerData } from 'node:worker_threads';
import { monotonicMs } from './monotonic-ms.ts';

/** What is watched. */
export interface Guarded {
  readonly pid: number;
  /** The process that asks. */
  readonly asker: number;
  /** Shared: when the job must be done, by `monotonicMs`, 0 for none; and the bytes that the process may take. */
  readonly until: Float64Array;
}

/** How often it looks. */
const EACH_MS = 100;
/** The asker ends a late job itself; only one that nobody ends any more is ended here. */
const GRACE_MS = 5_000;

/**
 * Watches the process of a job from a thread beside it, since a parser that is caught in a file hears nothing. Ends the process when it takes
 * more memory than it may, when it is far too late, and when its asker is gone.
 */
const { pid, asker, until }: Guarded = workerData;
setInterval(() => {
  const [endsAt = 0, mostBytes = 0] = until;
  const isLate = endsAt > 0 && monotonicMs() > endsAt + GRACE_MS;
  const isLarge = endsAt > 0 && process.memoryUsage.rss() > mostBytes;
  if (isLate || isLarge || process.ppid !== asker) process.kill(pid, 'SIGKILL');
}, EACH_MS);
