import { WestgateError } from '@westgate/base';
import type { Access, AttemptEnd, AttemptRule } from '@westgate/store';
import { hashOf } from './secret.ts';

/** What an attempt is counted for, and how. */
export interface AttemptKey {
  /** A kind and a hash: what was typed may be a password in the wrong field. */
  readonly key: string;
  readonly rule: AttemptRule;
  /** Whether what was right clears what went wrong before: not for an address, where who guesses names may have one of their own. */
  readonly isCleared: boolean;
}

/** An attempt that was counted and may be looked at. */
export interface Taken {
  /** Says what became of it for these keys, or for those that nothing was said of yet; gives the most wrong ones held against one of them. */
  end(how: AttemptEnd, keys?: readonly AttemptKey[]): Promise<number>;
}

/** Wrong attempts, and those being looked at, that cost no wait. */
const FREE = { one: 5, address: 20 } as const;
const HOUR_MS = 60 * 60_000;
const UNDERWAY_MS = 60_000;
const WAITS = { firstWaitMs: 15_000, longestWaitMs: 15 * 60_000, forgottenMs: HOUR_MS, underwayMs: UNDERWAY_MS } as const;
/** A secret of 32 bytes is not guessed: links that are none are slowed down for a moment, and lock nobody out who shares the address. */
const LINKS: AttemptRule = { free: 60, firstWaitMs: 1_000, longestWaitMs: 1_000, forgottenMs: 60_000, underwayMs: UNDERWAY_MS };
/** Each person who came in from an address lately lets two more go wrong there: a whole office may stand behind it. */
const MORE_A_PERSON = 2;
const MOST_PEOPLE = 200;
const LATELY_MS = 7 * 24 * HOUR_MS;
const CAME_IN = 'came in';
/** How long a process remembers that of an address. */
const NEAR_MS = HOUR_MS;
const MOST_NEAR = 10_000;
/** How often counts that are forgotten are cleared away. */
const SWEEP_MS = 60_000;

/**
 * Slows down who guesses. An attempt is counted before it is looked at, where all processes of the office see it: however many are sent at once,
 * no more are looked at than the free ones, and then one after each wait.
 */
export class Attempts {
  readonly #access: Access;
  /** Keys of attempts that this process looks at: where those are as many as may be, nobody else need be asked. */
  readonly #underway = new Map<string, number>();
  /** Networks that this process knows people to have come in from lately, with the time until which it takes that to be so. */
  readonly #near = new Map<string, number>();
  #sweptMs = 0;

  constructor(access: Access) {
    this.#access = access;
  }

  /** Counts an attempt under each key, in their order. Throws `WG_TOO_MANY` with the seconds to wait where one of them must. */
  async take(keys: readonly AttemptKey[], nowMs: number): Promise<Taken> {
    await this.#sweep(nowMs);
    const open = new Set<AttemptKey>();
    const end: Taken['end'] = (how, of = [...open]) =>
      this.#end(
        of.filter((each) => open.delete(each)),
        how,
        nowMs,
      );
    try {
      for (const each of keys) {
        const waitMs = await this.#take(each, nowMs);
        if (waitMs > 0) throw mustWaitError(Math.ceil(waitMs / 1000));
        open.add(each);
      }
    } catch (error) {
      await end('back');
      throw error;
    }
    return { end };
  }

  /** What an attempt from an address is counted for; more may go wrong where more people came in from lately. */
  async fromAddress(address: string, nowMs: number): Promise<AttemptKey> {
    const network = hashOf(networkOf(address));
    const people = Math.min(await this.#access.countShortLived(CAME_IN, network, nowMs), MOST_PEOPLE);
    if (people > 0) this.#keepNear(network, nowMs);
    return { key: `address ${network}`, rule: { ...WAITS, free: FREE.address + MORE_A_PERSON * people }, isCleared: false };
  }

  /** Remembers for a week that a person came in from an address. */
  async cameIn(person: string, address: string, nowMs: number): Promise<void> {
    const owner = hashOf(networkOf(address));
    const entry = { kind: CAME_IN, key: hashOf(`${person} ${owner}`), owner, held: '', untilMs: nowMs + LATELY_MS };
    await this.#access.putShortLived(entry, nowMs);
    this.#keepNear(owner, nowMs);
  }

  /** Whether people came in from an address lately, as far as this process knows without asking anybody. */
  isNear(address: string, nowMs: number): boolean {
    return nowMs < (this.#near.get(hashOf(networkOf(address))) ?? 0);
  }

  async #take({ key, rule }: AttemptKey, nowMs: number): Promise<number> {
    const here = this.#underway.get(key) ?? 0;
    if (here >= rule.free) return 1_000;
    this.#underway.set(key, here + 1);
    let waitMs = 1;
    try {
      waitMs = await this.#access.takeAttempt(key, rule, nowMs);
      return waitMs;
    } finally {
      if (waitMs > 0) this.#leave(key);
    }
  }

  /** Whatever the store says, this process looks at none of them any more: what the store was not told of is broken off there after a minute. */
  async #end(keys: readonly AttemptKey[], how: AttemptEnd, nowMs: number): Promise<number> {
    for (const { key } of keys) this.#leave(key);
    const told = await Promise.allSettled(
      keys.map(({ key, rule, isCleared }) => {
        return this.#access.endAttempt(key, how === 'right' && !isCleared ? 'back' : how, rule, nowMs);
      }),
    );
    let most = 0;
    for (const each of told) {
      if (each.status === 'rejected') throw each.reason;
      most = Math.max(most, each.value);
    }
    return most;
  }

  #leave(key: string): void {
    const left = (this.#underway.get(key) ?? 1) - 1;
    if (left > 0) this.#underway.set(key, left);
    else this.#underway.delete(key);
  }

  #keepNear(network: string, nowMs: number): void {
    if (this.#near.size >= MOST_NEAR) this.#near.clear();
    this.#near.set(network, nowMs + NEAR_MS);
  }

  async #sweep(nowMs: number): Promise<void> {
    if (Math.abs(nowMs - this.#sweptMs) < SWEEP_MS) return;
    this.#sweptMs = nowMs;
    for (const [network, untilMs] of this.#near) if (untilMs <= nowMs) this.#near.delete(network);
    await this.#access.sweepAttempts(nowMs - WAITS.forgottenMs);
  }
}

/** What is counted for one thing that is guessed at: a name, a passkey, the codes or the password of a person. */
export function attemptAt(kind: 'name' | 'passkey' | 'device' | 'code' | 'own' | 'link', what: string): AttemptKey {
  return { key: `${kind} ${hashOf(what)}`, rule: { ...WAITS, free: FREE.one }, isCleared: true };
}

/** What is counted for an address alone, of links. */
export function linksFrom(address: string): AttemptKey {
  return { key: `links ${hashOf(networkOf(address))}`, rule: LINKS, isCleared: false };
}

/** The part of an address that one line has: of IPv6 the first four groups, as each line gets all addresses behind them. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [before = '', after = ''] = plain.split('%')[0]?.split('::') ?? [];
  const [head, tail] = [before.split(':').filter(Boolean), after.split(':').filter(Boolean)];
  const groups = [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

function mustWaitError(seconds: number): WestgateError {
  return new WestgateError(
    'WG_TOO_MANY',
    { zh: `多次输错，请 ${seconds} 秒后再试`, en: `too many wrong attempts; try again in ${seconds} s` },
    { seconds },
  );
}
