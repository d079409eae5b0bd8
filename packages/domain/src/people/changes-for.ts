import { pointedKind, pointersOf } from '../register/pointers.ts';
import type { Change, Register } from '../register/register.ts';
import type { AnyRow, Row, TableName } from '../register/tables.ts';
import { wholeBehind } from '../register/whole-behind.ts';
import { keptOf, recordsBelow } from './kept.ts';
import { mayAct, mayTouch, type Reader, reachesAll } from './policy.ts';
import { hiddenColumns } from './register-for.ts';

/** Columns that tell of other records as they were: these may have been hidden since, which nothing in the column tells. */
const ORIGINAL_OF_OTHERS = { head: null, document: null, rows: null } as const;
const OF_OTHERS: { readonly [T in TableName]?: readonly string[] } = { oc4ids_original: Object.keys(ORIGINAL_OF_OTHERS) };

/**
 * Of the changes of a deed those that `reader` may know of: rows that may be known before and after, and as they stand now; without the columns that may not, what leads to a
 * record that is hidden among them, and without those that tell of other records, but for a reader of everything. A change of what says something of a record that is held no longer is
 * left out, as nobody can tell any more who might know of that record.
 */
export function changesFor(register: Register, reader: Reader, changes: readonly Change[]): readonly Change[] {
  if (reachesAll(reader, 'read')) return changes;
  const known = knownIn(register, reader);
  return changes.flatMap((change) => {
    const { table, key, before, after } = change;
    if (table === 'account') return mayAct(reader, 'see-persons') ? [change] : [];
    const images = [before, after].filter((image) => image !== null);
    if (table === 'saved_view' && images.every((image) => isOwnView(reader, image))) return [change];
    if (!known.isHeldKnown(table, key) || !images.every((image) => known.isKnown(table, image))) return [];
    const columns = [
      ...hiddenColumns(table, reader),
      ...(OF_OTHERS[table] ?? []),
      ...images.flatMap((image) => known.hiddenEnds(table, image)),
    ];
    return [columns.length === 0 ? change : { ...change, before: without(before, columns), after: without(after, columns) }];
  });
}

/**
 * A register as it is handed out in files: where something was withheld from it, without the columns that tell of other records as they were.
 */
export function registerForFiles(register: Register): Register {
  if (wholeBehind(register) === null) return register;
  const originals = [...register.oc4ids_original].map(([key, row]) => [key, { ...row, ...ORIGINAL_OF_OTHERS }] as const);
  return { ...register, oc4ids_original: new Map(originals) };
}

/** What a reader may know of rows, as they stand or stood, by what the register holds now. */
interface Known {
  isKnown(table: TableName, row: AnyRow): boolean;
  /** Not of a record that is held and hidden; of one that is not held nothing is said. */
  isHeldKnown(table: TableName, key: string): boolean;
  /** The columns of a row that lead to a hidden record, without which it stands. */
  hiddenEnds(table: TableName, row: AnyRow): readonly string[];
}

function knownIn(register: Register, reader: Reader): Known {
  const held = new Map<AnyRow, boolean>();
  const heldRow = (table: TableName, key: string): AnyRow | undefined => {
    const rows: ReadonlyMap<string, AnyRow> | undefined = register[table];
    return rows?.get(key);
  };
  const isHeldKnown = (table: TableName, key: string): boolean => {
    const row = heldRow(table, key);
    if (row === undefined) return true;
    const told = held.get(row) ?? isKnown(table, row);
    held.set(row, told);
    return told;
  };
  const endsOf = (table: TableName, row: AnyRow) =>
    pointersOf(table).flatMap(({ column, pointer, optional }) => {
      const [kind, id] = [pointedKind(pointer, row), row[column]];
      return kind !== null && typeof id === 'string' ? [{ column, optional, kind, id }] : [];
    });
  const isKnown = (table: TableName, row: AnyRow): boolean =>
    keptOf(register, table, row).every((kept) => mayTouch(reader, 'read', kept)) &&
    recordsBelow(table, row).every(([kind, id]) => heldRow(kind, id) !== undefined && isHeldKnown(kind, id)) &&
    endsOf(table, row).every(({ optional, kind, id }) => optional || isHeldKnown(kind, id));
  return {
    isKnown,
    isHeldKnown,
    hiddenEnds: (table, row) => endsOf(table, row).flatMap(({ column, kind, id }) => (isHeldKnown(kind, id) ? [] : [column])),
  };
}

function without(row: AnyRow | null, columns: readonly string[]): AnyRow | null {
  return row && { ...row, ...Object.fromEntries(columns.map((column) => [column, null])) };
}

/** True for a view that `reader` keeps. */
export function isOwnView(reader: Reader, { owner }: AnyRow): boolean {
  return reader.person !== undefined && owner === reader.person;
}

/**
 * The views that `reader` is offered: one's own, those shared with the own department, those shared with everyone; `reader` null: an office
 * without accounts, where every view without an owner is everyone's. What a view shows when it is opened is another matter: that follows from
 * the rights of who opens it. Nothing for who did not sign in.
 */
export function viewsFor(register: Register, reader: Reader | null): readonly Row<'saved_view'>[] {
  const all = [...register.saved_view.values()];
  if (reader === null) return all.filter(({ visibility, owner }) => owner === null || visibility === 'district');
  if (reader.roles.length === 0) return [];
  return all.filter((row) => isOwnView(reader, row) || isSharedWith(reader, row));
}

function isSharedWith(reader: Reader, { visibility, department }: Row<'saved_view'>): boolean {
  if (visibility === 'district') return true;
  return visibility === 'department' && department !== null && department === reader.department;
}
