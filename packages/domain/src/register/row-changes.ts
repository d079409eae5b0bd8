import { keysTouched } from './touched-keys.ts';

/** A row of a table that came, went or changed between two registers. */
export interface RowChange<R> {
  readonly key: string;
  readonly before: R | null;
  readonly after: R | null;
}

/** What a comparison looks at: these columns, or whole rows. Rows come and go either way. */
export type Columns<R> = readonly (keyof R & string)[] | 'rows';

/**
 * The rows in which two states of a table differ as far as `columns` tell; null when more than `limit` do. Where it is remembered how the
 * one came from the other, only the rows touched are looked at; else rows that both share are told by identity, in one walk over the table.
 */
export function rowChanges<R>(
  before: ReadonlyMap<string, R>,
  after: ReadonlyMap<string, R>,
  columns: Columns<R>,
  limit: number,
): readonly RowChange<R>[] | null {
  if (before === after) return [];
  const keys = keysTouched(before, after);
  return keys ? changesAt(keys, before, after, columns, limit) : changesAnywhere(before, after, columns, limit);
}

function changesAt<R>(
  keys: ReadonlySet<string>,
  before: ReadonlyMap<string, R>,
  after: ReadonlyMap<string, R>,
  columns: Columns<R>,
  limit: number,
): readonly RowChange<R>[] | null {
  const changes: RowChange<R>[] = [];
  for (const key of keys) {
    const [old, row] = [before.get(key), after.get(key)];
    if (old === row || (old !== undefined && row !== undefined && isSame(old, row, columns))) continue;
    if (changes.length >= limit) return null;
    changes.push({ key, before: old ?? null, after: row ?? null });
  }
  return changes;
}

function changesAnywhere<R>(
  before: ReadonlyMap<string, R>,
  after: ReadonlyMap<string, R>,
  columns: Columns<R>,
  limit: number,
): readonly RowChange<R>[] | null {
  const changes: RowChange<R>[] = [];
  let met = 0;
  for (const [key, row] of after) {
    const old = before.get(key);
    if (old !== undefined) met += 1;
    if (old === row || (old !== undefined && isSame(old, row, columns))) continue;
    if (changes.length >= limit) return null;
    changes.push({ key, before: old ?? null, after: row });
  }
  if (met === before.size) return changes;
  if (before.size - met + changes.length > limit) return null;
  for (const [key, row] of before) if (!after.has(key)) changes.push({ key, before: row, after: null });
  return changes;
}

function isSame<R>(before: R, after: R, columns: Columns<R>): boolean {
  return columns !== 'rows' && columns.every((column) => isEqual(before[column], after[column]));
}

/** Lists and JSON columns are compared by what they hold. */
function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
