import { type AnyRow, fieldsOf, keyOf, pointerOf, type Register, TABLE_NAMES, type TableName, targetOf } from '@westgate/domain';

/** A row that points to a record, and the columns by which it does. */
export interface Resting {
  readonly table: TableName;
  readonly key: string;
  readonly row: AnyRow;
  readonly columns: readonly string[];
}

/** Tables whose rows only say something of other records: without the record they say nothing. */
const OF_OTHERS: ReadonlySet<TableName> = new Set<TableName>([
  'link',
  'mention',
  'indicator_value',
  'figure',
  'outcome',
  'feature',
  'status_update',
  'assignment',
  'outside_link',
]);

/** Columns that name a record the row is not of: it goes on without. */
const NAMED_BESIDE: ReadonlySet<string> = new Set(['source', 'waits_for', 'reporter']);
/** Tables whose rows say something of the record that these columns name, and go with it; other records they name hold or let go. */
const OF_ONE: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  evidence: ['subject_id'],
  requirement: ['gate'],
  requirement_answer: ['project'],
  gate_pass: ['project'],
  admission: ['project'],
  milestone: ['project'],
  component: ['project'],
  planned_amount: ['project'],
  monthly_progress: ['project'],
  dependency: ['from_id', 'to_id'],
  pending_change: ['subject_id'],
  supervision: ['subject_id', 'requirement'],
  supervision_department: ['supervision', 'department'],
  supervision_step: ['supervision'],
  comment: ['subject_id', 'reply_to'],
  comment_department: ['comment', 'department'],
};

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
    const pointers = Object.entries(fieldsOf(name)).flatMap(([column, field]) => {
      const pointer = pointerOf(field);
      return pointer ? [{ column, pointer }] : [];
    });
    if (pointers.length === 0) return [];
    const rows: Iterable<AnyRow> = register[name].values();
    return [...rows].flatMap((row) => {
      const columns = pointers
        .filter(({ column, pointer }) => records.get(String(targetOf(pointer, row)))?.has(String(row[column])) ?? false)
        .map(({ column }) => column);
      return columns.length === 0 ? [] : [{ table: name, key: keyOf(name, row), row, columns }];
    });
  });
}

/** True where the row goes with the record it rests on; else it must be given another one first, or goes on without. */
export function goesWith({ table, columns, row }: Resting): boolean {
  const owners = OF_ONE[table];
  if (owners) return columns.some((column) => owners.includes(column));
  if (table === 'feature') return row.layer === 'outline';
  return OF_OTHERS.has(table) && !columns.every((column) => NAMED_BESIDE.has(column));
}

/** True where the row may go on with those columns empty. */
export function mayLetGo({ table, columns }: Resting): boolean {
  const fields = fieldsOf(table);
  return columns.every((column) => fields[column]?.optional === true);
}
