import { Worker } from 'node:worker_threads';
import { main } from './main.ts';

// What a supervisor starts. A thread of its own sees when the supervisor is gone, however busy this one is.
const workerData = { supervisor: process.ppid };
new Worker(new URL('./end-with-supervisor.worker.js', import.meta.url), { workerData, execArgv: [] }).unref();
process.exitCode = await main(['serve', ...process.argv.slice(2)]);
