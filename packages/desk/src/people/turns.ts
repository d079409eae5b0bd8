import { WestgateError } from '@westgate/base';

/**
 * Who comes before whom: someone who is signed in, or whose browser is known; then whoever comes from an address from which people came in lately; then
 * the others.
 */
export type Rank = 'known' | 'near' | 'other';
const RANKS: readonly Rank[] = ['known', 'near', 'other'];

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

/** How many turns are taken at once, how many may wait of each rank, and for how long. */
export interface TurnRule {
  readonly atOnce: number;
  readonly waiting: number;
  /** Milliseconds after which one who waits is refused. */
  readonly patienceMs: number;
}

/** What is told to who finds the queue full, or waited for too long. */
const SECONDS = 2;
/** Addresses whose turns are remembered while others wait. */
const MOST_REMEMBERED = 1_000;

/**
 * A short queue that is fair. Each rank has at least every third turn while it waits; what is left goes to the first. In a rank addresses take turns, and
 * names within an address. Where it is full, one who comes from an address with less takes the last place of the address with the most: that waits, and
 * that had its turn since the rank was last empty. Else the newcomer is refused.
 */
export class Turns {
  readonly #rule: TurnRule;
  readonly #lines: Readonly<Record<Rank, Line>> = { known: new Line(), near: new Line(), other: new Line() };
  #running = 0;
  /** Turns given since nobody waited. */
  #given = 0;

  constructor(rule: TurnRule) {
    this.#rule = rule;
  }

  /** What `work` gives, done in turn. Throws `WG_TOO_MANY` with the seconds to wait where too many wait, or for too long. */
  async take<T>(who: Waiting, work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#rule.atOnce) await this.#wait(who);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#next();
      if (next) next.start();
      else this.#running -= 1;
    }
  }

  /** Throws `WG_TOO_MANY` where one who came now would find no place. */
  requireRoom({ rank, address }: Pick<Waiting, 'rank' | 'address'>): void {
    const line = this.#lines[rank];
    if (line.size >= this.#rule.waiting && line.fullest(address) === null) throw busyError();
  }

  #next(): Waiter | null {
    const due = RANKS[this.#given % RANKS.length] ?? 'known';
    for (const rank of [due, ...RANKS]) {
      const next = this.#lines[rank].next();
      if (!next) continue;
      this.#given += 1;
      return next;
    }
    this.#given = 0;
    return null;
  }

  #wait(who: Waiting): Promise<void> {
    this.requireRoom(who);
    const line = this.#lines[who.rank];
    if (line.size >= this.#rule.waiting) line.lastOf(line.fullest(who.address))?.refuse(busyError());
    return new Promise((begin, fail) => {
      const waiter: Waiter = {
        ...who,
        start() {
          clearTimeout(timer);
          begin();
        },
        refuse(error) {
          clearTimeout(timer);
          line.remove(waiter);
          fail(error);
        },
      };
      const timer = setTimeout(() => waiter.refuse(busyError()), this.#rule.patienceMs);
      line.add(waiter);
    });
  }
}

/** Those who wait, by address and name; both in the order in which it is their turn. */
class Line {
  readonly #byAddress = new Map<string, Map<string, readonly Waiter[]>>();
  /** Turns that addresses had since nobody waited. */
  readonly #had = new Map<string, number>();
  size = 0;

  add(waiter: Waiter): void {
    const names = this.#byAddress.get(waiter.address) ?? new Map<string, readonly Waiter[]>();
    names.set(waiter.name, [...(names.get(waiter.name) ?? []), waiter]);
    this.#byAddress.set(waiter.address, names);
    this.size += 1;
  }

  /** Whose turn it is, who waits no more; its name and address come last from now on. */
  next(): Waiter | null {
    const [address = '', names] = this.#byAddress.entries().next().value ?? [];
    const [name = '', waiters = []] = names?.entries().next().value ?? [];
    const [waiter] = waiters;
    if (!waiter || !names) return null;
    putLast(names, name);
    putLast(this.#byAddress, address);
    if (this.#had.size >= MOST_REMEMBERED) this.#had.clear();
    this.#had.set(address, (this.#had.get(address) ?? 0) + 1);
    this.remove(waiter);
    return waiter;
  }

  /** The address with the most; null where a newcomer from `address` would make that one the fullest itself. */
  fullest(address: string): string | null {
    let most = this.#countOf(address) + 1;
    let fullest: string | null = null;
    for (const each of this.#byAddress.keys()) {
      const count = this.#countOf(each);
      if (count <= most) continue;
      most = count;
      fullest = each;
    }
    return fullest;
  }

  /** The last of an address; null for nobody. */
  lastOf(address: string | null): Waiter | null {
    const names = address === null ? undefined : this.#byAddress.get(address);
    return [...(names?.values() ?? [])].at(-1)?.at(-1) ?? null;
  }

  /** Lets one go who waits no more. */
  remove(waiter: Waiter): void {
    const { address, name } = waiter;
    const names = this.#byAddress.get(address);
    const waiters = names?.get(name) ?? [];
    if (!names || !waiters.includes(waiter)) return;
    names.set(
      name,
      waiters.filter((each) => each !== waiter),
    );
    if (waiters.length === 1) names.delete(name);
    if (names.size === 0) this.#byAddress.delete(address);
    this.size -= 1;
    if (this.size === 0) this.#had.clear();
  }

  /** Those of an address who wait, and the turns it had. */
  #countOf(address: string): number {
    const waiting = [...(this.#byAddress.get(address)?.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
    return waiting + (this.#had.get(address) ?? 0);
  }
}

/** Makes `key` the last one of `map`. */
function putLast<Held>(map: Map<string, Held>, key: string): void {
  const held = map.get(key);
  if (held === undefined) return;
  map.delete(key);
  map.set(key, held);
}

function busyError(): WestgateError {
  return new WestgateError('WG_TOO_MANY', `many people sign in at this moment; try again in ${SECONDS} s`, {
    seconds: SECONDS,
    why: 'busy',
  });
}
