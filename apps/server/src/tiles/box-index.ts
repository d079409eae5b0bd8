import Flatbush from 'flatbush';

/** Things found by the box they lie in. */
export class BoxIndex<Thing> {
  readonly all: readonly Thing[];
  readonly #tree: Flatbush | null;

  constructor(all: readonly Thing[], boxOf: (thing: Thing) => readonly [number, number, number, number]) {
    this.all = all;
    this.#tree = all.length === 0 ? null : new Flatbush(all.length);
    for (const thing of all) this.#tree?.add(...boxOf(thing));
    this.#tree?.finish();
  }

  /** Those whose box meets `box`, in the order they were given. */
  within(box: readonly [number, number, number, number]): readonly Thing[] {
    const found = this.#tree?.search(...box) ?? [];
    found.sort((a, b) => a - b);
    return found.flatMap((index) => this.all[index] ?? []);
  }
}
