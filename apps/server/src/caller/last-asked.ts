/** Things made once for each name; of more than `most` those that were not asked for longest go. */
export class LastAsked<Value> {
  readonly #held = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** What is held under `name`, made where there is none yet. */
  of(name: string, make: () => Value): Value {
    const held = this.#held.get(name) ?? make();
    this.#held.delete(name);
    this.#held.set(name, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > this.#most && oldest !== undefined) this.#held.delete(oldest);
    return held;
  }
}
