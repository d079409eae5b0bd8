/** So much that was of no use to others is remembered; where more is asked for, it is begun anew. */
const MOST_APART = 5_000;

/** Those who wait until one of them who asks the same has an answer: it is made once, and given to all. */
export class Waiting {
  readonly #makings = new Map<string, (() => void)[]>();
  /** What was made at `#moment` and was not for those who waited. */
  readonly #apart = new Set<string>();
  #moment = '';

  /** Has `goOn` wait for who makes `what` already; false where nobody does. */
  waits(what: string, goOn: () => void): boolean {
    const waiting = this.#makings.get(what);
    waiting?.push(goOn);
    return waiting !== undefined;
  }

  /** Whether others may wait for who begins to make `what` now: where that was of no use at this moment before, nobody does. */
  begin(what: string, moment: string): boolean {
    if (moment !== this.#moment) this.#apart.clear();
    this.#moment = moment;
    if (this.#apart.has(what)) return false;
    this.#makings.set(what, []);
    return true;
  }

  /** Lets those who wait go on. `isOfUse`: there is something for them now. */
  end(what: string, isOfUse: boolean): void {
    const waiting = this.#makings.get(what) ?? [];
    this.#makings.delete(what);
    if (this.#apart.size >= MOST_APART) this.#apart.clear();
    if (!isOfUse) this.#apart.add(what);
    for (const goOn of waiting) goOn();
  }
}
