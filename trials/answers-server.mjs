// The server that trials of answers ask: `fork`ed with a data folder, and limits as JSON. It tells where it answers, and on the message `look`
// (on `settle` after collecting its garbage) its memory and how long one turn of its loop took since the look before, in milliseconds of processor: what others do on the machine does
// not count. Off Linux it is milliseconds of the clock.
import { closeSync, openSync, readSync } from 'node:fs';
import { startServer } from '../apps/server/dist/src/index.js';
import { openDesk } from '../packages/desk/dist/src/index.js';

const [dataDir, limits = '{}'] = process.argv.slice(2);
const PLENTY = { readsAMinute: 1e9, writesAMinute: 1e9, addressReadsAMinute: 1e9, addressWritesAMinute: 1e9 };
const processorMs = processorClock();
const desk = await openDesk({ dataDir });
const server = await startServer({
  desk,
  host: '127.0.0.1',
  port: 0,
  webDir: null,
  operatorKey: 'operator-key-of-the-trials',
  limits: { ...PLENTY, ...JSON.parse(limits) },
});
let [last, heldMs] = [processorMs(), 0];
setInterval(() => {
  const now = processorMs();
  heldMs = Math.max(heldMs, now - last);
  last = now;
}, 1);
process.on('message', async (message) => {
  if (message === 'look' || message === 'settle') {
    if (message === 'settle') globalThis.gc?.();
    const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
    process.send({ heldMs, rss, heapUsed, external, arrayBuffers, answers: server.answers });
    [last, heldMs] = [processorMs(), 0];
  } else {
    await server.close();
    await desk.close();
    process.disconnect();
    process.exit();
  }
});
process.send({
  address: server.address,
  places: desk.register.place.size,
  ids: Object.fromEntries(Object.entries(desk.register).map(([table, rows]) => [table, [...rows.keys()][0] ?? null])),
});

/** Milliseconds of processor that this thread took so far. */
function processorClock() {
  try {
    const file = openSync('/proc/self/task/' + process.pid + '/schedstat', 'r');
    const text = Buffer.alloc(100);
    process.on('exit', () => closeSync(file));
    return () => Number(text.toString('latin1', 0, readSync(file, text, 0, text.length, 0)).split(' ')[0]) / 1e6;
  } catch {
    return () => performance.now();
  }
}
