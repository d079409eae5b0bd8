import { WestgateError } from '@westgate/base';

/** Who waits for a turn. */
export interface Waiting {
  /** Comes before those who are not: someone who is signed in, or whose browser is known. */
  readonly isFirst: boolean;
  readonly address: string;
  readonly name: string;
}

interface Waiter extends Waiting {
  start(): void;
  refuse(error: Error): void;
}

/** How many turns are taken at once, and how many may wait, of those who come first and of the others each. */
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
  readonly #lines = { first: new Line(), others: new Line() };
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
      const next = this.#lines.first.next() ?? this.#lines.others.next();
      if (next) next.start();
      else this.#running -= 1;
    }
  }

  #wait(who: Waiting): Promise<void> {
    const line = who.isFirst ? this.#lines.first : this.#lines.others;
    if (line.size >= this.#rule.waiting) {
      const moved = line.lastOfFullest(who.address);
      if (!moved) throw busyError();
      moved.refuse(busyError());
    }
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

  /** The last of the address with the most, who waits no more, where a newcomer from `address` would not make that one the fullest itself. */
  lastOfFullest(address: string): Waiter | null {
    const counts = [...this.#byAddress].map(([each, names]) => ({ each, names, count: countOf(names) }));
    const own = counts.find(({ each }) => each === address)?.count ?? 0;
    const fullest = counts.reduce((most, each) => (each.count > most.count ? each : most), { each: '', names: new Map(), count: own + 1 });
    const [name, waiters] = [...fullest.names].at(-1) ?? [];
    const last = waiters?.pop();
    if (!last) return null;
    this.size -= 1;
    if (waiters.length === 0) fullest.names.delete(name);
    if (fullest.names.size === 0) this.#byAddress.delete(fullest.each);
    return last;
  }
}

function countOf(names: ReadonlyMap<string, readonly Waiter[]>): number {
  return [...names.values()].reduce((sum, waiters) => sum + waiters.length, 0);
}

function busyError(): WestgateError {
  return new WestgateError('WG_TOO_MANY', `many people sign in at this moment; try again in ${SECONDS} s`, {
    seconds: SECONDS,
    why: 'busy',
  });
}
