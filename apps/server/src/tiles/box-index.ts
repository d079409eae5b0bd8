import { invariant } from '@westgate/base';
import Flatbush from 'flatbush';

/** Things found by the box they lie in. */
export class BoxIndex<Thing> {
  readonly all: readonly Thing[];
  readonly #tree: Flatbush | null;

  private constructor(all: readonly Thing[], tree: Flatbush | null) {
    this.all = all;
    this.#tree = tree;
  }

  static of<Thing>(all: readonly Thing[], boxOf: (thing: Thing) => readonly [number, number, number, number]): BoxIndex<Thing> {
    const tree = all.length === 0 ? null : new Flatbush(all.length);
    for (const thing of all) tree?.add(...boxOf(thing));
    tree?.finish();
    return new BoxIndex(all, tree);
  }

  /** Other things in the same boxes, in the same order. */
  with(all: readonly Thing[]): BoxIndex<Thing> {
    invariant(all.length === this.all.length, 'each box keeps a thing');
    return new BoxIndex(all, this.#tree);
  }

  /** Those whose box meets `box`, in the order they were given. */
  within(box: readonly [number, number, number, number]): readonly Thing[] {
    const found = this.#tree?.search(...box) ?? [];
    found.sort((a, b) => a - b);
    return found.flatMap((index) => this.all[index] ?? []);
  }
}
