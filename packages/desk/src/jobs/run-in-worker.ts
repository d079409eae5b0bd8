import { jobRunner } from './job-runner.ts';
import type { jobs } from './jobs.ts';

/**
 * Does a job of the desk by its name in a worker, so that nothing in a foreign file or a long work holds the office: within limits of time,
 * memory, input, depth and count, a few at a time and in turn for all who ask. `onPiece` is told what it hands over while it works. Throws what
 * the job throws as a `WestgateError`; `WG_TOO_HARD` where it takes more than the limits or breaks its worker, `WG_TOO_MANY` where too many
 * wait; what `signal` was ended with when it ends, and the work is ended then.
 */
export const runInWorker = jobRunner<typeof jobs>(new URL('./jobs.js', import.meta.url));
