import type { Rest } from './reads.ts';
import type { Register } from './register.ts';
import { type AnyRow, TABLE_NAMES, type TableName } from './tables.ts';
import { stepsTouched } from './touched-keys.ts';

/** The rows that were touched between two registers, by table and key, each with its columns that differ; null for a row that came or went, or both: it stands elsewhere then. */
export type ChangedRows = ReadonlyMap<TableName, ReadonlyMap<string, ReadonlySet<string> | null>>;

/** Changed rows of one table beyond which everything is taken to have changed. */
const FEW = 500;
/** What is in these may be anywhere. */
const OF_ALL: ReadonlySet<TableName> = new Set(['district', 'account']);

/** The rows that were touched between two registers; null for perhaps all, as where it is not remembered how the one came from the other. */
export function changedRows(before: Register, after: Register): ChangedRows | null {
  const changed = new Map<TableName, ReadonlyMap<string, ReadonlySet<string> | null>>();
  for (const table of TABLE_NAMES) {
    const was: ReadonlyMap<string, AnyRow> = before[table];
    const is: ReadonlyMap<string, AnyRow> = after[table];
    if (was === is) continue;
    const steps = stepsTouched(was, is);
    if (steps === null || steps.size > FEW || OF_ALL.has(table)) return null;
    changed.set(table, new Map([...steps].map(([key, { cameAnew }]) => [key, cameAnew ? null : columnsOf(was.get(key), is.get(key))])));
  }
  return changed;
}

function columnsOf(before: AnyRow | undefined, after: AnyRow | undefined): ReadonlySet<string> | null {
  if (before === undefined || after === undefined) return null;
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return new Set([...names].filter((name) => before[name] !== after[name]));
}

/** Whether nothing of what something rests on changed. What follows the deeds is not looked at. */
export function isUntouched({ tables, columns, rows }: Rest, changed: ChangedRows): boolean {
  for (const [table, keys] of changed) {
    if (tables.has(table)) return false;
    const [ofAll, ofRows] = [columns.get(table), rows.get(table)];
    for (const [key, names] of keys) {
      if (ofAll !== undefined && (names === null || isAny(ofAll, names))) return false;
      const looked = ofRows?.get(key);
      if (looked !== undefined && (looked === null || names === null || isAny(looked, names))) return false;
    }
  }
  return true;
}

function isAny(names: Iterable<string>, changed: ReadonlySet<string>): boolean {
  for (const name of names) if (changed.has(name)) return true;
  return false;
}
