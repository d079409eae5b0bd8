import { type AnyRow, applyChanges, keyOf, type Register, sameValue, type TableName, withOwnBasis } from '@westgate/domain';
import { describeChanges } from './diff.ts';
import type { SaidChange } from './said-change.ts';

/** Changes of one deed as they are put together: each row stands once, with what it was before the deed and what it is at the end. */
export class ChangeSet {
  readonly #before: Register;
  readonly #changes = new Map<string, SaidChange>();

  constructor(before: Register) {
    this.#before = before;
  }

  /** Creates the row or gives it other values; nothing where it has them already. `said`: columns that are said by name, be they as they were. */
  put(table: TableName, row: AnyRow, said: Iterable<string> = []): void {
    const key = keyOf(table, row);
    const [held, named] = [this.#changes.get(`${table} ${key}`), new Set(said)];
    // What an earlier edit of the deed said of its value says nothing of the value that this one gives.
    const own = held?.after ? withOwnBasis(table, held.after, row, named, () => ({ zh: null, en: null })).row : row;
    const all = new Set([...[...(held?.said ?? [])].filter((column) => sameValue(own[column], row[column])), ...named]);
    const before = this.#rowBefore(table, key);
    const [difference] = describeChanges([{ table, key, before, after: own }]);
    if (before !== null && difference?.fields.length === 0) this.#changes.delete(`${table} ${key}`);
    else this.#changes.set(`${table} ${key}`, { table, key, before, after: { ...own, rev: (before?.rev ?? 0) + 1 }, said: all });
  }

  /** Takes the row out. */
  drop(table: TableName, key: string): void {
    const before = this.#rowBefore(table, key);
    if (before === null) this.#changes.delete(`${table} ${key}`);
    else this.#changes.set(`${table} ${key}`, { table, key, before, after: null });
  }

  /** The changes: rows that come or differ first, then those that go. */
  get changes(): readonly SaidChange[] {
    const all = [...this.#changes.values()];
    return [...all.filter(({ after }) => after !== null), ...all.filter(({ after }) => after === null).reverse()];
  }

  /** The row as it is after them; null for none. Quicker than {@link register} for one row. */
  rowNow(table: TableName, key: string): AnyRow | null {
    const change = this.#changes.get(`${table} ${key}`);
    return change ? change.after : this.#rowBefore(table, key);
  }

  /** The district after them: every table they touch is made anew. */
  get register(): Register {
    return applyChanges(this.#before, this.changes);
  }

  #rowBefore(table: TableName, key: string): AnyRow | null {
    const rows: ReadonlyMap<string, AnyRow> = this.#before[table];
    return rows.get(key) ?? null;
  }
}

/** Changes made one upon the other as changes of one deed on `before`: each row once, and none that ends as it began. */
export function composeChanges(before: Register, ...parts: readonly (readonly SaidChange[])[]): readonly SaidChange[] {
  const set = new ChangeSet(before);
  for (const { table, key, after, said } of parts.flat()) {
    if (after) set.put(table, after, said);
    else set.drop(table, key);
  }
  return set.changes;
}
