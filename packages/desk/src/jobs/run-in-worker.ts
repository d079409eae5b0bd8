import { jobRunner, type RunJob } from './job-runner.ts';
import type { jobs } from './parse-json-job.ts';

/** Parses JSON from elsewhere as {@link jobRunner} says, so that nothing in it holds the office. */
export const runInWorker: RunJob<typeof jobs> = jobRunner(new URL('./parse-json-job.js', import.meta.url));
