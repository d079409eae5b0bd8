import { fieldsOf, keyOf, TABLE_NAMES, type TableName } from '@westgate/domain';
import type { FaultList } from './fault.ts';
import { type Loaded, type LoadedTables, wholeRows } from './load.ts';

/**
 * Every reference must find its record; one that finds a record of another kind is told apart. References to a table that could not be
 * read to the end are passed over: its own faults say why.
 */
export function checkReferences(tables: LoadedTables, faults: FaultList): void {
  const keys = keysOf(tables);
  const complete = new Set<string>(TABLE_NAMES.filter((name) => tables[name].isComplete));
  for (const name of TABLE_NAMES) {
    for (const [column, field] of Object.entries(fieldsOf(name))) {
      if (field.kind !== 'ref' && field.kind !== 'anyref') continue;
      for (const loaded of tables[name].rows) {
        const id = loaded.row[column];
        const target = field.kind === 'ref' ? field.table : loaded.row[field.kindColumn ?? ''];
        if (typeof id !== 'string' || typeof target !== 'string' || keys.get(target)?.has(id)) continue;
        const others = [...keys].filter(([, ids]) => ids.has(id)).map(([kind]) => kind);
        if (!complete.has(target)) continue;
        if (others.length > 0) faults.add('wrong-kind', loaded.at, column, `the id of a ${target}`, `${id}, a ${others.join(' and a ')}`);
        else faults.add('unknown-reference', loaded.at, column, `the id of a ${target} of this folder`, id);
      }
    }
  }
  checkMembership(tables, faults);
}

function keysOf(tables: LoadedTables): ReadonlyMap<string, ReadonlySet<string>> {
  const keysOfTable = (name: TableName, rows: readonly Loaded[]) => new Set(rows.map(({ row }) => keyOf(name, row)));
  return new Map(TABLE_NAMES.map((name) => [name, keysOfTable(name, tables[name].rows)]));
}

/** `member-of` leads upwards only: nothing is, through others, a member of itself. */
function checkMembership(tables: LoadedTables, faults: FaultList): void {
  const links = wholeRows(tables, 'link').filter(({ row }) => row.relation === 'member-of');
  const above = new Map<string, string[]>();
  for (const { row } of links) {
    const from = `${row.from_kind}|${row.from_id}`;
    above.set(from, [...(above.get(from) ?? []), `${row.to_kind}|${row.to_id}`]);
  }
  for (const { row, at } of links) {
    const start = `${row.from_kind}|${row.from_id}`;
    const reached = new Set<string>();
    const pending = [`${row.to_kind}|${row.to_id}`];
    for (let next = pending.pop(); next !== undefined && !reached.has(start); next = pending.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      pending.push(...(above.get(next) ?? []));
    }
    if (reached.has(start))
      faults.add('cycle', at, 'to_id', 'a group that is not in turn a member of it', `${row.from_id} member-of ${row.to_id}`);
  }
}
