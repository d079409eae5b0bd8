import { noteCopied } from './held-days.ts';
import { growingRows } from './layered-map.ts';
import { type PointerColumn, pointedKind, pointersOf } from './pointers.ts';
import { noteAllRead } from './reads.ts';
import { type Register, watchedRegister } from './register.ts';
import { type AnyRow, TABLE_NAMES, type TableName } from './tables.ts';
import { followTable, stepsTouched, type TouchedKey } from './touched-keys.ts';
import { noteSourceWithheld } from './withheld-source.ts';

/** What is kept of one table, before what its rows lead to is looked at. */
export interface TableCut {
  /** Whether a row is kept; null: every row. */
  readonly keeps: ((row: AnyRow) => boolean) | null;
  /** Columns that are emptied in every row. */
  readonly emptied: readonly string[];
}

/** A table of which every row is kept as it is. */
export const KEPT_WHOLE: TableCut = { keeps: null, emptied: [] };

/** A register and what was cut out of it, so that the next one need not be gone through from the beginning. */
export interface CutBefore {
  readonly whole: Register;
  readonly register: Register;
}

/**
 * A register without some of its rows, and without all that hangs on them: a row that cannot stand without one that is gone is gone too, a column
 * that may be empty is emptied. References hold in it as in the whole. `cutOf` null: no row of the table is kept. The same object where nothing
 * is cut; a table of which nothing is cut is the same map, and so is one that holds the rows it held in `before`.
 */
export function cutRegister(
  register: Register,
  cutOf: (table: TableName) => TableCut | null,
  { before = null, isSteady = () => false, note = noteAllRead }: CutOptions = {},
): Register {
  const seen: Seen = {};
  for (const table of TABLE_NAMES) {
    const cut = cutOf(table);
    if (cut === null) seen[table] = NO_ROWS;
    else
      seen[table] = (isSteady(table) ? keptBefore(register, seen, table, cut, before) : null) ?? keptOf(register, seen, table, cut, before);
  }
  const kept = watchedRegister(registerIn(seen), note);
  return TABLE_NAMES.every((table) => kept[table] === register[table]) ? register : kept;
}

interface CutOptions {
  readonly before?: CutBefore | null;
  readonly isSteady?: (table: TableName) => boolean;
  /** Notes what is looked at with a table of what is kept: it rests on others as well. Where nothing is said that may be all. */
  readonly note?: (table: TableName) => void;
}

/** What is kept of each table, as far as they were gone through. */
type Seen = Partial<Record<TableName, ReadonlyMap<string, AnyRow>>>;

const NO_ROWS: ReadonlyMap<string, AnyRow> = new Map();

/**
 * What is kept of a table by what was kept of it before, where no table that it leads to is another one: all of it where it is the same itself, else
 * with the rows that were touched since. Null where that cannot be told.
 */
function keptBefore(
  register: Register,
  seen: Seen,
  table: TableName,
  cut: TableCut,
  before: CutBefore | null,
): ReadonlyMap<string, AnyRow> | null {
  if (!before) return null;
  const isSame = (name: TableName): boolean => register[name] === before.whole[name] && seen[name] === before.register[name];
  if (!pointersOf(table).every(({ tables }) => tables.every(isSame))) return null;
  return register[table] === before.whole[table] ? before.register[table] : keptSince(register, seen, table, cut, before);
}

/**
 * What is kept of a table of which a few rows were touched since `before`. Null where one of them was cut before, in whole or in part, or came again after
 * it was taken out: where it then stands is told by the whole table alone.
 */
function keptSince(
  register: Register,
  seen: Seen,
  table: TableName,
  { keeps, emptied }: TableCut,
  before: CutBefore,
): ReadonlyMap<string, AnyRow> | null {
  const [whole, was, held]: readonly ReadonlyMap<string, AnyRow>[] = [register[table], before.whole[table], before.register[table]];
  const touched = whole && was ? stepsTouched(was, whole) : null;
  if (!touched || !whole || !was || !held) return null;
  const pointers = cutPointersOf(register, seen, table);
  const rows = growingRows(held);
  const steps: TouchedKey[] = [];
  let isAsHeld = true;
  for (const [key, { cameAnew }] of touched) {
    const [old, row] = [was.get(key), whole.get(key)];
    if (old !== undefined && (cameAnew || held.get(key) !== old)) return null;
    const kept = row !== undefined && (keeps === null || keeps(row)) ? keptRow(register, seen, pointers, row, emptied) : null;
    if (kept !== (row ?? null)) isAsHeld = false;
    steps.push({ key, isNew: !rows.has(key), isGone: kept === null });
    if (kept) rows.set(key, kept);
    else rows.delete(key);
  }
  // Of a table that nothing was cut of before, nothing is cut now.
  if (was === held) return isAsHeld ? whole : null;
  followTable(held, rows, steps);
  return rows;
}

/** The columns of a table that lead to a table of which something is cut. */
function cutPointersOf(register: Register, seen: Seen, table: TableName): readonly PointerColumn[] {
  const isCut = (name: TableName): boolean => seen[name] !== undefined && seen[name] !== register[name];
  return pointersOf(table).filter(({ tables }) => tables.some(isCut));
}

function keptOf(
  register: Register,
  seen: Seen,
  table: TableName,
  { keeps, emptied }: TableCut,
  before: CutBefore | null,
): ReadonlyMap<string, AnyRow> {
  const whole: ReadonlyMap<string, AnyRow> = register[table];
  const pointers = cutPointersOf(register, seen, table);
  if (keeps === null && pointers.length === 0 && emptied.length === 0) return whole;
  const rows = new Map<string, AnyRow>();
  let isWhole = true;
  for (const [key, row] of whole) {
    const kept = keeps === null || keeps(row) ? keptRow(register, seen, pointers, row, emptied) : null;
    if (kept !== row) isWhole = false;
    if (kept) rows.set(key, kept);
  }
  if (isWhole) return whole;
  const held = before?.register[table];
  return held && isSameTable(held, rows) ? held : rows;
}

function isSameTable(a: ReadonlyMap<string, AnyRow>, b: ReadonlyMap<string, AnyRow>): boolean {
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [key, row] of a) {
    const { value } = others.next();
    if (value?.[0] !== key || value[1] !== row) return false;
  }
  return true;
}

/** The row without what it must not lead to; null where it cannot stand without a record that is gone. */
function keptRow(
  register: Register,
  seen: Seen,
  pointers: readonly PointerColumn[],
  row: AnyRow,
  columns: readonly string[],
): AnyRow | null {
  const emptied = columns.filter((column) => (Array.isArray(row[column]) ? row[column].length > 0 : row[column] !== null));
  const sources: string[] = [];
  for (const { column, table, isNeeded } of endsOf(register, seen, pointers, row)) {
    if (isNeeded) return null;
    emptied.push(column);
    if (table === 'source') sources.push(column);
  }
  if (emptied.length === 0) return row;
  const copy = { ...row, ...Object.fromEntries(emptied.map((column) => [column, Array.isArray(row[column]) ? [] : null])) };
  noteCopied(row, copy);
  noteSourceWithheld(row, copy, sources);
  return copy;
}

/** A record that a row leads to and that is gone. */
interface GoneEnd {
  readonly column: string;
  readonly table: TableName;
  readonly id: string;
  /** The row does not stand without it. */
  readonly isNeeded: boolean;
}

function* endsOf(register: Register, seen: Seen, pointers: readonly PointerColumn[], row: AnyRow): Generator<GoneEnd> {
  for (const { column, pointer, optional, isOf } of pointers) {
    const [id, table] = [row[column], pointedKind(pointer, row)];
    if (typeof id !== 'string' || table === null || seen[table]?.has(id)) continue;
    const rows: ReadonlyMap<string, AnyRow> = register[table];
    if (rows.has(id)) yield { column, table, id, isNeeded: isOf || !optional };
  }
}

/** The records that `row` of `table` leads to in `whole` and that were cut out of `kept`. */
export function goneEnds(whole: Register, kept: Register, table: TableName, row: AnyRow): Iterable<GoneEnd> {
  return endsOf(whole, kept, pointersOf(table), row);
}

/** Every table was filled above. */
function registerIn(tables: Seen): Register {
  return tables as unknown as Register;
}
