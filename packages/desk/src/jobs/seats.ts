import { WestgateError } from '@westgate/base';
import type { SeatLimits } from './job-limits.ts';

interface Waiting {
  readonly owner: string;
  readonly sit: () => void;
}

/** Seats for jobs, given out in turn to all who ask, so that nobody's many jobs keep another's one from running. */
export class Seats {
  readonly #limits: SeatLimits;
  readonly #running = new Map<string, number>();
  /** In the order in which they came. */
  readonly #waiting: Waiting[] = [];
  #taken = 0;

  constructor(limits: SeatLimits) {
    this.#limits = limits;
  }

  get running(): number {
    return this.#taken;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Waits for a seat and gives the function that leaves it. Throws `WG_TOO_MANY` where too many wait already or none became free in time; what
   * `signal` was ended with when it ends.
   */
  async take(owner: string, signal: AbortSignal | undefined): Promise<() => void> {
    signal?.throwIfAborted();
    if (!this.#isFree(owner)) await this.#wait(owner, signal);
    else this.#sit(owner);
    return () => this.#leave(owner);
  }

  /** One asker leaves a seat for others. */
  #isFree(owner: string): boolean {
    const { seats } = this.#limits;
    return this.#taken < seats && (this.#running.get(owner) ?? 0) < Math.max(1, seats - 1);
  }

  #sit(owner: string): void {
    this.#taken += 1;
    this.#running.set(owner, (this.#running.get(owner) ?? 0) + 1);
  }

  #leave(owner: string): void {
    this.#taken -= 1;
    const left = (this.#running.get(owner) ?? 1) - 1;
    if (left > 0) this.#running.set(owner, left);
    else this.#running.delete(owner);
    const next = this.#next();
    if (next) next.sit();
  }

  /** Whoever has the fewest jobs running; among these who came first. */
  #next(): Waiting | undefined {
    const free = this.#waiting.filter(({ owner }) => this.#isFree(owner));
    const running = (owner: string): number => this.#running.get(owner) ?? 0;
    return free.reduce<Waiting | undefined>((best, each) => (best && running(best.owner) <= running(each.owner) ? best : each), undefined);
  }

  #wait(owner: string, signal: AbortSignal | undefined): Promise<void> {
    const { waiting, waitingOfOne, waitMs } = this.#limits;
    const own = this.#waiting.filter((each) => each.owner === owner).length;
    if (this.#waiting.length >= waiting || own >= waitingOfOne)
      throw new WestgateError(
        'WG_TOO_MANY',
        `expected fewer than ${own >= waitingOfOne ? own : waiting} files and answers that wait to be worked on; try again shortly`,
      );
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        const at = this.#waiting.indexOf(entry);
        if (at >= 0) this.#waiting.splice(at, 1);
      };
      const sit = (): void => {
        end();
        this.#sit(owner);
        resolve();
      };
      const abort = (): void => {
        end();
        reject(signal?.reason);
      };
      const entry: Waiting = { owner, sit };
      const timer = setTimeout(() => {
        end();
        reject(new WestgateError('WG_TOO_MANY', 'expected others’ files and answers to be done sooner; try again shortly'));
      }, waitMs);
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.push(entry);
    });
  }
}
