import type { RowChange } from './row-changes.ts';

/** Rows by what they belong to, in the order of the table. */
export type Groups<R> = ReadonlyMap<string, readonly R[]>;

/** The rows by group. */
export function grouped<R>(rows: Iterable<R>, groupOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = groupOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The groups after `changes`. A changed row keeps its place within its group, a new one comes last, as in the table. */
export function regrouped<R>(groups: Groups<R>, changes: readonly RowChange<R>[], groupOf: (row: R) => string): Groups<R> {
  const after = new Map(groups);
  for (const change of changes) {
    const [left, joined] = [change.before && groupOf(change.before), change.after && groupOf(change.after)];
    if (left !== null && left === joined) {
      after.set(
        left,
        (after.get(left) ?? []).map((row) => (row === change.before && change.after ? change.after : row)),
      );
      continue;
    }
    if (left !== null) {
      const rest = (after.get(left) ?? []).filter((row) => row !== change.before);
      if (rest.length > 0) after.set(left, rest);
      else after.delete(left);
    }
    if (joined !== null && change.after) after.set(joined, [...(after.get(joined) ?? []), change.after]);
  }
  return after;
}
