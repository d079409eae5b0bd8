import { fieldsOf, isTable, pointerOf, TABLE_NAMES, type TableName, targetOf } from '@westgate/domain';
import type { Check, Ground } from './check.ts';
import { idOfHeld, kindZh } from './expected.ts';
import type { FaultList } from './fault.ts';
import { type Loaded, type LoadedTables, rowsWith } from './load.ts';

/** Every reference must find its record, those of each table; and nothing is a member of itself. */
export const REFERENCE_CHECKS: readonly Check[] = [
  ...TABLE_NAMES.map((of): Check => ({ of, look: (rows, _ground, faults, tables) => checkReferences(of, rows, tables, faults) })),
  checkMembership,
];

/**
 * One reference that finds a record of another kind is told apart. References that may lead into a part of a file that could not be read are passed
 * over: its own faults say why.
 */
function checkReferences(name: TableName, rows: readonly Loaded[], tables: LoadedTables, faults: FaultList): void {
  for (const [column, field] of Object.entries(fieldsOf(name))) {
    const pointer = pointerOf(field);
    if (!pointer) continue;
    for (const loaded of rows) {
      const [id, target] = [loaded.row[column], targetOf(pointer, loaded.row)];
      if (typeof id !== 'string' || typeof target !== 'string' || (isTable(target) && tables[target].keys.has(id))) continue;
      const others = TABLE_NAMES.filter((kind) => tables[kind].keys.has(id));
      if (isTable(target) && tables[target].mayHold(id)) continue;
      if (others.length === 0) faults.add('unknown-reference', loaded.at, column, idOfHeld(target), id);
      else {
        const expected = { zh: `${kindZh(target)}的编号`, en: `the id of a ${target}` };
        const found = { zh: `${id}，是${others.map(kindZh).join('、')}的编号`, en: `${id}, a ${others.join(' and a ')}` };
        faults.add('wrong-kind', loaded.at, column, expected, found);
      }
    }
  }
}

/** `member-of` leads upwards only: nothing is, through others, a member of itself. */
function checkMembership(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
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
      faults.add(
        'cycle',
        at,
        'to_id',
        { zh: '不反过来隶属于它的记录', en: 'a group that is not in turn a member of it' },
        { zh: `${row.from_id} 隶属于 ${row.to_id}`, en: `${row.from_id} member-of ${row.to_id}` },
      );
  }
}
