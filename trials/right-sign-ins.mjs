// Signs people in again and again, each time from the next of their addresses and at the next process, as behind a balancer, until `over` is written:
// in a thread of its own, so that the time is theirs and not that of who guesses.
import { parentPort, workerData } from 'node:worker_threads';
import { signIn } from './office.mjs';

const { ports, people, over } = workerData;
const isOver = new Int32Array(over);
const times = people.map(() => []);
await Promise.all(
  people.map(async ({ name, cookie, from, mayWait }, at) => {
    do {
      const began = performance.now();
      await signIn(ports[(at + times[at].length) % ports.length], name, { cookie, from: from[times[at].length % from.length], mayWait });
      times[at].push(performance.now() - began);
    } while (Atomics.load(isOver, 0) === 0);
  }),
);
parentPort.postMessage(times);
