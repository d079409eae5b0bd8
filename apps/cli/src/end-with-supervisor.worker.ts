import { workerData } from 'node:worker_threads';
import { PERIODS } from './office/periods.ts';

const { supervisor } = workerData;

// A supervisor that was killed without a word must leave nothing behind that holds the folder: what is acknowledged is on the disk.
setInterval(() => {
  if (process.ppid !== supervisor) process.kill(process.pid, 'SIGKILL');
}, PERIODS.supervisorLookMs);
