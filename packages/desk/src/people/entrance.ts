import { isIPv4, isIPv6 } from 'node:net';
import { availableParallelism } from 'node:os';
import { type InstantString, WestgateError } from '@westgate/base';
import type { Access } from '@westgate/store';
import { type AttemptKey, Attempts, linksFrom, networkOf, type Taken } from './attempts.ts';
import { type Rank, Turns } from './turns.ts';

/** Someone who wants to come in, whatever they show. */
export interface Attempt {
  /** What is guessed at; null where nothing can be: it waits for its turn, and is counted for nothing. */
  readonly key: AttemptKey | null;
  /** It is counted for the address as well. */
  readonly isFromAnywhere: boolean;
  /** What else it is counted for. */
  readonly besides?: readonly AttemptKey[];
  /** Whose account it would be; null where nobody knows. */
  readonly person: string | null;
  /** '' for who is signed in: each waits as one of their own. */
  readonly address: string;
  readonly now: Date;
  /** Signed in, or in a browser that is known: comes before others. */
  readonly isFirst: boolean;
  readonly queue: Queue;
}

/** What it waits for, each in a queue of its own: a password takes a processor and 32 MB, the directory seconds on the network, other things neither. */
export type Queue = keyof typeof QUEUES;

/** An attempt that may be looked at. */
export interface Turn extends Taken {
  /** Counts and notes that it failed, and throws `WG_SIGN_IN_REFUSED`; `why`: the cause in a word, where it may be told. */
  refuse(result: string, message: string, why?: string): Promise<never>;
}

/** Half of the processors look at passwords: the rest of the office goes on. */
const PASSWORDS_AT_ONCE = Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2)));
const QUEUES = {
  password: { atOnce: PASSWORDS_AT_ONCE, waiting: 8, patienceMs: 5_000 },
  directory: { atOnce: 16, waiting: 64, patienceMs: 10_000 },
  other: { atOnce: 16, waiting: 64, patienceMs: 5_000 },
} as const;
/** Noted once in this time for what is tried and for the address: whoever sends a thousand guesses does not fill the log with them. */
const NOTED_MS = 60_000;
const MOST_NOTED = 5_000;

/** The entrance of the office: who comes in waits for a turn, is counted, and is noted in the log of sign-ins. */
export class Entrance {
  readonly attempts: Attempts;
  readonly #access: Access;
  readonly #turns: Readonly<Record<Queue, Turns>> = {
    password: new Turns(QUEUES.password),
    directory: new Turns(QUEUES.directory),
    other: new Turns(QUEUES.other),
  };
  readonly #noted = new Map<string, number>();

  constructor(access: Access) {
    this.#access = access;
    this.attempts = new Attempts(access);
  }

  /**
   * What `look` gives for an attempt that was counted first. What it says nothing of is no matter of guessing. Throws `WG_TOO_MANY` with the seconds to
   * wait, which is noted.
   */
  async take<T>(attempt: Attempt, look: (turn: Turn) => Promise<T>): Promise<T> {
    const { key, person, address, isFirst, queue, now } = attempt;
    const rank = isFirst ? 'known' : this.#rankOf(address, now);
    const who = { rank, address: address === '' ? `${person}` : networkOf(address), name: key?.key ?? '' };
    const looked = async (): Promise<T> => {
      const taken = await this.attempts.take(await this.#keysOf(attempt), now.getTime());
      try {
        return await look({ ...taken, refuse: (result, message, why) => this.#refuse(attempt, taken, { result, message, why }) });
      } finally {
        await taken.end('back');
      }
    };
    try {
      return await this.#turns[queue].take(who, looked);
    } catch (error) {
      if (error instanceof WestgateError && error.code === 'WG_TOO_MANY') await this.#noteOnce(attempt, 'must-wait');
      throw error;
    }
  }

  /** Throws `WG_TOO_MANY` where whoever shows a password and is not known would find no place: before anything is asked of the store. */
  requireRoom({ key }: AttemptKey, address: string, now: Date): void {
    this.#turns.password.requireRoom({ rank: this.#rankOf(address, now), address: networkOf(address), name: key });
  }

  /** What `work` gives, which is asked by a link; an address that shows many that are none or were used waits a moment. */
  byLink<T>(address: string, now: Date, work: () => Promise<T>): Promise<T> {
    const key = linksFrom(address);
    const attempt = { key, isFromAnywhere: false, person: null, address, now, isFirst: false, queue: 'other' } as const;
    return this.take(attempt, async (turn) => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof WestgateError && error.code === 'WG_LINK_SPENT') await turn.end('wrong');
        throw error;
      }
    });
  }

  /** Notes what came of an attempt; never what was typed. */
  note({ person, address, now }: Pick<Attempt, 'person' | 'address' | 'now'>, result: string): Promise<void> {
    return this.#access.noteSignIn({ at: now.toISOString() as InstantString, person, result, address: shortAddress(address) });
  }

  #rankOf(address: string, now: Date): Rank {
    return this.attempts.isNear(address, now.getTime()) ? 'near' : 'other';
  }

  /**
   * Found out when it is one's turn: who is told that too many wait costs the database nothing. The address first: whoever invents names is stopped there,
   * before anything is kept of the names.
   */
  async #keysOf({ key, isFromAnywhere, besides = [], address, now }: Attempt): Promise<readonly AttemptKey[]> {
    const from = isFromAnywhere ? [await this.attempts.fromAddress(address, now.getTime())] : [];
    return [...from, ...(key ? [key] : []), ...besides];
  }

  async #refuse(
    attempt: Attempt,
    taken: Taken,
    { result, message, why }: { readonly result: string; readonly message: string; readonly why: string | undefined },
  ): Promise<never> {
    await taken.end('wrong');
    // What is counted for nothing could be sent without end.
    await (attempt.key ? this.note(attempt, result) : this.#noteOnce(attempt, result));
    throw new WestgateError('WG_SIGN_IN_REFUSED', message, why === undefined ? {} : { why });
  }

  async #noteOnce(attempt: Attempt, result: string): Promise<void> {
    const nowMs = attempt.now.getTime();
    const keys = [attempt.key?.key ?? '', networkOf(attempt.address)].filter((what) => what !== '').map((what) => `${result} ${what}`);
    const isNoted = keys.some((key) => nowMs - (this.#noted.get(key) ?? Number.NEGATIVE_INFINITY) < NOTED_MS);
    if (isNoted) return;
    if (this.#noted.size > MOST_NOTED) this.#noted.clear();
    for (const key of keys) this.#noted.set(key, nowMs);
    await this.note(attempt, result);
  }
}

/** An address without what tells one machine from its neighbours: the last quarter of IPv4, all but the first three groups of IPv6. */
function shortAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0`;
  if (!isIPv6(plain)) return 'unknown';
  if (plain.startsWith('::')) return '::';
  return `${plain.split(':').slice(0, 3).join(':')}::`;
}
