import { resultAtOnce } from '@westgate/base';
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

/** An index that takes long to build, and is built step by step. */
export interface SteppedPlan<Built> extends Omit<IndexPlan<Built>, 'build'> {
  readonly build: (register: Register) => Generator<undefined, Built>;
}

/** An index, at once or step by step, for whoever gives others their turn between; there is one for each register, whichever way it was made. */
export interface SteppedIndex<Built> {
  readonly of: (register: Register) => Built;
  readonly steps: (register: Register) => Generator<undefined, Built>;
}

/**
 * An index over a register that stays as long as nothing it rests on changes, however many registers come and go: it must read nothing
 * but its basis. The last one is kept; it is brought up to date from there where the plan says how.
 */
export function registerIndex<Built>(plan: IndexPlan<Built>): (register: Register) => Built {
  const build = function* (register: Register): Generator<undefined, Built> {
    const built = plan.build(register);
    yield;
    return built;
  };
  return steppedIndex({ ...plan, build }).of;
}

/** The same of an index that is built step by step. */
export function steppedIndex<Built>({ basis, build, grow }: SteppedPlan<Built>): SteppedIndex<Built> {
  const tables = Object.keys(basis) as readonly (keyof Basis)[];
  const held = new WeakMap<Register, { readonly built: Built }>();
  let last: { readonly register: Register; readonly built: Built } | null = null;
  return { of: (register) => resultAtOnce(steps(register)), steps };

  function* steps(register: Register): Generator<undefined, Built> {
    const known = held.get(register);
    if (known) return known.built;
    const built = last ? yield* brought(last.register, last.built, register) : yield* build(register);
    // Whoever did not wait for the steps has made it meanwhile.
    const first = held.get(register);
    if (first) return first.built;
    held.set(register, { built });
    last = { register, built };
    return built;
  }

  function* brought(from: Register, built: Built, to: Register): Generator<undefined, Built> {
    const changes: Partial<Record<TableName, readonly RowChange<unknown>[]>> = {};
    for (const table of tables) {
      const found = changesOf(from, to, table, basis);
      if (found === null) return yield* build(to);
      if (found.length > 0) changes[table] = found;
    }
    if (Object.keys(changes).length === 0) return built;
    return grow?.(built, changes as BasisChanges, to) ?? (yield* build(to));
  }
}

function changesOf<T extends TableName>(from: Register, to: Register, table: T, basis: Basis): readonly RowChange<Row<T>>[] | null {
  const columns: Columns<Row<T>> | undefined = basis[table];
  return rowChanges<Row<T>>(from[table], to[table], columns ?? 'rows', FEW);
}
