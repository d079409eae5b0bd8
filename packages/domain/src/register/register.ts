import { resultAtOnce } from '@westgate/base';
import { type GrowingRows, growingRows } from './layered-map.ts';
import { type LookedAt, noteColumns, noteRead, noteRow } from './reads.ts';
import { type AnyRow, keyOf, type Row, TABLE_NAMES, type TableName } from './tables.ts';
import { followTable, type TouchedKey } from './touched-keys.ts';

/** The whole district in memory: one map per table, from key to row, in the order of the folder. Never changed in place. */
export type Register = { readonly [T in TableName]: ReadonlyMap<string, Row<T>> };

/** A row before and after: `before` null = created, `after` null = deleted. Both are whole rows. */
export interface Change {
  readonly table: TableName;
  readonly key: string;
  readonly before: AnyRow | null;
  readonly after: AnyRow | null;
}

/** A register with no rows. */
export function emptyRegister(): Register {
  return registerOf({});
}

/** A register from rows by table. A later row with the key of an earlier one replaces it. */
export function registerOf(rows: Partial<Record<TableName, readonly AnyRow[]>>): Register {
  const maps: Partial<Record<TableName, Map<string, AnyRow>>> = {};
  for (const name of TABLE_NAMES) maps[name] = new Map((rows[name] ?? []).map((row) => [keyOf(name, row), row]));
  return watchedRegister(maps as unknown as Register);
}

const TABLES_OF = Symbol('tables');
/** Of a register of a plan: what else is looked at with a table. */
const NOTES_OF = Symbol('notes');

interface Watched {
  readonly [TABLES_OF]: Register;
  readonly [NOTES_OF]: (table: TableName) => void;
}

/** One for all registers, so that they are alike to whoever reads them. */
const COLUMNS: PropertyDescriptorMap = Object.fromEntries(
  TABLE_NAMES.map((table) => [
    table,
    {
      enumerable: true,
      get(this: Watched) {
        this[NOTES_OF](table);
        return this[TABLES_OF][table];
      },
    },
  ]),
);

/** A register of these tables. When one of them is looked at, that is noted: as the table itself, or by `note` where what it holds rests on others. */
export function watchedRegister(tables: Register, note: (table: TableName) => void = noteRead): Register {
  const hidden = { [TABLES_OF]: { value: { ...tables } }, [NOTES_OF]: { value: note } };
  return Object.defineProperties(Object.defineProperties({}, hidden), COLUMNS) as Register;
}

/** A row of a table: of the table no more is looked at, and of the row no more than `columns`, where they are named. */
export function rowIn<T extends TableName>(register: Register, table: T, key: string, columns: LookedAt = null): Row<T> | undefined {
  return rowsBehind(register, table, () => noteRow(table, key, columns)).get(key);
}

/** The rows of a table, of which whoever takes them looks at no more than `columns`, and at which rows there are. */
export function columnsIn<T extends TableName>(
  register: Register,
  table: T,
  columns: readonly (keyof Row<T> & string)[],
): ReadonlyMap<string, Row<T>> {
  return rowsBehind(register, table, () => noteColumns(table, columns));
}

/** The rows of a table, of which `note` tells what is looked at; where they rest on other tables, all of it is noted as ever. */
function rowsBehind<T extends TableName>(register: Register, table: T, note: () => void): ReadonlyMap<string, Row<T>> {
  const { [TABLES_OF]: tables, [NOTES_OF]: notes }: Partial<Watched> = register as Partial<Watched>;
  if (tables === undefined || notes !== noteRead) return register[table];
  note();
  return tables[table];
}

/** Changes of what is remembered: those of a whole district would be held for long. */
const MOST_REMEMBERED = 100;
/** What was made last: a deed is looked at as it would leave the district, and then done. */
let last: { readonly before: Register; readonly changes: readonly Change[]; readonly after: Register } | null = null;

/** The register after `changes`. Tables that no change touches are shared with the old one; of the others it is remembered how they came. */
export function applyChanges(register: Register, changes: readonly Change[]): Register {
  return resultAtOnce(applySteps(register, changes));
}

/** The same step by step, for whoever gives others their turn between. */
export function* applySteps(register: Register, changes: readonly Change[]): Generator<undefined, Register> {
  if (last?.before === register && areSame(last.changes, changes)) return last.after;
  const after = yield* changed(register, changes);
  last = changes.length > MOST_REMEMBERED ? null : { before: register, changes, after };
  return after;
}

function areSame(some: readonly Change[], others: readonly Change[]): boolean {
  if (some.length !== others.length) return false;
  return some.every(({ table, key, after }, index) => {
    const other = others[index];
    return table === other?.table && key === other.key && after === other.after;
  });
}

function* changed(register: Register, changes: readonly Change[]): Generator<undefined, Register> {
  const touched = new Map<TableName, { readonly rows: GrowingRows<AnyRow>; readonly keys: TouchedKey[] }>();
  for (const { table, key, after } of changes) {
    const held = touched.get(table) ?? { rows: growingRows<AnyRow>(register[table]), keys: [] };
    touched.set(table, held);
    held.keys.push({ key, isNew: !held.rows.has(key), isGone: after === null });
    if (after) held.rows.set(key, after);
    else held.rows.delete(key);
    yield;
  }
  for (const [table, { rows, keys }] of touched) followTable(register[table], rows, keys);
  return watchedRegister({ ...register, ...Object.fromEntries([...touched].map(([table, { rows }]) => [table, rows])) });
}

/** The reverse of `changes`: applying both leaves every row as it was, but for `rev`, which goes on counting. */
export function reverseChanges(changes: readonly Change[]): readonly Change[] {
  return changes
    .map((change) => ({
      table: change.table,
      key: change.key,
      before: change.after,
      after: change.before && nextRev(change.before, change.after),
    }))
    .reverse();
}

function nextRev(before: AnyRow, after: AnyRow | null): AnyRow {
  return { ...before, rev: Math.max(before.rev, after?.rev ?? 0) + 1 };
}
