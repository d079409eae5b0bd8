/** Classes of readers kept at once; a district has some twenty departments, and few of them ask at the same time. */
const MOST = 12;

/** Something made once for each class of readers; those that did not ask for longest go. */
export class ByClass<Value> {
  readonly #held = new Map<string, Value>();

  /** What is held for the class `name`, made where there is none yet. */
  of(name: string, make: () => Value): Value {
    const held = this.#held.get(name) ?? make();
    this.#held.delete(name);
    this.#held.set(name, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MOST && oldest !== undefined) this.#held.delete(oldest);
    return held;
  }
}
