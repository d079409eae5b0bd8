import type { WestgateError } from '@westgate/base';
import { hashOf } from '@westgate/desk';
import { tooMany } from '../caller/too-many.ts';
import { WindowCounts } from '../caller/window-counts.ts';

/** Sessions and tokens that are remembered as good. */
const MOST_GOOD = 4_000;

/**
 * Counts what authentication refuses in a minute, for each person and each network. Whoever shows a session or a token that was accepted here lately
 * is looked at whatever others of the same network show: a stranger behind the address of an office stops nobody who is signed in.
 */
export class Refusals {
  readonly #most: number;
  readonly #counts = new WindowCounts();
  /** Hashes, the one that was shown longest ago first. */
  readonly #good = new Set<string>();

  /** `most`: refusals of one owner in a minute. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Whether `shown`, which is to be looked up for `owner`, may be. */
  hasRoom(owner: string, shown: string): boolean {
    return this.#counts.of(owner) < this.#most || this.#good.has(hashOf(shown));
  }

  /** Remembers whether what was shown was accepted. */
  note(shown: string, isGood: boolean): void {
    const hash = hashOf(shown);
    this.#good.delete(hash);
    if (!isGood) return;
    this.#good.add(hash);
    const [oldest] = this.#good;
    if (this.#good.size > MOST_GOOD && oldest !== undefined) this.#good.delete(oldest);
  }

  /** Counts a refusal. */
  count(owner: string): void {
    this.#counts.add(owner);
  }

  /** Counts a refusal; gives what is to be thrown: `error`, or `WG_TOO_MANY` where there were too many. */
  refused(owner: string, error: WestgateError): WestgateError {
    const isTooMany = this.#counts.of(owner) >= this.#most;
    this.count(owner);
    return isTooMany ? this.tooMany() : error;
  }

  /** What is thrown where too much was refused. */
  tooMany(): WestgateError {
    return tooMany(`expected at most ${this.#most} refused requests a minute`, this.#counts.secondsLeft());
  }
}
