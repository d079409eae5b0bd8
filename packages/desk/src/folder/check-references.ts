import { fieldsOf, keyOf, pointerOf, TABLE_NAMES, type TableName, targetOf } from '@westgate/domain';
import type { FaultList } from './fault.ts';
import { type Loaded, type LoadedTables, rowsWith } from './load.ts';

/**
 * Every reference must find its record; one that finds a record of another kind is told apart. References that may lead into a part
 * of a file that could not be read are passed over: its own faults say why.
 */
export function checkReferences(tables: LoadedTables, faults: FaultList): void {
  const keys = keysOf(tables);
  for (const name of TABLE_NAMES) {
    for (const [column, field] of Object.entries(fieldsOf(name))) {
      const pointer = pointerOf(field);
      if (!pointer) continue;
      for (const loaded of tables[name].rows) {
        const [id, target] = [loaded.row[column], targetOf(pointer, loaded.row)];
        if (typeof id !== 'string' || typeof target !== 'string' || keys.get(target)?.has(id)) continue;
        const others = [...keys].filter(([, ids]) => ids.has(id)).map(([kind]) => kind);
        if (TABLE_NAMES.some((table) => table === target && tables[table].mayHold(id))) continue;
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
  const links = rowsWith(tables, 'link', ['from_kind', 'from_id', 'relation', 'to_kind', 'to_id']).filter(
    ({ row }) => row.relation === 'member-of',
  );
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
