import { NOTHING_LOOKED_AT } from './looked.ts';
import { TABLE_NAMES, type TableName } from './tables.ts';

/** Rows of one table beyond which the whole of it is taken to be looked at. */
const MOST_ROWS = 1_000;

/** Which columns of a row are looked at; null: all. */
export type LookedAt = readonly string[] | null;

/** What something was worked out from: whole tables, of others some columns of all rows, of others some rows. */
export interface Rest {
  readonly tables: ReadonlySet<TableName>;
  readonly columns: ReadonlyMap<TableName, ReadonlySet<string>>;
  readonly rows: ReadonlyMap<TableName, ReadonlyMap<string, LookedAt>>;
  /** What was worked out before and follows the deeds: it holds as long as that comes to the same. */
  readonly followed: ReadonlySet<object>;
}

/**
 * What was looked at while something was worked out: tables of registers, columns and rows of them. What rests on something worked out before goes on taking in
 * what that was worked out from, also where it is not finished yet.
 */
export class Reads {
  /** By what it is known whether it comes to the same after a deed; null where that is not known. */
  readonly #followed: object | null;
  #looked = NOTHING_LOOKED_AT;
  #rows: Map<TableName, Map<string, LookedAt>> | null = null;
  /** Deeds of which it is looked at whether they were taken back. */
  #deeds: Set<number> | null = null;
  #others: Set<Reads> | null = null;
  #isAll = false;

  constructor(followed: object | null = null) {
    this.#followed = followed;
  }

  note(table: TableName): void {
    this.#looked = this.#looked.with(table);
  }

  /** Notes that of all rows of a table no more than these columns is looked at, and which rows there are. */
  noteColumns(table: TableName, columns: Iterable<string>): void {
    this.#looked = this.#looked.withColumns(table, columns);
  }

  /** Notes that of a table one row is looked at, or some columns of it. */
  noteRow(table: TableName, key: string, columns: LookedAt = null): void {
    if (this.#looked.tables.has(table)) return;
    this.#rows ??= new Map();
    const held = this.#rows.get(table) ?? new Map<string, LookedAt>();
    this.#rows.set(table, held);
    const known = held.get(key);
    held.set(key, known === undefined || known === columns ? columns : null);
    if (held.size <= MOST_ROWS) return;
    this.note(table);
    this.#rows.delete(table);
  }

  noteDeed(seq: number): void {
    this.#deeds ??= new Set();
    this.#deeds.add(seq);
  }

  noteAll(): void {
    this.#isAll = true;
  }

  add(other: Reads): void {
    if (other === this) return;
    this.#others ??= new Set();
    this.#others.add(other);
  }

  /** Takes in what another has noted so far, without holding it. */
  take(other: Reads): void {
    const rest = restOf(other.#all());
    if (rest === null) this.noteAll();
    for (const table of rest?.tables ?? []) this.note(table);
    for (const [table, columns] of rest?.columns ?? []) this.noteColumns(table, columns);
    for (const [table, rows] of rest?.rows ?? []) for (const [key, columns] of rows) this.noteRow(table, key, columns);
    for (const seq of rest?.deeds ?? []) this.noteDeed(seq);
  }

  /** What was looked at: tables in their order, of others single rows, each `table:key`, and deeds, `deed:seq`; null where it is not known what else was. */
  found(): { readonly tables: readonly TableName[]; readonly rows: readonly string[] } | null {
    const rest = restOf(this.#all());
    if (rest === null) return null;
    const wholly = (table: TableName): boolean => rest.tables.has(table) || rest.columns.has(table);
    const rows = [...rest.rows].flatMap(([table, keys]) => (wholly(table) ? [] : [...keys.keys()].map((key) => `${table}:${key}`)));
    return { tables: TABLE_NAMES.filter(wholly), rows: [...rows, ...[...rest.deeds].map((seq) => `deed:${seq}`)] };
  }

  /** What it rests on, as far as it is known by now; null where it is not known what else was looked at, or whether a deed was taken back, of which no row tells. */
  rest(): Rest | null {
    const followed = new Map<object, Reads>();
    const rest = restOf(this.#all(followed));
    // Of what was looked at besides nobody would be told.
    if (rest === null || rest.deeds.size > 0 || [...followed.values()].some((each) => each.found() === null)) return null;
    const { tables, columns, rows } = rest;
    return { tables, columns, rows, followed: new Set(followed.keys()) };
  }

  /** All that was noted, each once; into `followed` goes what follows the deeds, which is not gone through. */
  #all(followed: Map<object, Reads> | null = null): readonly Noted[] {
    const all: Reads[] = [this];
    const met = new Set(all);
    for (const each of all) {
      for (const other of each.#others ?? []) {
        if (met.has(other)) continue;
        met.add(other);
        if (followed !== null && other.#followed !== null) followed.set(other.#followed, other);
        else all.push(other);
      }
    }
    return all.map((each) => ({
      tables: each.#looked.tables,
      columns: each.#looked.columns,
      rows: each.#rows,
      deeds: each.#deeds,
      isAll: each.#isAll,
    }));
  }
}

/** What was noted in one place. */
interface Noted {
  readonly tables: ReadonlySet<TableName>;
  readonly columns: ReadonlyMap<TableName, ReadonlySet<string>>;
  readonly rows: ReadonlyMap<TableName, ReadonlyMap<string, LookedAt>> | null;
  readonly deeds: ReadonlySet<number> | null;
  readonly isAll: boolean;
}

function restOf(all: readonly Noted[]): (Omit<Rest, 'followed'> & { readonly deeds: ReadonlySet<number> }) | null {
  const tables = new Set<TableName>();
  for (const each of all) {
    if (each.isAll) return null;
    for (const table of each.tables) tables.add(table);
  }
  const columns = new Map<TableName, Set<string>>();
  const rows = new Map<TableName, Map<string, LookedAt>>();
  for (const each of all) {
    for (const [table, names] of each.columns) {
      if (tables.has(table)) continue;
      const held = columns.get(table) ?? new Set();
      for (const name of names) held.add(name);
      columns.set(table, held);
    }
    for (const [table, keys] of each.rows ?? []) {
      if (tables.has(table)) continue;
      const held = rows.get(table) ?? new Map<string, LookedAt>();
      for (const [key, names] of keys) {
        const known = held.get(key);
        held.set(key, known === undefined || known === names ? names : null);
      }
      rows.set(table, held);
    }
  }
  return { tables, columns, rows, deeds: new Set(all.flatMap(({ deeds }) => [...(deeds ?? [])])) };
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

/** Notes that no more of a table is looked at than one row and what became of it, or some columns of it. */
export function noteRow(table: TableName, key: string, columns: LookedAt = null): void {
  noting.now()?.noteRow(table, key, columns);
}

/** Notes that no more of a table is looked at than these columns, and which rows there are. */
export function noteColumns(table: TableName, columns: Iterable<string>): void {
  noting.now()?.noteColumns(table, columns);
}

/** Notes that it is looked at whether a deed was taken back. */
export function noteDeed(seq: number): void {
  noting.now()?.noteDeed(seq);
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

/** The same of work that is done step by step. */
export function readIntoSteps<Result>(reads: Reads, steps: Iterator<unknown, Result>): Generator<undefined, Result> {
  return stepsWithin((work) => readInto(reads, work), steps);
}

/** What `look` gives, of which nobody is told that it was looked at. */
export function unnoted<Result>(look: () => Result): Result {
  return noting.during(null, look);
}

/** The same of work that is done step by step. */
export function unnotedSteps<Result>(steps: Iterator<unknown, Result>): Generator<undefined, Result> {
  return stepsWithin(unnoted, steps);
}

/** Steps of which each is done within something else: what is noted while it lasts must not reach beyond it. */
function* stepsWithin<Result>(within: <Given>(work: () => Given) => Given, steps: Iterator<unknown, Result>): Generator<undefined, Result> {
  for (;;) {
    const step = within(() => steps.next());
    if (step.done) return step.value;
    yield;
  }
}

/** Values that are worked out when they are first asked for. Whoever takes one is noted to have looked at what it was worked out from. */
export class Worked<Key, Value> {
  readonly #values = new Map<Key, { readonly value: Value; readonly reads: Reads }>();
  readonly #most: number;

  /** `most`: how many are kept, the last that were worked out. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  of(key: Key, work: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) {
      noteReads(known.reads);
      return known.value;
    }
    const reads = new Reads();
    const value = readInto(reads, work);
    this.#values.set(key, { value, reads });
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#most && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }
}
