import { resultAtOnce } from '@westgate/base';
import { unnoted, unnotedSteps } from './reads.ts';
import { columnsIn, type Register } from './register.ts';
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

/** Registers that an index is kept of, to be brought up to date from: those of the district itself, and of what readers and plans have of it. */
const LINES_KEPT = 4;

/**
 * An index over a register that stays as long as nothing it rests on changes, however many registers come and go: it must read nothing
 * but its basis. The last ones are kept; from the first of them that differs in few rows it is brought up to date where the plan says how.
 */
export function registerIndex<Built>(plan: IndexPlan<Built>): (register: Register) => Built {
  const build = function* (register: Register): Generator<undefined, Built> {
    const built = plan.build(register);
    yield;
    return built;
  };
  return steppedIndex({ ...plan, build }).of;
}

/** An index that was made, of a register. */
interface Kept<Built> {
  readonly register: Register;
  readonly built: Built;
}

/** The same of an index that is built step by step. */
export function steppedIndex<Built>({ basis, build, grow }: SteppedPlan<Built>): SteppedIndex<Built> {
  const held = new WeakMap<Register, { readonly built: Built }>();
  let kept: readonly Kept<Built>[] = [];
  return { of: (register) => resultAtOnce(steps(register)), steps };

  function* steps(register: Register): Generator<undefined, Built> {
    look(register, basis);
    const known = held.get(register);
    if (known) return known.built;
    const near = unnoted(() => nearest(register));
    const built = unnoted(() => near && broughtTo(register, near)) ?? (yield* unnotedSteps(build(register)));
    // Whoever did not wait for the steps has made it meanwhile.
    const first = held.get(register);
    if (first) return first.built;
    held.set(register, { built });
    kept = [{ register, built }, ...kept.filter((each) => each !== near?.from)].slice(0, LINES_KEPT);
    return built;
  }

  function nearest(register: Register): Near<Built> | null {
    for (const from of kept) {
      const changes = changesBetween(from.register, register, basis);
      if (changes) return { from, changes };
    }
    return null;
  }

  function broughtTo(register: Register, { from, changes }: Near<Built>): Built | null {
    return Object.keys(changes).length === 0 ? from.built : (grow?.(from.built, changes, register) ?? null);
  }
}

/** Notes that the basis is looked at: what was built before rests on it as much. */
function look(register: Register, basis: Basis): void {
  for (const table of Object.keys(basis) as readonly (keyof Basis)[]) lookAt(register, table, basis);
}

function lookAt<T extends TableName>(register: Register, table: T, basis: Basis): void {
  const columns: Columns<Row<T>> = basis[table] ?? 'rows';
  if (columns === 'rows') register[table];
  else columnsIn(register, table, columns);
}

/** An index to be brought up to date, and the few rows that changed since. */
interface Near<Built> {
  readonly from: Kept<Built>;
  readonly changes: BasisChanges;
}

/** The rows of the basis in which two registers differ; null where they are too many. */
function changesBetween(from: Register, to: Register, basis: Basis): BasisChanges | null {
  const changes: Partial<Record<TableName, readonly RowChange<unknown>[]>> = {};
  for (const table of Object.keys(basis) as readonly (keyof Basis)[]) {
    const found = changesOf(from, to, table, basis);
    if (found === null) return null;
    if (found.length > 0) changes[table] = found;
  }
  return changes as BasisChanges;
}

function changesOf<T extends TableName>(from: Register, to: Register, table: T, basis: Basis): readonly RowChange<Row<T>>[] | null {
  const columns: Columns<Row<T>> | undefined = basis[table];
  return rowChanges<Row<T>>(from[table], to[table], columns ?? 'rows', FEW);
}
