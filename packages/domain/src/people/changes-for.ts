import type { Change, Register } from '../register/register.ts';
import type { AnyRow, TableName } from '../register/tables.ts';
import { keptOf, recordsBelow } from './kept.ts';
import { mayAct, mayTouch, type Reader, reachesAll } from './policy.ts';
import { hiddenColumns } from './register-for.ts';
import { isOwnView } from './views-for.ts';

/**
 * Of the changes of a deed those that `reader` may know of: rows that may be known before and after, without the columns that may not. A change
 * of what says something of a record that is held no longer is left out, as nobody can tell any more who might know of that record.
 */
export function changesFor(register: Register, reader: Reader, changes: readonly Change[]): readonly Change[] {
  if (reachesAll(reader, 'read')) return changes;
  return changes.flatMap((change) => {
    const { table, before, after } = change;
    if (table === 'account') return mayAct(reader, 'see-persons') ? [change] : [];
    const images = [before, after].filter((image) => image !== null);
    if (table === 'saved_view' && images.every((image) => isOwnView(reader, image))) return [change];
    if (!images.every((image) => isKnown(register, reader, table, image))) return [];
    const columns = hiddenColumns(table, reader);
    return [columns.length === 0 ? change : { ...change, before: without(before, columns), after: without(after, columns) }];
  });
}

function isKnown(register: Register, reader: Reader, table: TableName, row: AnyRow): boolean {
  const isHeld = recordsBelow(table, row).every(([kind, id]) => {
    const rows: ReadonlyMap<string, AnyRow> | undefined = register[kind];
    const below = rows?.get(id);
    return below !== undefined && isKnown(register, reader, kind, below);
  });
  return isHeld && keptOf(register, table, row).every((kept) => mayTouch(reader, 'read', kept));
}

function without(row: AnyRow | null, columns: readonly string[]): AnyRow | null {
  return row && { ...row, ...Object.fromEntries(columns.map((column) => [column, null])) };
}
