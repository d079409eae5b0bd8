import { WestgateError } from '@westgate/base';
import { hashOf } from './secret.ts';

/** Wrong attempts that cost nothing, for one name and for one address. */
const FREE = { name: 5, address: 20 } as const;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** Wrong attempts are forgotten after this. */
const FORGOTTEN_MS = 60 * 60_000;
/** Names and addresses remembered; beyond it the oldest go. */
const REMEMBERED = 20_000;

interface Count {
  readonly wrong: number;
  readonly lastMs: number;
  readonly untilMs: number;
}

/** Slows down who guesses: each wrong attempt beyond the free ones doubles the wait, for the name and for the address it came from. */
export class Attempts {
  readonly #counts = new Map<string, Count>();

  /** Throws `WG_TOO_MANY` with the seconds to wait where the name or the address must wait at `nowMs`. */
  require(name: string | null, address: string, nowMs: number): void {
    const until = Math.max(...keysOf(name, address).map(({ key }) => this.#at(key, nowMs)?.untilMs ?? 0));
    if (until <= nowMs) return;
    const seconds = Math.ceil((until - nowMs) / 1000);
    throw new WestgateError('WG_TOO_MANY', `too many wrong attempts to sign in; try again in ${seconds} s`, { seconds });
  }

  /** Counts a wrong attempt. */
  wrong(name: string | null, address: string, nowMs: number): void {
    for (const { key, free } of keysOf(name, address)) {
      const wrong = (this.#at(key, nowMs)?.wrong ?? 0) + 1;
      const waitMs = wrong < free ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (wrong - free), LONGEST_WAIT_MS);
      this.#counts.delete(key);
      this.#counts.set(key, { wrong, lastMs: nowMs, untilMs: nowMs + waitMs });
    }
    for (const key of this.#counts.keys()) {
      if (this.#counts.size <= REMEMBERED) break;
      this.#counts.delete(key);
    }
  }

  /** A right attempt: the name is free again, the address goes on being counted. */
  right(name: string | null): void {
    if (name !== null) this.#counts.delete(nameKey(name));
  }

  #at(key: string, nowMs: number): Count | null {
    const count = this.#counts.get(key);
    return count && nowMs - count.lastMs < FORGOTTEN_MS ? count : null;
  }
}

/** What an attempt is counted for: the name, where there is one, and the address. */
function keysOf(name: string | null, address: string): readonly { readonly key: string; readonly free: number }[] {
  const from = { key: `address ${address}`, free: FREE.address };
  return name === null ? [from] : [{ key: nameKey(name), free: FREE.name }, from];
}

/** What was typed may be a password in the wrong field: only its hash is kept, and that in memory alone. */
function nameKey(name: string): string {
  return `name ${hashOf(name.trim().toLowerCase())}`;
}
