import type { Rest } from './reads.ts';
import type { Register } from './register.ts';
import { rowChanges } from './row-changes.ts';
import { type AnyRow, TABLE_NAMES, type TableName } from './tables.ts';

/** The rows in which two registers differ, by table and key, each with its columns that differ; null for a row that came or went. */
export type ChangedRows = ReadonlyMap<TableName, ReadonlyMap<string, ReadonlySet<string> | null>>;

/** Changed rows of one table beyond which everything is taken to have changed. */
const FEW = 500;
/** What is in these may be anywhere. */
const OF_ALL: ReadonlySet<TableName> = new Set(['district', 'account']);

/** The rows in which two registers differ; null for perhaps all. */
export function changedRows(before: Register, after: Register): ChangedRows | null {
  const changed = new Map<TableName, ReadonlyMap<string, ReadonlySet<string> | null>>();
  for (const table of TABLE_NAMES) {
    const [was, is]: readonly ReadonlyMap<string, AnyRow>[] = [before[table], after[table]];
    const changes = was && is && rowChanges(was, is, 'rows', FEW);
    if (!changes) return null;
    if (changes.length === 0) continue;
    if (OF_ALL.has(table)) return null;
    changed.set(table, new Map(changes.map((change) => [change.key, columnsOf(change.before, change.after)])));
  }
  return changed;
}

function columnsOf(before: AnyRow | null, after: AnyRow | null): ReadonlySet<string> | null {
  if (before === null || after === null) return null;
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
