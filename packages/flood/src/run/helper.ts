// A thread that helps a run: see crew.ts. It does what it is told on its rows until it is told to end.
import { workerData } from 'node:worker_threads';
import { kernelOn, type Layout } from '../grid/kernel.ts';
import { waitFor } from './barrier.ts';
import { doJob, JOBS, Orders, WORDS } from './passes.ts';

const { layout, thread } = workerData as { readonly layout: Layout; readonly thread: number };
const kernel = kernelOn(layout);
const orders = new Orders(layout);
const { words } = orders;

for (let seen = 0; ; ) {
  const last = seen;
  waitFor(words, WORDS.order, (order) => order !== last);
  seen = Atomics.load(words, WORDS.order);
  const isEnd = words[WORDS.job] === JOBS.end;
  if (!isEnd) doJob(kernel, layout, orders, thread);
  Atomics.add(words, WORDS.done, 1);
  Atomics.notify(words, WORDS.done);
  if (isEnd) break;
}
