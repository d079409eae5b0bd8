import type { Register } from './register.ts';
import { type Columns, type RowChange, rowChanges } from './row-changes.ts';
import type { Row, TableName } from './tables.ts';

/** The tables an index rests on, each with the columns it reads. An empty list: only which rows there are. */
export type Basis = { readonly [T in TableName]?: Columns<Row<T>> };
/** The rows of its basis that changed since the index was built, by table; a table without changes is not there. */
export type BasisChanges = { readonly [T in TableName]?: readonly RowChange<Row<T>>[] };

/** How an index is made, and brought up to date. */
export interface IndexPlan<Built> {
  readonly basis: Basis;
  readonly build: (register: Register) => Built;
  /** The index after a few changes, made from the one before, which stays as it is; null to build it anew. */
  readonly grow?: (built: Built, changes: BasisChanges, register: Register) => Built | null;
}

/** More changed rows than these in one table, and an index is built anew. */
const FEW = 200;

/**
 * An index over a register that stays as long as nothing it rests on changes, however many registers come and go: it must read nothing
 * but its basis. The last one is kept; it is brought up to date from there where the plan says how.
 */
export function registerIndex<Built>({ basis, build, grow }: IndexPlan<Built>): (register: Register) => Built {
  const tables = Object.keys(basis) as readonly (keyof Basis)[];
  const held = new WeakMap<Register, { readonly built: Built }>();
  let last: { readonly register: Register; readonly built: Built } | null = null;
  return (register) => {
    const known = held.get(register);
    if (known) return known.built;
    const built = last ? brought(last.register, last.built, register) : build(register);
    held.set(register, { built });
    last = { register, built };
    return built;
  };

  function brought(from: Register, built: Built, to: Register): Built {
    const changes: Partial<Record<TableName, readonly RowChange<unknown>[]>> = {};
    for (const table of tables) {
      const found = changesOf(from, to, table, basis);
      if (found === null) return build(to);
      if (found.length > 0) changes[table] = found;
    }
    if (Object.keys(changes).length === 0) return built;
    return grow?.(built, changes as BasisChanges, to) ?? build(to);
  }
}

function changesOf<T extends TableName>(from: Register, to: Register, table: T, basis: Basis): readonly RowChange<Row<T>>[] | null {
  const columns: Columns<Row<T>> | undefined = basis[table];
  return rowChanges<Row<T>>(from[table], to[table], columns ?? 'rows', FEW);
}
