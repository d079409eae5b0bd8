import { Worker } from 'node:worker_threads';
import { WestgateError } from '@westgate/base';
import type { Domain } from '../grid/domain.ts';
import type { Kernel, Layout } from '../grid/kernel.ts';
import { waitFor } from './barrier.ts';
import { doJob, FLOATS, JOBS, type Job, MOST_THREADS, Orders, WORDS } from './passes.ts';

/** Rows are shared out anew once in so many steps. */
const SHARED_EVERY = 16;
/** Cells for which a thread is worth its waiting. */
const WORTH = 2_000;

/** The thread that runs and those that help it. Each works on rows of its own, and what it writes does not depend on where they end: so the bits are those of one thread. */
export class Crew {
  readonly #domain: Domain;
  readonly #kernel: Kernel;
  readonly #orders: Orders;
  #helpers: readonly Worker[] = [];
  /** How many have rows now. */
  #working = 1;
  #until = 0;

  /** Throws WG_INPUT_INVALID where that is no number of threads. One thread where memory cannot be shared. */
  constructor(domain: Domain, kernel: Kernel, threads: number) {
    if (!(Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS))
      throw new WestgateError('WG_INPUT_INVALID', `Expected 1 to ${MOST_THREADS} threads, found ${threads}.`, { threads });
    this.#domain = domain;
    this.#kernel = kernel;
    this.#orders = new Orders(domain);
    const { memory, at, stride, rows } = domain;
    if (threads === 1 || typeof SharedArrayBuffer === 'undefined') return;
    const layout: Layout = { memory, at, stride, rows };
    this.#helpers = Array.from({ length: threads - 1 }, (_, index) => {
      const helper = new Worker(new URL('./helper.js', import.meta.url), { workerData: { layout, thread: index + 1 } });
      helper.unref();
      return helper;
    });
  }

  /** What the jobs of the next step need. `parity`: which of the two pairs of velocities is read. */
  set({ parity, dt, n2, hmin, least }: Readonly<Record<'parity' | 'dt' | 'n2' | 'hmin' | 'least', number>>): void {
    const { words, floats } = this.#orders;
    const { cell } = this.#domain;
    words[WORDS.parity] = parity;
    words[WORDS.least] = least;
    floats[FLOATS.dt] = dt;
    floats[FLOATS.invdx] = 1 / cell;
    floats[FLOATS.dtdx] = dt / cell;
    floats[FLOATS.n2] = n2;
    floats[FLOATS.hmin] = hmin;
    if (this.#until-- > 0) return;
    this.#until = SHARED_EVERY - 1;
    this.#share();
  }

  setPeaks({ time, since, arrives, stays }: Readonly<Record<'time' | 'since' | 'arrives' | 'stays', number>>): void {
    const { words, floats } = this.#orders;
    words[WORDS.arrives] = arrives;
    words[WORDS.stays] = stays;
    floats[FLOATS.time] = time;
    floats[FLOATS.since] = since;
  }

  /** All do a job on their rows; comes back once all are done. */
  do(job: Job): void {
    const { words } = this.#orders;
    words[WORDS.job] = job;
    if (this.#working === 1) {
      doJob(this.#kernel, this.#domain, this.#orders, 0);
      return;
    }
    this.#tell();
    doJob(this.#kernel, this.#domain, this.#orders, 0);
    waitFor(words, WORDS.done, (done) => done === this.#helpers.length);
  }

  /** The smallest depth, and the largest signal speed, that the last job on depths found. */
  smallest(): number {
    let least = 0;
    for (let thread = 0; thread < this.#working; thread++) least = Math.min(least, this.#orders.smallest(thread));
    return least;
  }

  fastest(): number {
    let most = 0;
    for (let thread = 0; thread < this.#working; thread++) most = Math.max(most, this.#orders.fastest(thread));
    return most;
  }

  close(): void {
    const { words } = this.#orders;
    words[WORDS.job] = JOBS.end;
    if (this.#helpers.length > 0) {
      this.#tell();
      // One that has not heard it yet would take the next job of the run for its own.
      waitFor(words, WORDS.done, (done) => done === this.#helpers.length);
    }
    this.#helpers = [];
    this.#until = 0;
  }

  #tell(): void {
    const { words } = this.#orders;
    Atomics.store(words, WORDS.done, 0);
    Atomics.add(words, WORDS.order, 1);
    Atomics.notify(words, WORDS.order);
  }

  /** About as many cells for each, by what was worked on in the last step; where that is little, all for one. */
  #share(): void {
    const threads = this.#helpers.length + 1;
    const lines = this.#domain.rows + 2;
    const ofLine = Array.from({ length: threads > 1 ? lines : 0 }, (_, line) => this.#domain.activeIn(line));
    const all = ofLine.reduce((sum, cells) => sum + cells, 0);
    this.#working = threads > 1 && all >= WORTH * threads ? threads : 1;
    let [line, sum] = [0, 0];
    for (let thread = 0; thread < threads; thread++) {
      const from = line;
      const isLast = thread >= this.#working - 1;
      while (line < lines && (isLast || sum < (all * (thread + 1)) / this.#working)) sum += ofLine[line++] ?? 0;
      this.#orders.share(thread, from, line - 1);
    }
  }
}
