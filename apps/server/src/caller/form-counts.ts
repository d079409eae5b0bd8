import { workOwner } from './caller.ts';
import { WindowCounts } from './window-counts.ts';

/** How many forms are taken: of one network, and of all, in so many minutes. */
interface FormRule {
  readonly minutes: number;
  readonly ofOne: number;
  readonly ofAll: number;
}

/** Forms of the public pages that are looked at, and those that are taken. */
export const LOOKED: FormRule = { minutes: 1, ofOne: 20, ofAll: 300 };
export const TAKEN: FormRule = { minutes: 60, ofOne: 12, ofAll: 400 };

/** Counts forms by the network they come from. */
export class FormCounts {
  readonly #rule: FormRule;
  readonly #counts: WindowCounts;

  constructor(rule: FormRule) {
    this.#rule = rule;
    this.#counts = new WindowCounts(rule.minutes);
  }

  /** Counts one more; gives the seconds after which there is room again where there is none, else 0. */
  take(address: string): number {
    const owner = workOwner({ ip: address });
    if (this.#counts.of(owner) >= this.#rule.ofOne || this.#counts.all >= this.#rule.ofAll) return this.#counts.secondsLeft();
    this.#counts.add(owner);
    return 0;
  }
}
