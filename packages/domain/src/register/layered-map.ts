/** Rows by key that may still be set and taken out by whoever made them. */
export interface GrowingRows<V> extends ReadonlyMap<string, V> {
  set(key: string, value: V): unknown;
  delete(key: string): boolean;
}

/** A table with fewer rows is copied as a whole: that is as fast, and reading it is faster. */
const COPIED_WHOLE = 1_000;
/** So many keys at least may stand apart from the base. */
const LEAST_APART = 64;

/** `rows` to go on from, in their order; `rows` itself, which nobody changes any more, stays as it is. Takes time by what was changed, not by the size. */
export function growingRows<V>(rows: ReadonlyMap<string, V>): GrowingRows<V> {
  if (rows.size < COPIED_WHOLE) return new Map(rows);
  if (!(rows instanceof LayeredMap)) return new LayeredMap(rows);
  return rows.isFull ? new LayeredMap(rows.whole()) : rows.copy();
}

/**
 * A map that shares a base, which is never changed, with the maps it came from, and holds apart from it what differs. It is read, and goes through its
 * entries, as a `Map` that was changed in the same way.
 */
class LayeredMap<V> implements GrowingRows<V> {
  readonly #base: ReadonlyMap<string, V>;
  /** Other values of keys of the base. */
  readonly #changed: Map<string, V>;
  /** Keys of the base that were taken out. One that came back is among the added, after all of the base. */
  readonly #gone: Set<string>;
  readonly #added: Map<string, V>;

  constructor(base: ReadonlyMap<string, V>, changed = new Map<string, V>(), gone = new Set<string>(), added = new Map<string, V>()) {
    this.#base = base;
    this.#changed = changed;
    this.#gone = gone;
    this.#added = added;
  }

  /** Whether so many keys stand apart from the base that copying them, each time, costs more than making a new base now. */
  get isFull(): boolean {
    const apart = this.#changed.size + this.#gone.size + this.#added.size;
    return apart > LEAST_APART && apart * apart > 2 * this.#base.size;
  }

  copy(): LayeredMap<V> {
    return new LayeredMap(this.#base, new Map(this.#changed), new Set(this.#gone), new Map(this.#added));
  }

  /** All its entries in a plain map, in order. Copying the base as it is takes a fraction of the time of going through all entries. */
  whole(): Map<string, V> {
    const rows = new Map(this.#base);
    for (const [key, value] of this.#changed) rows.set(key, value);
    for (const key of this.#gone) rows.delete(key);
    for (const [key, value] of this.#added) rows.set(key, value);
    return rows;
  }

  get size(): number {
    return this.#base.size - this.#gone.size + this.#added.size;
  }

  has(key: string): boolean {
    return this.#added.has(key) || this.#isOfBase(key);
  }

  get(key: string): V | undefined {
    if (this.#added.has(key)) return this.#added.get(key);
    if (this.#gone.has(key)) return undefined;
    return this.#changed.has(key) ? this.#changed.get(key) : this.#base.get(key);
  }

  set(key: string, value: V): void {
    if (this.#isOfBase(key)) this.#changed.set(key, value);
    else this.#added.set(key, value);
  }

  delete(key: string): boolean {
    if (this.#added.delete(key)) return true;
    if (!this.#isOfBase(key)) return false;
    this.#changed.delete(key);
    this.#gone.add(key);
    return true;
  }

  *entries(): Generator<[string, V], undefined> {
    for (const entry of this.#base) {
      const [key] = entry;
      if (this.#gone.has(key)) continue;
      yield this.#changed.has(key) ? [key, this.#changed.get(key) as V] : entry;
    }
    yield* this.#added;
  }

  *keys(): Generator<string, undefined> {
    for (const key of this.#base.keys()) if (!this.#gone.has(key)) yield key;
    yield* this.#added.keys();
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

  #isOfBase(key: string): boolean {
    return this.#base.has(key) && !this.#gone.has(key);
  }
}
