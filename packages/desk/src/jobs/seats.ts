import { WestgateError } from '@westgate/base';
import type { SeatLimits } from './job-limits.ts';

/** Whoever asks for a seat, and for which kind of job. */
interface Sitter {
  readonly owner: string;
  readonly isLong: boolean;
  /** Milliseconds that it waits at most. */
  readonly waitMs: number;
}

interface Waiting extends Sitter {
  readonly sit: () => void;
}

/**
 * Seats for jobs, given out in turn to all who ask, so that nobody's many jobs keep another's one from running, nor long jobs the short ones.
 */
export class Seats {
  readonly #limits: SeatLimits;
  readonly #running = new Set<Sitter>();
  /** In the order in which they came. */
  readonly #waiting: Waiting[] = [];

  constructor(limits: SeatLimits) {
    this.#limits = limits;
  }

  get running(): number {
    return this.#running.size;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Waits for a seat and gives the function that leaves it. Throws `WG_TOO_MANY` where too many wait already or none became free in time; what
   * `signal` was ended with when it ends.
   */
  async take(sitter: Sitter, signal: AbortSignal | undefined): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#isFree(sitter)) this.#running.add(sitter);
    else await this.#wait(sitter, signal);
    return () => this.#leave(sitter);
  }

  /** Long jobs leave a seat for the short ones, and one asker leaves one for others of those. */
  #isFree({ owner, isLong }: Sitter): boolean {
    const { seats } = this.#limits;
    const running = [...this.#running].filter((each) => each.isLong || !isLong);
    const most = isLong ? seats - 1 : seats;
    return this.#running.size < seats && running.length < most && ofOwner(running, owner) < Math.max(1, most - 1);
  }

  #leave(sitter: Sitter): void {
    this.#running.delete(sitter);
    this.#next()?.sit();
  }

  /** Whoever has the fewest jobs running; among these who came first. */
  #next(): Waiting | undefined {
    const free = this.#waiting.filter((each) => this.#isFree(each));
    const running = ({ owner }: Waiting): number => ofOwner([...this.#running], owner);
    return free.reduce<Waiting | undefined>((best, each) => (best && running(best) <= running(each) ? best : each), undefined);
  }

  #wait(sitter: Sitter, signal: AbortSignal | undefined): Promise<void> {
    const { waiting, waitingOfOne } = this.#limits;
    const own = ofOwner(this.#waiting, sitter.owner);
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
        this.#running.add(sitter);
        resolve();
      };
      const abort = (): void => {
        end();
        reject(signal?.reason);
      };
      const entry: Waiting = { ...sitter, sit };
      const refuse = (): void => {
        end();
        reject(
          new WestgateError('WG_TOO_MANY', {
            zh: '别人的文件和查询还没处理完，请稍后再试',
            en: 'expected others’ files and answers to be done sooner; try again shortly',
          }),
        );
      };
      const timer = Number.isFinite(sitter.waitMs) ? setTimeout(refuse, sitter.waitMs) : undefined;
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.push(entry);
    });
  }
}

function ofOwner(sitters: readonly Sitter[], owner: string): number {
  return sitters.filter((each) => each.owner === owner).length;
}
