import { TABLE_NAMES, type TableName } from './tables.ts';

const PLACES: ReadonlyMap<TableName, number> = new Map(TABLE_NAMES.map((name, place) => [name, place]));

/** Numbers of 32 bits that hold a bit for each table. */
const WORDS = Math.ceil(TABLE_NAMES.length / 32);

/**
 * What was looked at while something was worked out: whole tables of registers. What rests on something worked out before goes on taking in what that was
 * worked out from, also where it is not finished yet.
 */
export class Reads {
  /** A bit for each table. */
  readonly #own = new Uint32Array(WORDS);
  readonly #rows = new Set<string>();
  readonly #others = new Set<Reads>();
  #isAll = false;

  note(table: TableName): void {
    const place = PLACES.get(table) ?? 0;
    this.#own[place >> 5] = (this.#own[place >> 5] ?? 0) | (1 << (place & 31));
  }

  noteRow(table: TableName | 'deed', key: string): void {
    this.#rows.add(`${table}:${key}`);
  }

  noteAll(): void {
    this.#isAll = true;
  }

  add(other: Reads): void {
    if (other !== this) this.#others.add(other);
  }

  /** Takes in what another has noted so far, without holding it. */
  take(other: Reads): void {
    const found = other.found();
    if (found === null) this.noteAll();
    for (const table of found?.tables ?? []) this.note(table);
    for (const row of found?.rows ?? []) this.#rows.add(row);
  }

  /** What was looked at: tables in their order, and of others single rows, each `table:key`; null where it is not known what else was. */
  found(): { readonly tables: readonly TableName[]; readonly rows: readonly string[] } | null {
    const all: Reads[] = [this];
    const met = new Set(all);
    const own = new Uint32Array(WORDS);
    for (const each of all) {
      if (each.#isAll) return null;
      for (let word = 0; word < WORDS; word += 1) own[word] = (own[word] ?? 0) | (each.#own[word] ?? 0);
      for (const other of each.#others) if (!met.has(other)) all.push(other) && met.add(other);
    }
    const tables = TABLE_NAMES.filter((_, place) => ((own[place >> 5] ?? 0) & (1 << (place & 31))) !== 0);
    const wholly = new Set<string>(tables);
    const rows = new Set<string>();
    for (const each of all) for (const row of each.#rows) if (!wholly.has(row.slice(0, row.indexOf(':')))) rows.add(row);
    return { tables, rows: [...rows] };
  }
}

/** Knows where it is noted what is looked at now; null: nowhere. */
export interface Noting {
  readonly now: () => Reads | null;
  /** What `work` gives; what comes of it is noted in `reads`. */
  readonly during: <Result>(reads: Reads | null, work: () => Result) => Result;
}

/** Knows it as far as work is not put off. */
function notingAtOnce(): Noting {
  let noted: Reads | null = null;
  return {
    now: () => noted,
    during(reads, work) {
      const before = noted;
      noted = reads;
      try {
        return work();
      } finally {
        noted = before;
      }
    },
  };
}

let noting = notingAtOnce();

/** Has another know it: one that follows work that is put off, where several things are done in turns. */
export function followWork(following: Noting): void {
  noting = following;
}

/** Notes that a table is looked at. */
export function noteRead(table: TableName): void {
  noting.now()?.note(table);
}

/** Notes that no more of a table is looked at than what became of one row; of the deeds, whether one was taken back. */
export function noteRow(table: TableName | 'deed', key: string): void {
  noting.now()?.noteRow(table, key);
}

/** Notes that something is looked at that no table tells. */
export function noteAllRead(): void {
  noting.now()?.noteAll();
}

/** Notes that what is worked out rests on something worked out before. */
export function noteReads(reads: Reads): void {
  noting.now()?.add(reads);
}

/** What `work` gives; what it looks at is noted in `reads` as well. */
export function readInto<Result>(reads: Reads, work: () => Result): Result {
  noteReads(reads);
  return noting.during(reads, work);
}

/** What `look` gives, of which nobody is told that it was looked at. */
export function unnoted<Result>(look: () => Result): Result {
  return noting.during(null, look);
}

/** Values that are worked out when they are first asked for. Whoever takes one is noted to have looked at what all of them were worked out from. */
export class Worked<Key, Value> {
  readonly #values = new Map<Key, Value>();
  readonly #reads = new Reads();
  readonly #most: number;

  /** `most`: how many are kept, the last that were worked out. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  of(key: Key, work: () => Value): Value {
    return readInto(this.#reads, () => {
      const known = this.#values.get(key);
      if (known !== undefined) return known;
      const value = work();
      this.#values.set(key, value);
      const [oldest] = this.#values.keys();
      if (this.#values.size > this.#most && oldest !== undefined) this.#values.delete(oldest);
      return value;
    });
  }
}
