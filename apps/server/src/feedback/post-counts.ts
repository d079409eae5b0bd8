import { networkOf } from '@westgate/desk';

/** How many forms are taken: of one network, and of all, in so many milliseconds. */
export interface PostRule {
  readonly windowMs: number;
  readonly ofOne: number;
  readonly ofAll: number;
}

/** Networks that are counted apart; where more come at once they are counted together. */
const MOST_NETWORKS = 10_000;
const OTHERS = 'others';

/** Counts forms by the network they come from, window after window, in memory that stays small. */
export class PostCounts {
  readonly #rule: PostRule;
  #since = Number.NEGATIVE_INFINITY;
  #counts = new Map<string, number>();
  #all = 0;

  constructor(rule: PostRule) {
    this.#rule = rule;
  }

  /** Counts one more; gives the seconds after which there is room again where there is none, else 0. */
  take(address: string, nowMs: number): number {
    const { windowMs, ofOne, ofAll } = this.#rule;
    if (nowMs - this.#since >= windowMs) {
      this.#since = nowMs;
      this.#counts = new Map();
      this.#all = 0;
    }
    const network = networkOf(address);
    const name = this.#counts.has(network) || this.#counts.size < MOST_NETWORKS ? network : OTHERS;
    const count = this.#counts.get(name) ?? 0;
    if (count >= ofOne || this.#all >= ofAll) return Math.max(1, Math.ceil((this.#since + windowMs - nowMs) / 1000));
    this.#counts.set(name, count + 1);
    this.#all += 1;
    return 0;
  }
}
