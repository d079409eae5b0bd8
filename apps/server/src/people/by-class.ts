/** Classes of readers kept at once; a district has some twenty departments, and few of them ask at the same time. */
const MOST = 12;

/** Something made once for each class of readers; those that did not ask for longest go. */
export class ByClass<Value> {
  readonly #held = new Map<string, Value>();
  readonly #end: (value: Value) => void;

  /** `end` is told of what goes. */
  constructor(end: (value: Value) => void) {
    this.#end = end;
  }

  /** What is held for the class `name`, made where there is none yet. */
  of(name: string, make: () => Value): Value {
    const held = this.#held.get(name) ?? make();
    this.#held.delete(name);
    this.#held.set(name, held);
    for (const [oldest, value] of this.#held) {
      if (this.#held.size <= MOST) break;
      this.#held.delete(oldest);
      this.#end(value);
    }
    return held;
  }

  /** All that is held. */
  all(): readonly Value[] {
    return [...this.#held.values()];
  }
}
