import { type AnyRow, type Change, described, TABLE_NAMES, type TableName } from '@westgate/domain';

/** Columns of a table that rows of older schemas lack, each with the value that such rows are read with. */
type Defaults = { readonly [table in TableName]?: Readonly<Record<string, unknown>> | undefined };

/**
 * What was added to the register since schema 1. Journals are kept for good, so lines of every older schema are read with it. `add column …
 * default` of the schema file says the same value.
 */
const ADDED: Defaults = Object.fromEntries(TABLE_NAMES.map((table) => [table, described(table).was]));

/**
 * A row image of any schema as a row of the present one. Pure, and the same object where nothing is lacking. The stored images stay as they
 * were written, because the hashes of the deeds cover them.
 */
export function upgradeRow(table: TableName, row: AnyRow, added: Defaults = ADDED): AnyRow {
  const lacking = Object.entries(added[table] ?? {}).filter(([column]) => row[column] === undefined);
  return lacking.length === 0 ? row : { ...row, ...Object.fromEntries(lacking) };
}

/** The changes of a deed of any schema, their images as rows of the present one. */
export function upgradeChanges(changes: readonly Change[], added: Defaults = ADDED): readonly Change[] {
  return changes.map((change) => upgradeChange(change, added));
}

function upgradeChange(change: Change, added: Defaults): Change {
  const { table, key, before, after } = change;
  if (!added[table]) return change;
  return { table, key, before: before && upgradeRow(table, before, added), after: after && upgradeRow(table, after, added) };
}
