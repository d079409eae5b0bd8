import { type AnyRow, FOLDER_TABLES, fieldsOf, keyOf, type Register, TABLES, type TableName } from '@westgate/domain';
import type { FolderFiles } from './files.ts';
import type { RowsByTable } from './parse.ts';

/** The tables of which a folder does not say who may see a record. */
export function silentTables(files: FolderFiles): readonly TableName[] {
  return FOLDER_TABLES.filter((table) => Object.hasOwn(fieldsOf(table), 'visibility') && !saysVisibility(table, files));
}

/**
 * The rows of a folder, each record that is held with the visibility it has, where the file says nothing of it: a sheet of an older Westgate, or
 * one made by hand, must not make public what is not.
 */
export function keepVisibility(register: Register, rows: RowsByTable, silent: readonly TableName[]): RowsByTable {
  if (silent.length === 0) return rows;
  return { ...rows, ...Object.fromEntries(silent.map((table) => [table, rows[table].map((row: AnyRow) => kept(register, table, row))])) };
}

function kept(register: Register, table: TableName, row: AnyRow): AnyRow {
  const held: ReadonlyMap<string, AnyRow> = register[table];
  const before = held.get(keyOf(table, row));
  return before ? { ...row, visibility: before.visibility } : row;
}

function saysVisibility(table: TableName, files: FolderFiles): boolean {
  const text = files.get(TABLES[table].file) ?? '';
  if (table === 'place') return text.includes('"visibility"');
  const [header = ''] = text.split('\n', 1);
  return /\bvisibility\b/.test(header);
}
