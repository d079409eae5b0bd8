import { ORDERS_AT } from '../grid/domain.ts';
import type { Kernel, Layout } from '../grid/kernel.ts';

/** What threads do together, each on rows of its own; nobody begins one before all have ended the one before. */
export const JOBS = { end: 0, sweep: 1, held: 2, again: 3, peaks: 4 } as const;
export type Job = (typeof JOBS)[keyof typeof JOBS];

/** Words of the orders: whole numbers, and single floats in {@link FLOATS}. */
export const WORDS = { order: 0, done: 1, job: 2, parity: 3, least: 4, arrives: 5, stays: 6 } as const;
export const FLOATS = { dt: 8, invdx: 9, n2: 10, hmin: 11, dtdx: 12, time: 13, since: 14 } as const;
/** Words of each thread: its rows, and what it found. A line of the cache is 16 words. */
const OWN = { first: 0, last: 1, smallest: 2, fastest: 3 } as const;
export const MOST_THREADS = 64;

/** The place in the memory where threads are told what to do, and what they tell. */
export class Orders {
  readonly words: Int32Array;
  readonly floats: Float32Array;

  constructor({ memory }: Layout) {
    this.words = new Int32Array(memory.buffer, ORDERS_AT, 16 * (MOST_THREADS + 1));
    this.floats = new Float32Array(memory.buffer, ORDERS_AT, 16 * (MOST_THREADS + 1));
  }

  share(thread: number, first: number, last: number): void {
    this.words[ownOf(thread) + OWN.first] = first;
    this.words[ownOf(thread) + OWN.last] = last;
  }

  smallest(thread: number): number {
    return this.words[ownOf(thread) + OWN.smallest] ?? 0;
  }

  fastest(thread: number): number {
    return this.floats[ownOf(thread) + OWN.fastest] ?? 0;
  }
}

/** Does one job on the rows of a thread. */
export function doJob(kernel: Kernel, { at, stride, rows }: Layout, { words, floats }: Orders, thread: number): void {
  const own = ownOf(thread);
  const [first, last] = [words[own + OWN.first] ?? 0, words[own + OWN.last] ?? 0];
  if (last < first) {
    words[own + OWN.smallest] = 0;
    floats[own + OWN.fastest] = 0;
    return;
  }
  const word = (name: keyof typeof WORDS) => words[WORDS[name]] ?? 0;
  const float = (name: keyof typeof FLOATS) => floats[FLOATS[name]] ?? 0;
  const isEven = word('parity') === 0;
  const [u, v, x, y] = isEven ? [at.ua, at.va, at.qx, at.qy] : [at.ub, at.vb, at.xb, at.yb];
  const [un, vn, xn, yn] = isEven ? [at.ub, at.vb, at.xb, at.yb] : [at.ua, at.va, at.qx, at.qy];
  switch (word('job')) {
    case JOBS.sweep: {
      const [dt, invdx, n2, hmin, dtdx] = [float('dt'), float('invdx'), float('n2'), float('hmin'), float('dtdx')];
      kernel.passS(first, last, stride * 4);
      kernel.passSweep(u, v, x, y, un, vn, xn, yn, first, last, rows + 1, dt, invdx, n2, hmin, dtdx, word('least'));
      return;
    }
    case JOBS.held:
    case JOBS.again: {
      const [out, isAgain] = [ORDERS_AT + (own + OWN.fastest) * 4, word('job') === JOBS.again];
      words[own + OWN.smallest] = kernel.passHeld(u, v, x, y, un, vn, first, last, rows + 1, word('least'), out, isAgain);
      return;
    }
    case JOBS.peaks: {
      const { deepest, fastest, danger, arrival, stay } = at;
      const [from, to] = [Math.max(1, first), Math.min(rows, last)];
      const [arrives, stays, time, since] = [word('arrives'), word('stays'), float('time'), float('since')];
      kernel.passPeaks(un, vn, deepest, fastest, danger, arrival, stay, from, to, word('least'), arrives, stays, time, since);
      return;
    }
    default:
  }
}

function ownOf(thread: number): number {
  return 16 * (thread + 1);
}
