import type { Said } from '@westgate/base';
import { kindOf } from '../kernel/field.ts';
import { fieldsOf, TABLES, type TableName } from './tables.ts';

/** What was expected of a text in a column, in words, where `value` is not of that form; null where it is. Ids, days and numbers have theirs already. */
export function wrongForm(table: TableName, column: string, value: unknown): Said | null {
  const field = fieldsOf(table)[column];
  if (!field || value === null || value === undefined) return null;
  // What the district says of itself holds names: of its axes, its units, its levels.
  const place = { isName: isName(table, column), holdsNames: table === 'district' };
  return kindOf(field).wrongForm?.(value, field, place) ?? null;
}

/** What a record is called stands in one line; what is asked of a department is a text. */
function isName(table: TableName, column: string): boolean {
  const { named } = TABLES[table] as { readonly named?: string };
  return named !== undefined && table !== 'supervision' && (column === `${named}_zh` || column === `${named}_en`);
}
