// Loaded into the process that serves: on SIGUSR2 it collects garbage and writes down what is still held, in bytes.
const { appendFileSync } = require('node:fs');

process.on('SIGUSR2', () => {
  globalThis.gc();
  appendFileSync(`${process.env.WESTGATE_SOAK_HEAP}.${process.pid}`, `${process.memoryUsage().heapUsed}\n`);
});
