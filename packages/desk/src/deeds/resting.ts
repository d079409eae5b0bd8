import { type AnyRow, keyOf, pointedKind, pointersOf, type Register, TABLE_NAMES, type TableName } from '@westgate/domain';

/** A row that points to a record, and the columns by which it does. */
export interface Resting {
  readonly table: TableName;
  readonly key: string;
  readonly row: AnyRow;
  readonly columns: readonly string[];
}

/** A record by its table and key. */
interface Named {
  readonly table: TableName;
  readonly key: string;
}

/** Every row of the district that points to the record, in table order. */
export function restingOn(register: Register, { table, key }: Named): readonly Resting[] {
  return pointingTo(register, new Map([[table, new Set([key])]]));
}

/** How many rows of each table point to a record, or to such a row, and could not go on without it; in table order. */
export function heldUpBy(register: Register, { table, key }: Named): ReadonlyMap<TableName, number> {
  const reached = new Map<TableName, Set<string>>([[table, new Set([key])]]);
  for (let hasGrown = true; hasGrown; ) {
    hasGrown = false;
    for (const resting of pointingTo(register, reached)) {
      const own = reached.get(resting.table) ?? new Set();
      if (own.has(resting.key) || (!goesWith(resting) && mayLetGo(resting))) continue;
      reached.set(resting.table, own.add(resting.key));
      hasGrown = true;
    }
  }
  reached.get(table)?.delete(key);
  return new Map(TABLE_NAMES.flatMap((name) => (reached.get(name)?.size ? [[name, reached.get(name)?.size ?? 0] as const] : [])));
}

/** Every row that points to one of the records, by their tables, in table order. */
function pointingTo(register: Register, records: ReadonlyMap<string, ReadonlySet<string>>): readonly Resting[] {
  return TABLE_NAMES.flatMap((name) => {
    const pointers = pointersOf(name);
    if (pointers.length === 0) return [];
    const rows: Iterable<AnyRow> = register[name].values();
    return [...rows].flatMap((row) => {
      const columns = pointers
        .filter(({ column, pointer }) => records.get(pointedKind(pointer, row) ?? '')?.has(String(row[column])) ?? false)
        .map(({ column }) => column);
      return columns.length === 0 ? [] : [{ table: name, key: keyOf(name, row), row, columns }];
    });
  });
}

/** True where the row goes with the record it rests on; else it must be given another one first, or goes on without. */
export function goesWith({ table, columns }: Pick<Resting, 'table' | 'columns'>): boolean {
  return pointersOf(table).some((pointer) => pointer.goesWith && columns.includes(pointer.column));
}

/** True where the row may go on with those columns empty. */
export function mayLetGo({ table, columns }: Pick<Resting, 'table' | 'columns'>): boolean {
  return pointersOf(table).every(({ column, optional }) => optional || !columns.includes(column));
}
