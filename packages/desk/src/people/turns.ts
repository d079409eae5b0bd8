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
/** Addresses and names of which it is remembered, while some wait, how often they asked. */
const MOST_REMEMBERED = 2_000;

/**
 * A short queue that is fair. Each rank has every third turn while it waits; what is left goes to the first. In a rank the address comes first that
 * asked least since the rank was last empty, and of an address the name. Where it is full, the last gives way to one who asked less; else the newcomer is
 * refused.
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
  requireRoom(who: Waiting): void {
    const line = this.#lines[who.rank];
    if (line.size < this.#rule.waiting || line.lastAfter(who)) return;
    line.noteAsked(who);
    throw busyError();
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
    if (line.size >= this.#rule.waiting) line.lastAfter(who)?.refuse(busyError());
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

/** Those of a rank who wait. */
class Line {
  readonly #waiters = new Set<Waiter>();
  /** How often addresses, and names of an address, asked since nobody waited. */
  readonly #asked = new Map<string, number>();

  get size(): number {
    return this.#waiters.size;
  }

  add(waiter: Waiter): void {
    this.noteAsked(waiter);
    this.#waiters.add(waiter);
  }

  noteAsked({ address, name }: Waiting): void {
    if (this.#asked.size >= MOST_REMEMBERED) this.#asked.clear();
    for (const what of [address, nameOf({ address, name })]) this.#asked.set(what, this.#askedOf(what) + 1);
  }

  /** Whose turn it is, who waits no more; null for nobody. */
  next(): Waiter | null {
    const [next] = this.#inTurn();
    if (!next) return null;
    this.remove(next);
    return next;
  }

  /** The last one, where a newcomer who asks now would still have asked less; null otherwise. */
  lastAfter(who: Waiting): Waiter | null {
    const last = this.#inTurn().at(-1);
    if (!last) return null;
    const [of, than] = last.address === who.address ? [nameOf(last), nameOf(who)] : [last.address, who.address];
    return this.#askedOf(of) > this.#askedOf(than) + 1 ? last : null;
  }

  /** Lets one go who waits no more. */
  remove(waiter: Waiter): void {
    this.#waiters.delete(waiter);
    if (this.size === 0) this.#asked.clear();
  }

  #inTurn(): readonly Waiter[] {
    const less = (one: Waiter, other: Waiter): number =>
      this.#askedOf(one.address) - this.#askedOf(other.address) || this.#askedOf(nameOf(one)) - this.#askedOf(nameOf(other));
    return [...this.#waiters].sort(less);
  }

  #askedOf(what: string): number {
    return this.#asked.get(what) ?? 0;
  }
}

function nameOf({ address, name }: Pick<Waiting, 'address' | 'name'>): string {
  return `${address} ${name}`;
}

function busyError(): WestgateError {
  return new WestgateError(
    'WG_TOO_MANY',
    { zh: `现在登录的人很多，请 ${SECONDS} 秒后再试`, en: `many people sign in at this moment; try again in ${SECONDS} s` },
    {
      seconds: SECONDS,
      why: 'busy',
    },
  );
}
