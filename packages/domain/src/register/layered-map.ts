/** Rows by key that may still be set and taken out by whoever made them. */
export interface GrowingRows<V> extends ReadonlyMap<string, V> {
  set(key: string, value: V): unknown;
  delete(key: string): boolean;
}

/** A table with fewer rows is copied as a whole: that is as fast, and reading it is faster. */
const COPIED_WHOLE = 1_000;
/** So many keys may stand apart at the top, which is copied each time. */
const MOST_ON_TOP = 64;

/** `rows` to go on from, in their order; `rows` itself, which nobody changes any more, stays as it is. Takes time by what was changed, not by the size. */
export function growingRows<V>(rows: ReadonlyMap<string, V>): GrowingRows<V> {
  if (rows.size < COPIED_WHOLE) return new Map(rows);
  return rows instanceof LayeredMap ? rows.growing() : new LayeredMap(rows);
}

/** In place of the value of a key of the base that was taken out. */
const GONE = Symbol('gone');

/**
 * A map that shares a base, which is never changed, with the maps it came from, and holds apart from it what differs. It is read, and goes through its
 * entries, as a `Map` that was changed in the same way. The base may have a base of its own: what is copied at each change is the little that stands apart
 * at the top, what stands apart below is copied once in a while, and all entries seldom.
 */
class LayeredMap<V> implements GrowingRows<V> {
  /** A plain map, or one on a plain map. */
  readonly #base: ReadonlyMap<string, V>;
  /** Other values of keys of the base, or that they are gone. One that came back is among the added, after all of the base. */
  readonly #changed: Map<string, V | typeof GONE>;
  readonly #added: Map<string, V>;
  #gone: number;

  constructor(base: ReadonlyMap<string, V>, changed = new Map<string, V | typeof GONE>(), added = new Map<string, V>(), gone = 0) {
    this.#base = base;
    this.#changed = changed;
    this.#added = added;
    this.#gone = gone;
  }

  /** A map with the same entries that may be changed. */
  growing(): LayeredMap<V> {
    if (this.#apart <= MOST_ON_TOP) return this.#copy();
    const flat = this.#flattened();
    return new LayeredMap(flat.#isFull ? flat.#whole() : flat);
  }

  get size(): number {
    return this.#base.size - this.#gone + this.#added.size;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  get(key: string): V | undefined {
    const added = this.#added.get(key);
    if (added !== undefined) return added;
    const changed = this.#changed.get(key);
    if (changed !== undefined) return changed === GONE ? undefined : changed;
    return this.#base.get(key);
  }

  set(key: string, value: V): void {
    if (this.#isOfBase(key)) this.#changed.set(key, value);
    else this.#added.set(key, value);
  }

  delete(key: string): boolean {
    if (this.#added.delete(key)) return true;
    if (!this.#isOfBase(key)) return false;
    this.#changed.set(key, GONE);
    this.#gone += 1;
    return true;
  }

  entries(): Generator<[string, V], undefined> {
    return this.#flattened().#ownEntries();
  }

  *keys(): Generator<string, undefined> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): Generator<V, undefined> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): Generator<[string, V], undefined> {
    return this.entries();
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void, self?: unknown): void {
    for (const [key, value] of this.entries()) visit.call(self, value, key, this);
  }

  /** How many keys stand apart from the base. */
  get #apart(): number {
    return this.#changed.size + this.#added.size;
  }

  /** Whether so many keys stand apart from the base that copying them once in a while costs more than making a new base now. */
  get #isFull(): boolean {
    return this.#apart ** 2 > 4 * MOST_ON_TOP * this.#base.size;
  }

  #copy(): LayeredMap<V> {
    return new LayeredMap(this.#base, new Map(this.#changed), new Map(this.#added), this.#gone);
  }

  /** The same entries on one base that is a plain map. */
  #flattened(): LayeredMap<V> {
    return this.#base instanceof LayeredMap ? this.#onto(this.#base.#copy()) : this;
  }

  /** `rows`, changed as what stands apart here says. */
  #onto<Rows extends GrowingRows<V>>(rows: Rows): Rows {
    for (const [key, value] of this.#changed) {
      if (value === GONE) rows.delete(key);
      else rows.set(key, value);
    }
    for (const [key, value] of this.#added) rows.set(key, value);
    return rows;
  }

  /** All its entries in a plain map, in order. Copying the base as it is takes a fraction of the time of going through all entries. */
  #whole(): Map<string, V> {
    return this.#onto(new Map(this.#base));
  }

  *#ownEntries(): Generator<[string, V], undefined> {
    for (const entry of this.#base) {
      const changed = this.#changed.get(entry[0]);
      if (changed === undefined) yield entry;
      else if (changed !== GONE) yield [entry[0], changed];
    }
    yield* this.#added;
  }

  #isOfBase(key: string): boolean {
    return this.#changed.get(key) !== GONE && this.#base.has(key);
  }
}
