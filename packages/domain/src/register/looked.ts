import type { TableName } from './tables.ts';

/** More ways of looking than these are not shared: columns that people choose have no end. */
const MOST_SHARED = 10_000;

/** All that are shared, by what they say. */
const shared = new Map<string, Looked>();

/**
 * What is looked at of whole tables: all of it, or some columns of all rows. Never changed: what is worked out of a hundred thousand records in the same
 * way looks at the same, and shares it.
 */
class Looked {
  readonly tables: ReadonlySet<TableName>;
  /** Of tables that are not looked at as a whole. */
  readonly columns: ReadonlyMap<TableName, ReadonlySet<string>>;
  /** What comes of looking at more, by what that is. */
  readonly #next = new Map<string, Looked>();
  /** The same by the list of columns itself: those that are looked at again and again are one list. */
  readonly #lists = new WeakMap<Iterable<string>, Map<TableName, Looked>>();

  constructor(tables: ReadonlySet<TableName>, columns: ReadonlyMap<TableName, ReadonlySet<string>>) {
    this.tables = tables;
    this.columns = columns;
  }

  /** With all of a table. */
  with(table: TableName): Looked {
    if (this.tables.has(table)) return this;
    return this.#step(table, () => {
      const columns = new Map(this.columns);
      columns.delete(table);
      return new Looked(new Set(this.tables).add(table), columns);
    });
  }

  /** With some columns of all rows of a table, and which rows there are. */
  withColumns(table: TableName, columns: Iterable<string>): Looked {
    if (this.tables.has(table)) return this;
    const known = this.#lists.get(columns)?.get(table);
    if (known) return known;
    const next = this.#withNames(table, [...columns].sort());
    const byTable = this.#lists.get(columns) ?? new Map<TableName, Looked>();
    this.#lists.set(columns, byTable.set(table, next));
    return next;
  }

  #withNames(table: TableName, names: readonly string[]): Looked {
    const held = this.columns.get(table);
    if (held && names.every((name) => held.has(name))) return this;
    return this.#step(`${table} ${names.join()}`, () => {
      const all = new Map(this.columns).set(table, new Set([...(held ?? []), ...names]));
      return new Looked(this.tables, all);
    });
  }

  #step(more: string, make: () => Looked): Looked {
    const known = this.#next.get(more);
    if (known) return known;
    const made = make();
    const name = made.#name();
    const next = shared.get(name) ?? made;
    if (shared.size >= MOST_SHARED) return next;
    shared.set(name, next);
    this.#next.set(more, next);
    return next;
  }

  #name(): string {
    const columns = [...this.columns].map(([table, names]) => `${table} ${[...names].sort().join()}`);
    return [...[...this.tables].sort(), '', ...columns.sort()].join('\n');
  }
}

/** What is looked at before anything is. */
export const NOTHING_LOOKED_AT = new Looked(new Set(), new Map());
