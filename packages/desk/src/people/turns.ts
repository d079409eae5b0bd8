import { WestgateError } from '@westgate/base';

/**
 * Who comes before whom: someone who is signed in, or whose browser is known; then whoever comes from an address from which people came in lately; then
 * the others.
 */
export type Rank = 'known' | 'near' | 'other';

/** Who waits for a turn. */
export interface Waiting {
  readonly rank: Rank;
  readonly address: string;
  readonly name: string;
}

interface Waiter extends Waiting {
  start(): void;
  refuse(error: Error): void;
}

/** How many turns are taken at once, and how many may wait of each rank. */
export interface TurnRule {
  readonly atOnce: number;
  readonly waiting: number;
}

/** What is told to who finds the queue full. */
const SECONDS = 2;

/**
 * A short queue that is fair: addresses take turns, and names within an address. Where it is full, one who comes from an address with fewer waiting
 * takes the last place of the address with the most; else the newcomer is refused.
 */
export class Turns {
  readonly #rule: TurnRule;
  readonly #lines: Readonly<Record<Rank, Line>> = { known: new Line(), near: new Line(), other: new Line() };
  #running = 0;

  constructor(rule: TurnRule) {
    this.#rule = rule;
  }

  /** What `work` gives, done in turn. Throws `WG_TOO_MANY` with the seconds to wait where too many wait. */
  async take<T>(who: Waiting, work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#rule.atOnce) await this.#wait(who);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      const { known, near, other } = this.#lines;
      const next = known.next() ?? near.next() ?? other.next();
      if (next) next.start();
      else this.#running -= 1;
    }
  }

  /** Throws `WG_TOO_MANY` where one who came now would find no place. */
  requireRoom({ rank, address }: Pick<Waiting, 'rank' | 'address'>): void {
    const line = this.#lines[rank];
    if (line.size >= this.#rule.waiting && line.fullest(address) === null) throw busyError();
  }

  #wait(who: Waiting): Promise<void> {
    this.requireRoom(who);
    const line = this.#lines[who.rank];
    if (line.size >= this.#rule.waiting) line.lastOf(line.fullest(who.address))?.refuse(busyError());
    return new Promise((start, refuse) => line.add({ ...who, start, refuse }));
  }
}

/** Those who wait, by address and name; both in the order in which it is their turn. */
class Line {
  readonly #byAddress = new Map<string, Map<string, Waiter[]>>();
  size = 0;

  add(waiter: Waiter): void {
    const names = this.#byAddress.get(waiter.address) ?? new Map<string, Waiter[]>();
    names.set(waiter.name, [...(names.get(waiter.name) ?? []), waiter]);
    this.#byAddress.set(waiter.address, names);
    this.size += 1;
  }

  /** Whose turn it is, who waits no more; its name and address come last from now on. */
  next(): Waiter | null {
    const [address = '', names] = this.#byAddress.entries().next().value ?? [];
    const [name = '', waiters = []] = names?.entries().next().value ?? [];
    const [waiter = null, ...left] = waiters;
    if (!waiter || !names) return null;
    this.size -= 1;
    names.delete(name);
    if (left.length > 0) names.set(name, left);
    this.#byAddress.delete(address);
    if (names.size > 0) this.#byAddress.set(address, names);
    return waiter;
  }

  /** The address with the most; null where a newcomer from `address` would make that one the fullest itself. */
  fullest(address: string): string | null {
    let most = countOf(this.#byAddress.get(address)) + 1;
    let fullest: string | null = null;
    for (const [each, names] of this.#byAddress) {
      const count = countOf(names);
      if (count <= most) continue;
      most = count;
      fullest = each;
    }
    return fullest;
  }

  /** The last of an address, who waits no more; null for nobody. */
  lastOf(address: string | null): Waiter | null {
    const names = address === null ? undefined : this.#byAddress.get(address);
    const [name, waiters] = [...(names ?? [])].at(-1) ?? [];
    const last = waiters?.pop();
    if (address === null || names === undefined || name === undefined || !last) return null;
    this.size -= 1;
    if (waiters?.length === 0) names.delete(name);
    if (names.size === 0) this.#byAddress.delete(address);
    return last;
  }
}

function countOf(names: ReadonlyMap<string, readonly Waiter[]> | undefined): number {
  return [...(names?.values() ?? [])].reduce((sum, waiters) => sum + waiters.length, 0);
}

function busyError(): WestgateError {
  return new WestgateError('WG_TOO_MANY', `many people sign in at this moment; try again in ${SECONDS} s`, {
    seconds: SECONDS,
    why: 'busy',
  });
}
