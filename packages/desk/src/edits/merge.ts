import { WestgateError } from '@westgate/base';
import { type AnyRow, basedOf, fieldsOf, keyOf, nounOf, type TableName } from '@westgate/domain';
import type { ChangeSet } from '../deeds/change-set.ts';
import { restingOn } from '../deeds/resting.ts';

interface Merging {
  readonly table: TableName;
  readonly key: string;
  readonly into: string;
}

/**
 * Draws two records into one: rows that point to the first point to `into`, one that says the same twice is kept once, one that would point
 * to itself goes; columns that are empty in `into` take the value of the first. Throws `WG_INPUT_INVALID` where `into` is no other record.
 */
export function mergeInto(set: ChangeSet, { table, key, into }: Merging): void {
  const rows: ReadonlyMap<string, AnyRow> = set.register[table];
  const [from, to] = [rows.get(key), rows.get(into)];
  if (!from || !to || key === into) {
    const message = `into: expected the id of another ${nounOf(table).en}, found "${into.slice(0, 80)}"`;
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'into' });
  }
  for (const { table: name, key: old, row, columns } of restingOn(set.register, { table, key })) {
    const moved: AnyRow = { ...row, ...Object.fromEntries(columns.map((column) => [column, into])) };
    const fresh = keyOf(name, moved);
    // It is of the same thing as before, by another id: its basis holds.
    if (fresh === old) {
      set.put(
        name,
        moved,
        basedOf(name).flatMap(({ basis }) => basis),
      );
      continue;
    }
    set.drop(name, old);
    const present: ReadonlyMap<string, AnyRow> = set.register[name];
    if (!present.has(fresh) && !isOfItself(name, moved)) set.put(name, moved);
  }
  const { row, said } = filled(table, to, from);
  set.put(table, row, said);
  set.drop(table, key);
}

/** What is empty in `to` from `from`; a value and its basis go together, and a basis never to the value of another. */
function filled(table: TableName, to: AnyRow, from: AnyRow): { readonly row: AnyRow; readonly said: readonly string[] } {
  const isLacking = (column: string): boolean => {
    const value = to[column];
    return value === null || (Array.isArray(value) && value.length === 0);
  };
  const ties = basedOf(table);
  const isTied = (column: string): boolean => ties.some(({ value, basis }) => value.includes(column) || basis.includes(column));
  const alone = Object.keys(fieldsOf(table)).filter((column) => !isTied(column) && isLacking(column));
  const tied = ties.filter(({ value }) => value.every(isLacking)).flatMap(({ value, basis }) => [...value, ...basis]);
  return { row: { ...to, ...Object.fromEntries([...alone, ...tied].map((column) => [column, from[column]])) }, said: tied };
}

function isOfItself(table: TableName, row: AnyRow): boolean {
  return table === 'link' && row.from_kind === row.to_kind && row.from_id === row.to_id;
}
