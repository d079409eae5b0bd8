import { jobRunner } from '@westgate/desk';
import type { jobs } from './hard-jobs.ts';

/** Asks for a job that never ends, and is killed over it. */
const run = jobRunner<typeof jobs>(new URL('./hard-jobs.js', import.meta.url));
process.send?.('asking');
await run('forEver', null);
